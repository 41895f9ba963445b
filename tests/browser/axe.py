"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe


def violations(page, **options) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
    ]


# Django's own search field and select2's: named by a picture and by their row.
NOT_OURS = ("label-title-only: ", "label: ")
