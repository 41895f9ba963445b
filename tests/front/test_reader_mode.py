"""A browser's reader mode finds the whole story, its notices, and none of the ways on."""

from readability import Document

from articles.models import Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.html import text_of

PARAGRAPH = (
    "<p>The water stood at the third step of the mill on Tuesday, and at the fifth on Wednesday, "
    "and the miller, who has seen it at the seventh, carried his flour to the loft, number %d.</p>"
)


def test_the_story_is_extracted_whole_and_alone(story, make_story, client, now):
    water = Topic.objects.create(slug="water", name="Water")
    other = make_story(headline="Another flood elsewhere")
    for one in (story, other):
        one.topics.add(water)
    publish(other, actor=SYSTEM, now=now)
    story.body = "".join(PARAGRAPH % number for number in range(8))
    story.save()
    publish(story, actor=SYSTEM, now=now)
    row = publish(story, actor=SYSTEM, now=now, told="Adds the seventh step")
    page = client.get(f"/en/a/{row.slug}/{row.pk}.html").content.decode()
    assert "Another flood elsewhere" in page
    seen = text_of(Document(page).summary())
    for number in range(8):
        assert f"number {number}." in seen
    for way in ("Another flood", "Copy link", "Share by e-mail", "Text only", "Languages", "Home"):
        assert way not in seen, way
