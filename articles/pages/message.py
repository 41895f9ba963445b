"""Pages that say what happened: not found, withdrawn, withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext

from articles.legal.resolve import Resolution
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import front_path
from articles.pages.frame import build_frame
from articles.pages.moments import moment_of
from articles.pages.notices import notice_of
from articles.pages.printable import Printable
from articles.pages.reader import Reader
from articles.pages.shapes import Frame, Link, Notice


@dataclass(frozen=True)
class MessagePage(Printable):
    """404, 410, 451, 500: what happened, in the service's language, and where to go.

    ``heading_of`` is the slug of the notice that the heading itself is.
    """

    frame: Frame
    code: int
    heading: str
    text: str
    link: Link
    notices: tuple[Notice, ...] = ()
    source: Link | None = None
    heading_of: str = ""


def not_found(service: LanguageService, reader: Reader, path: str) -> MessagePage:
    return _message(
        service,
        reader,
        path,
        404,
        gettext("The page you are looking for cannot be found"),
        gettext("The address may be mistyped, or the story may have been taken down."),
    )


def gone(row: PublishedStory, service: LanguageService, reader: Reader, path: str) -> MessagePage:
    when = moment_of(row.killed_at or row.revised_at, service)
    text = gettext("The text at this address was withdrawn by the editors on %(date)s.")
    heading = gettext("This story has been withdrawn")
    return _message(service, reader, path, 410, heading, text % {"date": when.text})


def entry_gone(
    note: str, service: LanguageService, reader: Reader, path: str, story: Link
) -> MessagePage:
    """An entry of live coverage that was removed; the rest of the coverage is where it was."""
    heading = gettext("This update has been removed")
    text = note or gettext("The editors removed what stood at this address.")
    return replace(_message(service, reader, path, 410, heading, text), source=story)


def preview_over(service: LanguageService, reader: Reader) -> MessagePage:
    """410: a secret link that was ended, or whose time is over. Nothing of the story is told."""
    return _message(
        service,
        reader,
        front_path(service.slug),
        410,
        gettext("This preview is over"),
        gettext("Ask whoever sent you the link for a new one."),
    )


def withheld(
    resolution: Resolution, service: LanguageService, reader: Reader, path: str
) -> MessagePage:
    """451: who demands it and by which law, when that may be told; else not even why."""
    order = resolution.withheld
    told, source = [], None
    if order and order.public_reason:
        if order.demanding_party:
            text = gettext("The restriction was demanded by %(party)s.")
            told.append(text % {"party": order.demanding_party})
        if order.legal_basis:
            told.append(gettext("Legal basis: %(basis)s") % {"basis": order.legal_basis})
        if order.citation_url:
            source = Link(gettext("Read the source"), order.citation_url)
        heading = gettext("This story is not available in your country for legal reasons")
    else:
        heading = gettext("This page cannot be shown where you are.")
    page = _message(service, reader, path, 451, heading, " ".join(told), resolution)
    return replace(_said_once(page), source=source)


def _said_once(page: MessagePage) -> MessagePage:
    """A notice that says no more than the heading is the heading."""
    twin = next((one for one in page.notices if one.title == page.heading and one.is_bare), None)
    if twin is None:
        return page
    notices = tuple(one for one in page.notices if one is not twin)
    return replace(page, notices=notices, heading_of=twin.slug)


def _message(
    service: LanguageService,
    reader: Reader,
    path: str,
    code: int,
    heading: str,
    text: str,
    resolution: Resolution | None = None,
) -> MessagePage:
    about = About(
        kind="message",
        title=f"{heading} – {service.brand}",
        path=path,
        canonical=False,
        noindex=True,
        resolution=resolution,
    )
    notices = tuple(
        notice_of(shown, service, "message") for shown in (resolution.notices if resolution else ())
    )
    link = Link(gettext("Go to the front page"), reader.carry(front_path(service.slug)))
    return MessagePage(build_frame(service, reader, about), code, heading, text, link, notices)
