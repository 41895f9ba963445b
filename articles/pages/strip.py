"""The strip on top of a service's pages: what editors raised, else the breaking story of a list."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import story_path
from articles.pages.card import is_breaking
from articles.pages.moments import moment_of
from articles.pages.reader import Reader
from articles.pages.shapes import Strip
from articles.vocabularies import AlertLabel


def raised_strip(service: LanguageService, reader: Reader, own_story: int) -> Strip | None:
    """Not on the page of its own story, nor where that may not be read: it would tell of it."""
    alert = reader.standing.alerts.get(service.pk)
    if alert is None or alert.until <= reader.now:
        return None
    row = alert.row
    if row and (row.pk == own_story or not reader.may_read(row)):
        return None
    is_developing = alert.label == AlertLabel.DEVELOPING
    return Strip(
        label=gettext("Developing") if is_developing else gettext("Breaking News"),
        text=alert.text or (row.headline if row else ""),
        url=_url(row, service, reader) if row else "",
        moment=moment_of(alert.raised_at, service),
        until=alert.until,
        repeats=not alert.text,
    )


def strip_among(
    rows: Sequence[PublishedStory], service: LanguageService, reader: Reader
) -> Strip | None:
    """Of the first breaking story; ``rows`` may be read here."""
    row = next((row for row in rows if is_breaking(row, reader)), None)
    if row is None or row.breaking_until is None:
        return None
    return Strip(
        label=gettext("Breaking News"),
        text=row.headline,
        url=_url(row, service, reader),
        moment=moment_of(row.published_at, service),
        until=row.breaking_until,
    )


def _url(row: PublishedStory, service: LanguageService, reader: Reader) -> str:
    return reader.carry(story_path(service.slug, row.slug, row.pk))
