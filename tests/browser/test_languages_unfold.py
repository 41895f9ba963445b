"""The names of all languages are folded until a reader asks, at the head or the foot of a page:
with one tap, and no script."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def url(story, persian, site):
    row = publish(story, actor=SYSTEM, now=timezone.now())
    return f"{site}/en/a/{row.slug}/{row.pk}.html"


@pytest.fixture
def page(readers_page):
    return readers_page(width=360, java_script_enabled=False)


@pytest.fixture
def languages(page):
    return page.get_by_role("navigation", name="All languages")


@pytest.mark.parametrize("asked", ["Languages", "All languages"])
@pytest.mark.parametrize("edition", ["", "?edition=text"])
def test_one_tap_shows_them(url, page, languages, asked, edition):
    page.goto(url + edition)
    assert not languages.get_by_role("link", name="فارسی").is_visible()
    page.get_by_role("link", name=asked, exact=True).click()
    languages.get_by_role("link", name="فارسی").click()
    assert page.url.split("?")[0].endswith("/fa/")


def test_the_link_itself_is_as_large_as_a_finger(url, page):
    page.goto(url)
    for name in ("Languages", "All languages"):
        box = page.get_by_role("link", name=name, exact=True).bounding_box()
        assert box is not None
        assert box["height"] >= 24, name
