"""Assign: a name, a note, one button."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.sent_once import key_in, new_key
from articles.admin.site import desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.models import Story
from articles.publishing.assign import assign
from articles.publishing.permissions import Deed, people_who_may
from articles.publishing.refusals import VerbRefused


def assign_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.ASSIGN)
    people = people_who_may(Deed.WRITE_STORY, story.service)
    refusal = ""
    if request.method == "POST":
        refusal = _try(request, story, people)
        if not refusal:
            return HttpResponseRedirect(form_of(story))
    context = desk.each_context(request) | {
        "title": _("Assign"), "story": story, "people": people, "refusal": refusal,
        "note": request.POST.get("note", ""), "back": form_of(story), "opts": Story._meta,
        "form_key": new_key(),
    }  # fmt: skip
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/story/assign.html", context, status=status)


def _try(request: HttpRequest, story: Story, people: QuerySet[User]) -> str:
    """Why not; empty when it is done."""
    said = request.POST.get("to", "")
    to = User.objects.filter(pk=number_in(said)).filter(pk__in=people).first() if said else None
    if said and to is None:
        return _("Choose somebody who writes for this service.")
    try:
        assign(
            story, to, note=request.POST.get("note", ""), form=key_in(request),
            actor=staff(request), now=timezone.now(),
        )  # fmt: skip
    except VerbRefused as error:
        return str(error)
    name = to.get_full_name() or to.get_username() if to else ""
    told = _("Assigned to %(name)s.") % {"name": name} if to else _("Assigned to nobody.")
    messages.success(request, told)
    return ""


VIEWS: dict[str, Callable[..., HttpResponse]] = {"assign": assign_view}
