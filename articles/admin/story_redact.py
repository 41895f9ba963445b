"""Redact, at the desk: one asks and sees every place; another looks at them and does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.models import Photo, Redaction, Story
from articles.publishing.permissions import Deed
from articles.publishing.redact import ask_redaction, carry_out_redaction, decline_redaction
from articles.publishing.redaction_outlook import outlook
from articles.publishing.redaction_places import each_value, photos_of, words_in
from articles.publishing.refusals import VerbRefused
from articles.text.redact import pattern_of, places

MOST_SHOWN = 200


def redact_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """Nothing asked for: the form. Something asked for: every place, and the decision."""
    story = story_for(request, story_id, Deed.REDACT)
    waiting = story.redactions.filter(decided_at=None).select_related("photo").first()
    refusal = ""
    if request.method == "POST":
        try:
            return _answer(request, story, waiting)
        except VerbRefused as error:
            refusal = str(error)
    found = list(_found(story, waiting)) if waiting else []
    follows = list(outlook(story, waiting, at=timezone.now())) if waiting else []
    context = desk.each_context(request) | {
        "title": _("Take something out of all versions"), "story": story, "back": form_of(story),
        "refusal": refusal, "posted": request.POST, "waiting": waiting, "opts": Story._meta,
        "is_own": waiting is not None and waiting.asked_by_id == request.user.pk,
        "found": found[:MOST_SHOWN], "count": len(found), "follows": follows,
        "photos": _photos_of(story),
    }  # fmt: skip
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/story/redact.html", context, status=status)


def _answer(request: HttpRequest, story: Story, waiting: Redaction | None) -> HttpResponse:
    actor, now, posted = staff(request), timezone.now(), request.POST
    if waiting is None:
        photo = _photos_of(story).get(number_in(posted.get("photo", "")))
        passages = posted.get("passages", "").splitlines()
        instead, reason = posted.get("instead", "")[:80], posted.get("reason", "")
        ask_redaction(
            story, actor=actor, now=now, reason=reason, passages=passages, photo=photo,
            instead=instead,
        )  # fmt: skip
        messages.success(request, _("Asked for. Somebody else must look at it and do it."))
        return HttpResponseRedirect(request.path)
    if "decline" in posted:
        decline_redaction(waiting, actor=actor, now=now, reason=posted.get("reason", ""))
        messages.success(request, _("Declined: nothing was taken out."))
    else:
        number = carry_out_redaction(waiting, actor=actor, now=now)
        messages.success(request, _("Taken out in %(number)s places.") % {"number": number})
    return HttpResponseRedirect(form_of(story))


def _found(story: Story, asked: Redaction) -> Iterator[tuple[str, str]]:
    """Where it stands, and the words around it."""
    if not asked.passages:
        return
    pattern = pattern_of(asked.passages)
    for name, row, field, value in each_value(story):
        where = f"{name}, {row.number}" if name == "versions" else name  # type: ignore[attr-defined]
        yield from ((where, words) for words in places(value, pattern, words_in(field)))


def _photos_of(story: Story) -> dict[int, Photo]:
    return {photo.pk: photo for photo in Photo.objects.filter(pk__in=photos_of(story))}


VIEWS: dict[str, Callable[..., HttpResponse]] = {"redact": redact_view}
