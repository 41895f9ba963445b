"""The preview of a story: on a phone and a desktop, by day and night, anywhere; as a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.admin.live_law import fresh_standing
from articles.admin.notice_asked import Nonsense, code_of, place_called
from articles.admin.notice_look import place_name, region_choices
from articles.admin.notice_terms import region_names
from articles.admin.reader_colours import COLOURS
from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.admin.story_as_read import STORIES, page_as_read
from articles.admin.story_by_place import by_place
from articles.admin.story_card import card_url, card_view
from articles.admin.story_frames import Asked, frame_view, group_on, reader_in
from articles.admin.story_links import links_of
from articles.admin.story_sides import NOW, Side, side_called
from articles.admin.story_unstored import is_killed
from articles.models import Story
from articles.pages.reader import Reader
from articles.pages.shapes import Frame
from articles.pages.standing import Standing
from articles.pages.story_head import Group
from articles.publishing.permissions import Deed


@dataclass(frozen=True)
class Outward:
    """How other sites show the address of the story."""

    site: str
    host: str
    path: str
    title: str
    page_title: str
    description: str
    picture: str


def preview_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.VIEW_STORY)
    side = side_called(story, request.GET.get("of") or NOW)
    links = links_of(request, story, timezone.now())
    return preview_page(request, story, side, Asked.url, links)


def preview_page(
    request: HttpRequest,
    story: Story,
    side: Side,
    frame_url: Callable[[Asked, Story], str],
    more: dict[str, Any],
) -> HttpResponse:
    """Of one state of a story; ``frame_url``: where its page alone is to be had."""
    now, refusal = timezone.now(), ""
    data = fresh_standing(now)
    names = region_names()
    colours = request.GET.get("colours", "")
    asked = Asked(side.key, colours=colours if colours in COLOURS else "")
    try:
        place = place_called(request.GET.get("region") or "unknown", data.book.atlas)
        asked = replace(asked, place=place)
    except Nonsense as error:
        refusal = str(error)
    context = desk.each_context(request) | {
        "title": _("Preview"),
        "story": story,
        "opts": Story._meta,
        "back": form_of(story),
        "refusal": refusal,
        "asked": asked,
        "side": side,
        "frame_url": frame_url(asked, story),
        "region": code_of(asked.place),
        "place_name": place_name(asked.place, names),
        "regions": region_choices(data.book.atlas, names),
        "is_killed": is_killed(story),
    }
    context |= _shown(request, story, asked, side, data) | more
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/story/preview.html", context, status=status)


def _shown(
    request: HttpRequest, story: Story, asked: Asked, side: Side, data: Standing
) -> dict[str, Any]:
    reader = reader_in(request, asked, timezone.now(), data)
    group = group_on(story, side, reader.now)
    # Of what is typed and not saved no card has an address.
    is_stored = side.key == NOW or side.version is not None
    card = card_url(story, group, side.key, reader.law) if is_stored else ""
    return {"outward": _outward(group, reader, card), "places": by_place(group, reader)}


def _outward(group: Group, reader: Reader, card: str) -> Outward | None:
    """None where the story may not be read: nobody gets a card of it there."""
    service = reader.standing.by_id[group.row.service_id]
    with override(service.language):
        kind, page = page_as_read(group, service, reader)
    if kind not in STORIES:
        return None
    frame: Frame = page.frame
    address = urlsplit(frame.canonical)
    return Outward(
        site=service.brand,
        host=address.netloc,
        path=" › ".join(part for part in address.path.split("/")[:-1] if part),
        title=group.row.headline,
        page_title=frame.title,
        description=frame.description,
        picture=card or dict(frame.og).get("og:image", ""),
    )


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "preview": preview_view,
    "frame": frame_view,
    "card": card_view,
}
