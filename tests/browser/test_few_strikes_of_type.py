"""A page speaks in few voices: each size and weight of a font is one more to make ready before the
first screen can be shown, and one more for the eye to tell apart."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

STRIKES = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !text.parentElement.getClientRects().length) continue;
    const style = getComputedStyle(text.parentElement);
    found.add([style.fontFamily.slice(0, 20), style.fontSize, style.fontWeight].join(" "));
  }
  return [...found].sort();
}"""
MOST = {"front": 9, "story": 11, "archive": 6}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("template", MOST)
def test_a_page_uses_few_of_the_scale(story, site, readers_page, template, width):
    row = publish(story, actor=SYSTEM, now=timezone.now())
    paths = {"front": "/en/", "archive": "/en/archive/", "story": f"/en/a/{row.slug}/{row.pk}.html"}
    page = readers_page(width=width)
    page.goto(site + paths[template])
    strikes = page.evaluate(STRIKES)
    assert len(strikes) <= MOST[template], strikes
    assert {one.rsplit(" ", 1)[1] for one in strikes} <= {"400", "700"}
