"""Whether a front is fit to go on air: findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import LanguageService, Photo, PublishedStory
from articles.publishing.front_slots import Slot, photos_in, stories_in
from articles.publishing.photo_document import text_in
from articles.publishing.refusals import Problem
from articles.publishing.rights import rights_problems
from articles.vocabularies import PubStatus


def front_preflight(
    slots: Sequence[Slot], service: LanguageService, *, now: datetime
) -> list[Problem]:
    """``field`` is the story of the slot to look at. Blocking problems first."""
    problems = [*_stories(slots, service, now), *_photos(slots, service, now)]
    if not slots:
        text = _("Nothing is arranged: the newest stories will stand there by themselves.")
        problems.append(Problem("empty", "", text, blocks=False))
    return sorted(problems, key=lambda problem: not problem.blocks)


def _stories(slots: Sequence[Slot], service: LanguageService, now: datetime) -> Iterator[Problem]:
    rows = PublishedStory.objects.filter(
        pk__in=stories_in(slots), service=service, pub_status=PubStatus.USABLE
    )
    known = set(rows.values_list("pk", flat=True))
    for slot in slots:
        if slot.story not in known:
            text = _("A story is not on air: its card will not be seen.")
            yield Problem("not_on_air", str(slot.story), text, blocks=False)
        elif slot.is_over(now):
            text = _("The time of a pin is over: its card will not be seen.")
            yield Problem("over", str(slot.story), text, blocks=False)


def _photos(slots: Sequence[Slot], service: LanguageService, now: datetime) -> Iterator[Problem]:
    rows = Photo.objects.prefetch_related("texts", "leases").in_bulk(photos_in(slots))
    for slot in slots:
        photo = rows.get(slot.photo_id or 0)
        if photo is None:
            continue
        for problem in rights_problems(photo, service, now):
            yield Problem(problem.code, str(slot.story), problem.message, problem.blocks)
        has_words = photo.is_decorative or text_in(photo, service.language).alt_text.strip()
        if not photo.killed_at and not has_words:
            said = _("“%(photo)s” has no alt text in this language.") % {"photo": photo.title}
            yield Problem("alt_text", str(slot.story), said)
