"""axe finds nothing on live coverage nor at its desk."""

import pytest
from django.utils import timezone

from tests.browser.axe import violations
from tests.live import post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_on_live_coverage_nor_at_its_desk(
    width, scheme, live, cast, site, path, photo, readers_page
):
    now = timezone.now()
    entry = post(live, "- one\n> two", headline="Key", is_key_event=True, photo=photo, now=now)
    post(live, "Pinned.", is_pinned=True, now=now)
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)  # axe is a script
    for one in (path, path.replace(".html", f"/{entry.pk}/")):
        page.goto(one)
        assert violations(page) == [], one
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.desk_editor.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.goto(f"{site}/admin/articles/story/{live.pk}/live/")
    page.locator("summary", has_text="Edit or correct").first.click()
    assert violations(page) == []
