"""The names, titles and lives of a contributor in each language fit beside each other."""

import pytest

from articles.models import Contributor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("width", [320, 1030, 1280])
def test_the_page_does_not_scroll_sideways(width, cast, site, page, log_in):
    mara = Contributor.objects.create(name="Mara Ellery", slug="mara-ellery")
    mara.names.create(language="en", name="Mara Ellery", biography="She covers rivers.")
    page.set_viewport_size({"width": width, "height": 800})
    log_in(cast.service_chief)
    page.goto(f"{site}/admin/articles/contributor/{mara.pk}/change/")
    page.locator("textarea[name=names-0-biography]").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
