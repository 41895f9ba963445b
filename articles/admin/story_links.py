"""Secret preview links at the desk: who made which, until when; make one, end one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.models import PreviewLink, Story
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed, may
from articles.publishing.preview_links import (
    LONGEST_WHOM,
    Sharing,
    end_link,
    has_no_keeper,
    is_open,
    make_link,
)
from articles.publishing.refusals import VerbRefused

HOURS = (
    (1, gettext_lazy("1 hour")), (4, gettext_lazy("4 hours")), (24, gettext_lazy("1 day")),
    (72, gettext_lazy("3 days")), (168, gettext_lazy("7 days")),
)  # fmt: skip
USUAL = 24
MOST = 50


class ShareForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"), max_length=LONGEST_WHOM, required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Open for"), choices=HOURS, coerce=int, initial=USUAL
    )
    shows = forms.ChoiceField(
        label=gettext_lazy("Shows"),
        choices=[
            ("frozen", gettext_lazy("the text as it is saved now")),
            ("newest", gettext_lazy("always the newest that is saved")),
        ],
        widget=forms.RadioSelect,
        initial="frozen",
    )


@dataclass(frozen=True)
class LinkTold:
    link: PreviewLink
    until: str
    made: str
    ended: str
    is_orphan: bool
    is_open: bool


def links_of(request: HttpRequest, story: Story, now: datetime) -> dict[str, Any]:
    """For every page that lists them."""
    zone = story.service.time_zone
    links = story.preview_links.select_related("version", "made_by").defer("version__content")
    # What is open is always among those that are listed.
    rows = list(links.order_by(F("revoked_at").desc(nulls_first=True), "-expires_at")[:MOST])
    for row in rows:
        row.story = story
    return {
        "links": [
            LinkTold(
                row,
                until=in_zone(row.expires_at, zone),
                made=in_zone(row.made_at, zone),
                ended=in_zone(row.revoked_at, zone) if row.revoked_at else "",
                is_orphan=has_no_keeper(row),
                is_open=is_open(row, now),
            )
            for row in rows
        ],
        "may_share": may(staff(request), Deed.SHARE_PREVIEW, story),
    }


def share_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """GET asks; POST makes the link and shows it, this once: only its hash is kept."""
    story, now = story_for(request, story_id, Deed.SHARE_PREVIEW), timezone.now()
    form = ShareForm(request.POST or None, initial={"key": uuid4()})
    link, url, refusal = None, "", ""
    if request.method == "POST":
        link, url, refusal = _try(request, story, form, now)
    context = desk.each_context(request) | {
        "title": _("Preview link"), "story": story, "opts": Story._meta, "form": form,
        "back": form_of(story), "refusal": refusal, "url": url, "link": link,
        "until": in_zone(link.expires_at, story.service.time_zone) if link else "",
        "embargo": _embargo(story, now),
    }  # fmt: skip
    context |= links_of(request, story, now)
    response = TemplateResponse(
        request, "admin/story/share.html", context, status=422 if refusal else 200
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _embargo(story: Story, now: datetime) -> str:
    until = story.embargo_until
    return in_zone(until, story.service.time_zone) if until and until > now else ""


def _try(
    request: HttpRequest, story: Story, form: ShareForm, now: datetime
) -> tuple[PreviewLink | None, str, str]:
    if not form.is_valid():
        return None, "", _("Choose how long the link is open, and what it shows.")
    said = form.cleaned_data
    sharing = Sharing(
        key=said["key"],
        lasts=timedelta(hours=said["hours"]),
        is_frozen=said["shows"] == "frozen",
        for_whom=said["for_whom"],
    )
    try:
        link, token = make_link(story, sharing, actor=staff(request), now=now)
    except VerbRefused as error:
        return None, "", str(error)
    return link, request.build_absolute_uri(reverse("preview", args=[token])), ""


def end_link_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """POST alone: one click, and it is over."""
    story = story_for(request, story_id, Deed.SHARE_PREVIEW)
    if request.method != "POST":
        raise Http404
    link = get_object_or_404(story.preview_links, pk=number_in(request.POST.get("link", "")))
    end_link(link, actor=staff(request), now=timezone.now())
    messages.success(request, _("The link is over: whoever opens it is told so."))
    return HttpResponseRedirect(reverse("admin:articles_story_preview", args=[story.pk]))


VIEWS: dict[str, Callable[..., HttpResponse]] = {"share": share_view, "end_link": end_link_view}
