"""Schedule and call off: the moment is typed as the clock of the service shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_moments import LocalMoment, WhichPass
from articles.admin.notice_when import in_utc, local_time
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.admin.verbs import Confirmation, confirm
from articles.models import Story, StorySchedule
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed
from articles.publishing.refusals import Problem, VerbRefused
from articles.publishing.schedule import schedule, unschedule


class ScheduleForm(forms.Form):
    publish_at = LocalMoment(label=gettext_lazy("Goes on air"))
    publish_at_pass = WhichPass(label=gettext_lazy("Which of the two"))

    def __init__(self, zone: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        day, _time = cast(forms.MultiWidget, self.fields["publish_at"].widget).widgets
        day.attrs["autofocus"] = True  # the one thing that the page asks for
        if self.data.get("publish_at_pass"):
            self._ask_which()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        local = cleaned.get("publish_at")
        if local is not None:
            try:
                which = cleaned.get("publish_at_pass") or ""
                cleaned["publish_at"] = in_utc(local, self.zone, which)
            except forms.ValidationError as error:
                if error.code == "twice":
                    self._ask_which()
                self.add_error("publish_at", error)
        return cleaned

    def _ask_which(self) -> None:
        cast(WhichPass, self.fields["publish_at_pass"]).show()


def plan_of(story: Story) -> StorySchedule | None:
    return StorySchedule.objects.select_related("version").filter(story=story).first()


def called_off(story: Story) -> list[Problem]:
    """For the page "Publish": what publishing by hand does to a schedule."""
    if (plan := plan_of(story)) is None:
        return []
    when = in_zone(plan.publish_at, story.service.time_zone)
    words = _("It is scheduled for %(when)s: publishing now calls that off.") % {"when": when}
    return [Problem("scheduled", "", words, blocks=False)]


def schedule_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """GET asks for the moment; POST schedules, or shows what stands against it (422)."""
    story = story_for(request, story_id, Deed.PUBLISH)
    zone, plan = story.service.time_zone, plan_of(story)
    initial = {"publish_at": local_time(plan.publish_at, zone)} if plan else None
    form = ScheduleForm(zone, request.POST or None, initial=initial)
    refusal = ""
    if request.method == "POST":
        refusal = _try(request, story, form)
        if not refusal:
            return HttpResponseRedirect(form_of(story))
    context = desk.each_context(request) | {
        "title": _("Schedule"), "form": form, "story": story, "plan": plan, "refusal": refusal,
        "back": form_of(story), "opts": Story._meta,
        "zone": zone.replace("_", " "), "now": in_zone(timezone.now(), zone),
        "until": in_zone(story.embargo_until, zone) if story.embargo_until else "",
    }  # fmt: skip
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/story/schedule.html", context, status=status)


def _try(request: HttpRequest, story: Story, form: ScheduleForm) -> str:
    """Why not; empty when it is scheduled."""
    if not form.is_valid():
        return _("Give a moment that the clock of the service knows.")
    at: datetime = form.cleaned_data["publish_at"]
    try:
        plan = schedule(story, at, actor=staff(request), now=timezone.now())
    except VerbRefused as error:
        return str(error)
    when = in_zone(plan.publish_at, story.service.time_zone)
    messages.success(request, _("It goes on air on %(when)s.") % {"when": when})
    return ""


def unschedule_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.PUBLISH), timezone.now()
    ask = Confirmation(
        title=_("Call off"),
        question=_("It will not go on air by itself. The text stays as it is."),
        button=_("Call it off"),
        back=form_of(story),
        done=_("“%(headline)s” is not scheduled any more.") % {"headline": story.headline},
    )
    return confirm(
        request, ask, lambda _reason: unschedule(story, actor=staff(request), now=now), story
    )


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "schedule": schedule_view,
    "unschedule": unschedule_view,
}
