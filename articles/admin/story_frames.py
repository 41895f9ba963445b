"""One frame of a preview: a state of a story as a reader in one place has it before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.admin.live_law import fresh_standing
from articles.admin.notice_asked import Nonsense, code_of, place_called
from articles.admin.notice_look import place_name
from articles.admin.notice_terms import region_names
from articles.admin.story_access import story_for
from articles.admin.story_as_read import group_as_read, group_on_air
from articles.admin.story_past import PastPage, page_then
from articles.admin.story_sides import LIVE, NOW, Side, on_air_of, side_called
from articles.admin.story_unstored import group_from, group_of_version
from articles.legal import preview
from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.legal.law import LawBook
from articles.models import Story
from articles.pages.addresses import Carry
from articles.pages.reader import Reader
from articles.pages.standing import Standing
from articles.pages.story_head import Group
from articles.proof.refusals import NoAnswer
from articles.proof.replay import law_then
from articles.publishing.clock import in_zone
from articles.publishing.permissions import Deed

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """``at`` is a moment that is past; None for today's law. ``hash``: what must be shown."""

    of: str = NOW
    place: Place = UNKNOWN
    colours: str = ""
    at: datetime | None = None
    hash: str = ""

    def url(self, story: Story) -> str:
        said = {
            "of": self.of, "region": code_of(self.place), "colours": self.colours,
            "at": self.at.isoformat() if self.at else "", "hash": self.hash,
        }  # fmt: skip
        base = reverse("admin:articles_story_frame", args=[story.pk])
        return f"{base}?{urlencode({name: value for name, value in said.items() if value})}"


def frame_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """Tampered parameters are not found; what was changed meanwhile is said, never shown."""
    story = story_for(request, story_id, Deed.VIEW_STORY)
    now = timezone.now()
    data = fresh_standing(now)
    asked = _asked(request, now, data.book.atlas)
    side = side_called(story, asked.of)
    if asked.hash and asked.hash != side.hash:
        return HttpResponse(
            _("The story was changed since this page was opened: open it again."),
            status=409, content_type="text/plain; charset=utf-8",
        )  # fmt: skip
    reader = reader_in(request, asked, now, data)
    if asked.at and side.version:
        past = page_then(story, side.version, asked.at, today=now)
        ribbon = _past_ribbon(side, story, asked, asked.at, past)
        return group_as_read(past.group, reader, ribbon, then=past.entries.rows)
    ribbon = _ribbon(side, asked)
    return group_as_read(group_on(story, side, reader.now), reader, ribbon, colours=asked.colours)


def group_on(story: Story, side: Side, at: datetime) -> Group:
    if side.key == LIVE and (on_air := on_air_of(story)):
        return group_on_air(on_air)
    if side.version:
        return group_of_version(story, side.version, at)
    return group_from(story, side.content, at=at, revised_at=at)


def reader_in(request: HttpRequest, asked: Asked, now: datetime, data: Standing) -> Reader:
    return Reader(
        place=asked.place,
        carry=Carry(((preview.PARAMETER, preview.token_for(asked.place.region)),)),
        origin=f"{request.scheme}://{request.get_host()}",
        now=asked.at or now,
        standing=_under_law(data, asked.at),
    )


def _under_law(data: Standing, at: datetime | None) -> Standing:
    """With the law as it was on record then."""
    if at is None:
        return data
    try:
        law = law_then(at)
    except NoAnswer as error:
        raise Http404 from error
    return replace(data, book=LawBook(law.rules, law.atlas), parts={})


def _asked(request: HttpRequest, now: datetime, atlas: Atlas) -> Asked:
    said = request.GET
    try:
        place = place_called(said.get("region", "unknown"), atlas)
        at = parse_datetime(said["at"]) if said.get("at") else None
    except (Nonsense, ValueError) as error:
        raise Http404 from error
    if said.get("at") and (at is None or at.tzinfo is None or not EARLIEST < at <= now):
        raise Http404
    return Asked(said.get("of", NOW), place, said.get("colours", ""), at, said.get("hash", ""))


def _ribbon(side: Side, asked: Asked) -> str:
    words = {"what": side.label, "place": place_name(asked.place, region_names())}
    return _("Preview: %(what)s, as a reader in %(place)s has it") % words


def _past_ribbon(side: Side, story: Story, asked: Asked, at: datetime, past: PastPage) -> str:
    """What is not as it was is said on top, not left for the reader to guess."""
    words = {
        "what": side.label,
        "place": place_name(asked.place, region_names()),
        "when": in_zone(at, story.service.time_zone),
    }
    said = _("As it was on %(when)s for a reader in %(place)s: %(what)s") % words
    return "; ".join([said, *past.notes])
