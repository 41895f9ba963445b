"""Correct: what was wrong, in words for readers; the corrected text goes on air with it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.sent_once import key_in
from articles.admin.story_access import form_of, story_for
from articles.admin.verbs import Confirmation, confirm
from articles.publishing.correct import correct
from articles.publishing.permissions import Deed
from articles.publishing.preflight import preflight
from articles.publishing.second_pair import second_pair
from articles.vocabularies import CorrectionKind

KINDS = [(kind.value, kind.label) for kind in CorrectionKind if kind != CorrectionKind.UPDATE]


def correct_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.CORRECT), timezone.now()
    ask = Confirmation(
        title=_("Correct"),
        question=_("The text as it is saved now goes on air, with these words under it."),
        button=_("Correct on air"),
        back=form_of(story),
        done=_("The correction of “%(headline)s” is on air.") % {"headline": story.headline},
        problems=[*preflight(story, now=now), *second_pair(story, staff(request))],
    )
    typed = {name: request.POST.get(name, "") for name in ("kind", "text")}
    kind = typed["kind"] if typed["kind"] in dict(KINDS) else CorrectionKind.CORRECTION
    return confirm(
        request,
        ask,
        lambda _reason: correct(
            story,
            typed["text"],
            kind=CorrectionKind(kind),
            form=key_in(request),
            actor=staff(request),
            now=now,
        ),
        story,
        template="admin/story/correct.html",
        kinds=KINDS,
        kind=kind,
        text=typed["text"],
        story=story,
    )


VIEWS: dict[str, Callable[..., HttpResponse]] = {"correct": correct_view}
