"""The names, titles and lives of a contributor in each language fit beside each other."""

import pytest

from articles.models import Contributor

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("width", [320, 1030, 1280])
def test_the_page_does_not_scroll_sideways(width, cast, site, readers_page):
    mara = Contributor.objects.create(name="Mara Ellery", slug="mara-ellery")
    mara.names.create(language="en", name="Mara Ellery", biography="She covers rivers.")
    page = readers_page(width=width)
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.service_chief.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.goto(f"{site}/admin/articles/contributor/{mara.pk}/change/")
    page.locator("textarea[name=names-0-biography]").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
