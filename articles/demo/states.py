"""Every state in which a story can stand, so that each can be seen and tried."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User

from articles.demo.photo_states import make_photo_states, twin_of
from articles.demo.stories import Desk
from articles.models import Story
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish
from articles.vocabularies import CorrectionKind

CORRECTION = (
    "An earlier version of this story gave the length of the restored line as 640 kilometres. "
    "It is 460 kilometres."
)
KILLED = (
    "A Village Clinic And Its Only Doctor",
    (
        "<p>This demonstration story was published and then killed, because a source asked for it: "
        "being quoted had put her at risk.</p><p>Nothing of this text is left on the public site; "
        "the desk keeps it in the story's history.</p>"
    ),
)
CORRECTION_FA = "در نسخهٔ پیشین این گزارش سن استاد شصت‌ودو سال نوشته شده بود. او هفتادوسه سال دارد."
KILLED_FA = (
    "درمانگاه روستا و تنها پزشک آن",
    "<p>این گزارش نمایشی منتشر شد و سپس به خواست یک منبع پس گرفته شد.</p>",
)
DRAFT = (
    "What The Ferries Carry When The Roads Close",
    "<p>Three ferries cross the strait in winter. This draft is waiting for its second half.</p>",
)
EMBARGOED = (
    "Water Tribunal To Publish Its Ruling",
    (
        "<p>The tribunal shared its ruling with editors under an embargo. The text may be edited "
        "until then; it cannot be published.</p>"
    ),
)


def make_states(desk: Desk, staff: dict[str, User]) -> None:
    _correct(desk, staff)
    _kill(desk, staff)
    _take_down(desk, staff)
    _change_without_publishing(desk, staff)
    _draft(desk, staff)
    _embargo(desk, staff)
    make_photo_states(desk, staff)


def _correct(desk: Desk, staff: dict[str, User]) -> None:
    correct(
        desk.stories["en", "night-trains"],
        CORRECTION,
        kind=CorrectionKind.CORRECTION,
        actor=staff["editor"],
        now=desk.ago(200),
    )
    correct(
        desk.stories["fa", "wind-towers"],
        CORRECTION_FA,
        kind=CorrectionKind.CORRECTION,
        actor=SYSTEM,
        now=desk.ago(190),
    )


def _kill(desk: Desk, staff: dict[str, User]) -> None:
    story = new_story(desk, staff["reporter"], *KILLED)
    publish(story, actor=staff["editor"], now=desk.ago(400))
    kill(story, actor=staff["chief"], now=desk.ago(30), reason="A source is at risk")
    persian = new_story(desk, staff["reporter"], *KILLED_FA, service="fa")
    publish(persian, actor=SYSTEM, now=desk.ago(390))
    kill(persian, actor=SYSTEM, now=desk.ago(29), reason="A source is at risk")


def _take_down(desk: Desk, staff: dict[str, User]) -> None:
    story = new_story(
        desk, staff["reporter"], "Notes From A Rehearsal",
        "<p>Published too early by mistake and taken down again.</p>",
    )  # fmt: skip
    publish(story, actor=staff["editor"], now=desk.ago(320))
    unpublish(story, actor=staff["editor"], now=desk.ago(318), reason="Published by mistake")


def _change_without_publishing(desk: Desk, staff: dict[str, User]) -> None:
    """Live, with unpublished changes: readers still see the old standfirst."""
    story = desk.stories["en", "seed-bank"]
    story.refresh_from_db()
    story.standfirst += " (To be confirmed with the institute.)"
    story.save()
    save(story, actor=staff["reporter"], now=desk.ago(15))


def _draft(desk: Desk, staff: dict[str, User]) -> None:
    """A draft whose lead photo still lacks its credit and its alt text: the preflight says so."""
    story = new_story(desk, staff["reporter"], *DRAFT)
    title = "Ferry crossing, sent by a stringer"
    photo = twin_of(desk.photos["sea-storm"], title=title, credit="")
    story.story_photos.create(photo=photo, role="lead")
    save(story, actor=staff["reporter"], now=desk.ago(5))


def _embargo(desk: Desk, staff: dict[str, User]) -> None:
    story = new_story(desk, staff["reporter"], *EMBARGOED)
    story.embargo_until = desk.now + timedelta(hours=20)
    story.save()
    save(story, actor=staff["editor"], now=desk.ago(50))


def new_story(desk: Desk, writer: User, headline: str, body: str, *, service: str = "en") -> Story:
    story = Story.objects.create(
        service=desk.built.services[service],
        headline=headline,
        body=body,
        section=desk.built.sections[service, "society"],
        created_by=writer,
    )
    story.bylines.create(contributor=writer.contributor)
    return story
