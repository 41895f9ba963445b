"""Whether a story is fit to be published: findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Photo, Story
from articles.publishing.clock import in_zone
from articles.publishing.document import text_in
from articles.publishing.refusals import Problem
from articles.text import body
from articles.vocabularies import RightsBasis, WorkflowStatus

CARD_HEADLINE = 110


def preflight(story: Story, *, now: datetime) -> list[Problem]:
    """Everything that stands against publishing ``story`` now; blocking problems first."""
    problems = [*_state(story, now), *_words(story), *_photos(story, now)]
    return sorted(problems, key=lambda problem: not problem.blocks)


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.blocks]


def _state(story: Story, now: datetime) -> Iterator[Problem]:
    if story.workflow_status == WorkflowStatus.KILLED:
        yield Problem("killed", "", _("This story was killed. That is final for its address."))
    if story.embargo_until and story.embargo_until > now:
        until = in_zone(story.embargo_until, story.service.time_zone)
        yield Problem(
            "embargo", "embargo_until", _("Under embargo until %(until)s.") % {"until": until}
        )


def _words(story: Story) -> Iterator[Problem]:
    if not story.headline.strip():
        yield Problem("headline", "headline", _("The headline is missing."))
    if not body.plain_text(story.body).strip():
        yield Problem("body", "body", _("The story has no text."))
    if not story.section_id:
        yield Problem("section", "section", _("Choose a section."), blocks=False)
    if not story.byline_override and not story.bylines.exists():
        yield Problem("byline", "bylines", _("Nobody is credited."), blocks=False)
    if len(story.headline) > CARD_HEADLINE:
        yield Problem(
            "long_headline",
            "headline",
            _("The headline is longer than %(limit)s characters and will wrap on cards.")
            % {"limit": CARD_HEADLINE},
            blocks=False,
        )


def _photos(story: Story, now: datetime) -> Iterator[Problem]:
    uses = {use.photo_id: use for use in story.story_photos.all()}
    wanted = set(uses) | set(body.photo_ids(story.body))
    photos = Photo.objects.prefetch_related("texts", "renditions").in_bulk(wanted)
    if not any(use.role == "lead" for use in uses.values()):
        yield Problem("lead", "story_photos", _("There is no lead photo."), blocks=False)
    for missing in sorted(wanted - set(photos)):
        yield Problem("photo_gone", "body", _("Photo %(id)s does not exist.") % {"id": missing})
    for photo in photos.values():
        yield from _photo(photo, story, now)


def _photo(photo: Photo, story: Story, now: datetime) -> Iterator[Problem]:
    name = {"photo": photo.title}
    text = text_in(photo, story.service.language)
    if photo.newsroom_id not in (None, story.service.newsroom_id):
        yield Problem(
            "foreign_photo", "story_photos", _("“%(photo)s” belongs to another newsroom.") % name
        )
    if not photo.credit.strip():
        yield Problem("credit", "story_photos", _("“%(photo)s” has no credit.") % name)
    if photo.rights_end_at and photo.rights_end_at <= now:
        yield Problem("rights", "story_photos", _("The rights to “%(photo)s” have ended.") % name)
    if not text.alt_text.strip():
        yield Problem(
            "alt", "story_photos", _("“%(photo)s” has no alt text in this language.") % name
        )
    elif text.alt_text.strip() == text.caption.strip():
        yield Problem(
            "alt_is_caption",
            "story_photos",
            _("The alt text of “%(photo)s” only repeats its caption.") % name,
            blocks=False,
        )
    if not photo.renditions.all():
        yield Problem("renditions", "story_photos", _("“%(photo)s” is still being made.") % name)
    if photo.rights_basis == RightsBasis.UNKNOWN:
        yield Problem(
            "rights_unknown",
            "story_photos",
            _("On which rights “%(photo)s” stands is not stated.") % name,
            blocks=False,
        )
