"""What the live screen's buttons do: each leads to one verb."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.live_form import EntryForm
from articles.admin.live_stream import Refused
from articles.admin.permissions import staff
from articles.admin.story_access import number_in
from articles.imaging.refused import RefusedImage
from articles.models import LiveEntry, Story
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.draft_entry import discard_draft, draft_entry
from articles.publishing.live.freeze import freeze, reopen
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.refusals import VerbRefused

MARKS = {
    "pin": {"pinned": True},
    "unpin": {"pinned": False},
    "key": {"key_event": True},
    "unkey": {"key_event": False},
}
DONE = {
    "post": _("The entry is on air."),
    "draft": _("The draft is kept."),
    "change": _("The entry was changed."),
    "discard": _("The draft was discarded."),
    "remove": _("The entry was removed."),
    "freeze": _("The coverage has ended."),
    "reopen": _("The coverage goes on."),
}


def do(request: HttpRequest, story: Story) -> Refused | None:
    """Do what was asked for; or why not, with all that was typed. 404 for what is no deed here."""
    name, user = request.POST.get("deed", ""), staff(request)
    number = number_in(request.POST.get("entry", ""))
    entry = get_object_or_404(story.live_entries, pk=number) if number else None
    if name in ("post", "draft", "change"):
        return _write(request, name, story, entry, user)
    deed = _plain(request, name, story, entry, user)
    try:
        deed()
    except VerbRefused as error:
        return Refused(number, None, str(error))
    return None


def _plain(
    request: HttpRequest, name: str, story: Story, entry: LiveEntry | None, user: User
) -> Callable[[], object]:
    now, reason = timezone.now(), request.POST.get("reason", "")
    if name == "freeze":
        return lambda: freeze(story, actor=user, now=now, reason=reason)
    if name == "reopen":
        return lambda: reopen(story, actor=user, now=now, reason=reason)
    if entry is None:
        raise Http404
    if name in MARKS:
        return lambda: mark_entry(entry, actor=user, now=now, **MARKS[name])
    if name == "discard":
        return lambda: discard_draft(entry, actor=user, now=now)
    if name == "remove":
        note = request.POST.get("note", "")
        return lambda: remove_entry(entry, actor=user, now=now, reason=reason, note=note)
    raise Http404


def _write(
    request: HttpRequest, name: str, story: Story, entry: LiveEntry | None, user: User
) -> Refused | None:
    prefix = f"e{entry.pk}" if entry else None
    form = EntryForm(story, user, request.POST, request.FILES, prefix=prefix)
    number = entry.pk if entry else 0
    if not form.is_valid():
        return Refused(number, form, form.sentence())
    try:
        _written(name, form, story, entry, user)
    except (VerbRefused, RefusedImage) as error:
        return Refused(number, form, str(error))
    return None


def _written(name: str, form: EntryForm, story: Story, entry: LiveEntry | None, user: User) -> None:
    typed, now = form.cleaned_data, timezone.now()
    words = form.words()
    if name == "change":
        if entry is None:
            raise Http404
        change_entry(
            entry, words, actor=user, now=now, seen=typed["seen"], correction=typed["correction"]
        )
    elif name == "post":
        post_entry(
            story, typed["key"], words, actor=user, now=now, seen=typed["seen"],
            alone=typed["alone"],
        )  # fmt: skip
    else:
        draft_entry(story, typed["key"], words, actor=user, now=now, seen=typed["seen"])
