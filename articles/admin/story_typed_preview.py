"""The preview of what somebody is typing: from the draft that their form keeps, and theirs alone.

Its addresses name the form, not the story: a secret link, a comparison or a colleague's preview
cannot ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.live_law import fresh_standing
from articles.admin.notice_asked import Nonsense, code_of, place_called
from articles.admin.notice_look import place_name
from articles.admin.notice_terms import region_names
from articles.admin.permissions import staff
from articles.admin.reader_colours import COLOURS
from articles.admin.site import DeskPage, desk
from articles.admin.story_access import number_in, story_for
from articles.admin.story_as_read import group_as_read
from articles.admin.story_frames import Asked, group_on, reader_in
from articles.admin.story_moments import clock_words
from articles.admin.story_preview import preview_page
from articles.admin.story_sides import Side
from articles.admin.story_typed import TypedContent, typed_content
from articles.models import Story, StoryDraft
from articles.publishing.permissions import Deed, services_where
from articles.publishing.redacted_since import is_redacted_since

TYPED = "typed"
CONFLICT = 409


@dataclass(frozen=True)
class Unsaved:
    draft: StoryDraft
    story: Story
    typed: TypedContent

    @property
    def side(self) -> Side:
        return Side(TYPED, _("what you typed, not saved"), self.typed.content)


def preview_view(request: HttpRequest, page: str) -> HttpResponse:
    """After it was saved: the preview of what is saved."""
    draft = _draft(request, page)
    if draft.is_saved:
        to_saved = reverse("admin:articles_story_preview", args=[draft.story_id])
        return HttpResponseRedirect(to_saved)
    unsaved = _unsaved(request, draft)
    if isinstance(unsaved, str):
        context = desk.each_context(request) | {"title": _("Preview"), "told": unsaved}
        told = TemplateResponse(request, "admin/account/told.html", context)
        return _kept_nowhere(told, CONFLICT)
    more = {
        "typed": unsaved.typed,
        "typed_when": clock_words(draft.kept_at, draft.story, now=timezone.now()),
    }
    if not draft.story:
        more["back"] = reverse("admin:articles_story_changelist")

    def frame_url(asked: Asked, _story: Story) -> str:
        said = {"region": code_of(asked.place), "colours": asked.colours}
        base = reverse("admin:draft_frame", args=[page])
        return f"{base}?{urlencode({name: value for name, value in said.items() if value})}"

    shown = preview_page(request, unsaved.story, unsaved.side, frame_url, more)
    return _kept_nowhere(shown, shown.status_code)


def frame_view(request: HttpRequest, page: str) -> HttpResponse:
    draft = _draft(request, page)
    if draft.is_saved:
        raise Http404
    unsaved = _unsaved(request, draft)
    if isinstance(unsaved, str):
        plain = "text/plain; charset=utf-8"
        return _kept_nowhere(HttpResponse(unsaved, content_type=plain), CONFLICT)
    now = timezone.now()
    data = fresh_standing(now)
    try:
        place = place_called(request.GET.get("region", "unknown"), data.book.atlas)
    except Nonsense as error:
        raise Http404 from error
    colours = request.GET.get("colours", "")
    asked = Asked(TYPED, place, colours if colours in COLOURS else "")
    reader = reader_in(request, asked, now, data)
    said = _("Not saved: a preview of what you typed, as a reader in %(place)s would have it")
    ribbon = said % {"place": place_name(place, region_names())}
    group = group_on(unsaved.story, unsaved.side, now)
    return group_as_read(group, reader, ribbon, colours=asked.colours)


def _draft(request: HttpRequest, page: str) -> StoryDraft:
    """404 for everybody but its writer, and for who may not write that story any more."""
    rows = StoryDraft.objects.select_related("story__service")
    draft: StoryDraft = get_object_or_404(rows, user=staff(request), page=page)
    if draft.story_id:
        story_for(request, draft.story_id, Deed.WRITE_STORY)
    return draft


def _unsaved(request: HttpRequest, draft: StoryDraft) -> Unsaved | str:
    """What can be looked at, or why nothing can."""
    story = draft.story or _new_story(request, draft)
    if story is None:
        return _("Choose a service first: a page has the look and the language of its service.")
    if draft.story and is_redacted_since(story, draft.stamp):
        return _(
            "Something was taken out of this story since you opened it. Save, and answer what "
            "differs; then it can be previewed."
        )
    return Unsaved(draft, story, typed_content(request, draft, story))


def _new_story(request: HttpRequest, draft: StoryDraft) -> Story | None:
    """Of the number 0, stored nowhere."""
    chosen = number_in(next(iter(draft.fields.get("service", ())), ""))
    service = services_where(staff(request), Deed.WRITE_STORY).filter(pk=chosen).first()
    return Story(pk=0, service=service) if service else None


def _kept_nowhere(response: HttpResponse, status: int) -> HttpResponse:
    response.status_code = status
    response["Cache-Control"] = "private, no-store"
    return response


for route, view, name in (
    ("drafts/<slug:page>/preview/", preview_view, "draft_preview"),
    ("drafts/<slug:page>/frame/", frame_view, "draft_frame"),
):
    desk.add_page(
        DeskPage(route, view, name, gettext_lazy("Preview"), Deed.WRITE_STORY, is_listed=False)
    )
