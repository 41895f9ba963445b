"""Hostile text from outside is kept as words, or not at all."""

import html5lib
from django.core.management import CommandError

from articles.models import PublishedStory, Story
from tests.hostile import hostile_texts, portions

ALLOWED = {
    "p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "strong", "em", "s", "sub", "sup",
    "br", "hr", "figure", "figcaption", "cite", "q", "abbr", "bdi", "bdo", "span", "table",
    "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def test_hostile_items_come_in_clean_or_are_refused(shared, item_file, run, english):
    refusals = []
    for number, texts in enumerate(portions(hostile_texts(shared), 60)):
        headline = next((text for text in texts if text.strip() and len(text) < 250), "x")
        changes = {
            "uri": f"urn:hostile:{number}",
            "headlines": [
                {"role": "main", "value": "Headline " + headline[:200]},
                {"role": "kicker", "value": headline[:60]},
            ],
            "bodies": [{"contentType": "text/html", "value": "<p>x</p>" + "\n".join(texts)}],
            "by": texts[-1][:200],
            "people": [{"name": headline[:100] or "x", "rel": "author"}],
            "associations": [],
        }
        try:
            run("import_ninjs", item_file(f"{number}.json", **changes), "--publish")
        except CommandError as error:
            refusals.append(str(error))
    assert all("item urn:hostile" in refusal for refusal in refusals)
    assert PublishedStory.objects.count() > 20
    for story in Story.objects.all():
        tree = html5lib.parseFragment(story.body, namespaceHTMLElements=False)
        for element in tree.iter():
            if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
                assert element.tag in ALLOWED
                assert not [name for name in element.attrib if name.startswith("on")]
        assert "\x00" not in story.headline + story.body
