"""Where a law says how large a notice must be, all of it is: its heading too, wherever it stands,
in both editions."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

LOUD = "[data-notice=loud] h2, [data-notice=loud] p"
SIZES = """([selector, alike]) => [...document.querySelectorAll(selector)].map(
  (element) => parseFloat(getComputedStyle(element).fontSize) / parseFloat(
    getComputedStyle(document.querySelector(alike)).fontSize))"""


@pytest.mark.parametrize("placement", ["site_banner", "article_top", "article_foot"])
@pytest.mark.parametrize("scale", [1, 1.2, 1.5, 2, 3])
def test_no_word_of_it_is_smaller(story, site, enforce, readers_page, placement, scale):
    row = publish(story, actor=SYSTEM, now=timezone.now())
    enforce("loud", regions=[], reach="everyone", placements=[placement], min_scale=scale)
    for width in (360, 1280):
        page = readers_page(width=width)
        for edition in ("", "?edition=text"):
            page.goto(f"{site}/en/a/{row.slug}/{row.pk}.html{edition}")
            sizes = page.evaluate(SIZES, [LOUD, ".body > p"])
            assert sizes
            assert min(sizes) >= scale - 0.01, (width, edition, sizes)


@pytest.mark.parametrize("edition", ["", "?edition=text"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nor_above_a_front(english, site, enforce, readers_page, width, edition):
    """A front has no body: the measure is what stories are set in there."""
    enforce("loud", regions=[], reach="everyone", placements=["site_banner"], min_scale=2)
    page = readers_page(width=width)
    page.goto(f"{site}/en/{edition}")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<i id=read>read</i>')")
    page.evaluate("document.getElementById('read').style.fontSize = 'var(--read)'")
    sizes = page.evaluate(SIZES, [LOUD, "#read"])
    assert sizes
    assert min(sizes) >= 2 - 0.01, sizes
