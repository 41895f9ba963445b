"""A draft with a photo in its text that has an alt text in other languages, and none in its own."""

from __future__ import annotations

from django.contrib.auth.models import User

from articles.demo.states import new_story
from articles.demo.stories import Desk
from articles.publishing.save import save
from articles.vocabularies import PhotoRole

HEADLINE = "One Barrier, Two Timetables"
BODY = (
    "<p>The pass opens at seven on this side and at eight on the other. For an hour each morning "
    "the road between the two barriers belongs to nobody.</p>{photo}"
    "<p>Drivers have learned to use it: a man sells tea there, and pays nobody rent.</p>"
)


def leave_without_words(desk: Desk, staff: dict[str, User]) -> None:
    photo = desk.photos["border-road"]
    body = BODY.format(photo=f'<figure data-photo="{photo.pk}"></figure>')
    story = new_story(desk, staff["reporter"], HEADLINE, body)
    story.story_photos.create(photo=desk.photos["radio-mast"], role=PhotoRole.LEAD)
    save(story, actor=staff["reporter"], now=desk.ago(12))
