"""What did readers see at this address then? Answered by the versions and the record of the law."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.live_law import fresh_standing
from articles.admin.notice_asked import Nonsense, place_called
from articles.admin.notice_look import place_name, region_choices
from articles.admin.notice_moments import YEARS, WhichPass
from articles.admin.notice_terms import region_names
from articles.admin.notice_when import in_utc, local_time
from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.admin.story_frames import Asked
from articles.admin.story_sides import label_of
from articles.legal.atlas import UNKNOWN
from articles.models import Story
from articles.proof.question import edition_called
from articles.proof.refusals import NoAnswer
from articles.proof.replay import law_then
from articles.proof.stories import story_then
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed

TOLD = {
    404: gettext_lazy("Nothing: it was not on air. Its address answered “not found”."),
    410: gettext_lazy("Only that it was withdrawn: it had been killed before."),
}


class MomentForm(forms.Form):
    """Typed as the clock of the service shows it."""

    at = forms.DateTimeField(
        input_formats=["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "required": gettext_lazy("Give the date and the time."),
            "invalid": gettext_lazy("That is no date with a time, such as 2026-03-03 14:30."),
        },
    )
    at_pass = WhichPass(label=gettext_lazy("Which of the two"))

    def __init__(self, zone: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    @property
    def asks_which(self) -> bool:
        """Whether the hour comes twice there."""
        return self.has_error("at", "twice") or bool(self.data.get("at_pass"))

    def clean_at(self) -> datetime:
        local = self.cleaned_data["at"].replace(tzinfo=None, microsecond=0)
        if local.year not in YEARS:
            raise forms.ValidationError(_("Choose a year from 1970 to 2200."))
        moment = in_utc(local, self.zone, str(self.data.get("at_pass") or ""))
        if moment > timezone.now():
            raise forms.ValidationError(_("That moment is still to come: see the preview."))
        return moment


def seen_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.VIEW_STORY)
    zone, now = story.service.time_zone, timezone.now()
    form = MomentForm(zone, request.GET if "at" in request.GET else None)
    names, refusal, answer = region_names(), "", {}
    if form.is_bound:
        try:
            answer = _answer(story, form, request.GET.get("region") or "unknown", names)
        except (Nonsense, NoAnswer) as error:
            refusal = str(error)
    context = desk.each_context(request) | {
        "title": _("What did readers see?"),
        "story": story,
        "opts": Story._meta,
        "back": form_of(story),
        "form": form,
        "at": request.GET.get("at", ""),
        "latest": f"{local_time(now, zone):%Y-%m-%dT%H:%M}",
        "zone": zone.rpartition("/")[2].replace("_", " "),
        "region": request.GET.get("region") or "unknown",
        "regions": region_choices(fresh_standing(now).book.atlas, names),
        "refusal": refusal,
    }
    status = 422 if refusal or form.errors else 200
    return TemplateResponse(request, "admin/story/seen.html", context | answer, status=status)


def _answer(story: Story, form: MomentForm, region: str, names: dict[str, str]) -> dict[str, Any]:
    if not form.is_valid():
        return {}
    moment: datetime = form.cleaned_data["at"]
    law = law_then(moment)
    place = place_called(region, law.atlas) if region != "unknown" else UNKNOWN
    then = story_then(story, edition_called(story.service.slug, law.editions), moment)
    told: dict[str, Any] = {
        "when": in_zone(moment, story.service.time_zone),
        "place_name": place_name(place, names),
        "is_withheld": law.resolve(place, then.facets, moment).withheld is not None,
        "said": TOLD.get(then.status, ""),
    }
    if then.version is None:
        return told
    asked = Asked(str(then.version.number), place, at=moment)
    return told | {
        "version": then.version,
        "label": label_of(then.version, story),
        "frame_url": asked.url(story),
    }


VIEWS: dict[str, Callable[..., HttpResponse]] = {"seen": seen_view}
