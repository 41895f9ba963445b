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
FAMILIES = ("Noto Sans", "Noto Serif", "Noto Naskh Arabic")


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


def test_a_latin_name_in_a_persian_page_is_set_in_the_fellow_of_its_letters(
    make_story, persian, site, readers_page
):
    """The browser's last resort looks strange beside them, and costs the first screen a search."""
    named = make_story(service=persian, headline="رود Karasu", dateline="رود Karasu")
    row = publish(named, actor=SYSTEM, now=timezone.now())
    page = readers_page(width=360)
    page.goto(f"{site}/fa/a/{row.slug}/{row.pk}.html")
    for place in ("h1", ".times b"):
        families = _families_of(page, place)
        assert len(families) == 2, place
        assert all(family.startswith(FAMILIES) for family in families), families


def _families_of(page, place: str) -> set[str]:
    """Of the machine's fonts, those whose letters stand in the first such element."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": place})
    fonts = devtools.send("CSS.getPlatformFontsForNode", node)["fonts"]
    return {font["familyName"] for font in fonts}
