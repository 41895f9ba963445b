"""Where a page was made for: what the reader said, and as whom staff read."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale
from django.utils.translation import gettext

from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.models.service import LanguageService
from articles.pages.addresses import EDITION, TEXT, place_path
from articles.pages.moments import locale_of
from articles.pages.reader import Reader
from articles.pages.shapes import Where


def where_of(
    service: LanguageService, reader: Reader, path: str, asked: Mapping[str, str]
) -> Where:
    """``asked``: what the page's address says beside its path."""
    carry = reader.carry
    return Where(
        said=place_name(reader.also, service, reader) if reader.also else "",
        change_url=carry(place_path(service.slug), page=carry.bare(path)),
        undo_url=carry(path, **asked, **{"in": ""}) if reader.also else "",
        previewed=place_name(reader.previewed, service, reader) if reader.previewed else "",
        text_url="" if reader.is_text else carry(path, **asked, **{EDITION: TEXT}),
        full_url=carry(path, **asked, **{EDITION: ""}) if reader.is_text else "",
    )


def place_name(place: Place, service: LanguageService, reader: Reader) -> str:
    """As readers of the service's language call it; made once while the standing data lasts."""
    if place == UNKNOWN:
        return gettext("an unknown place")
    known = reader.standing.names
    key = (service.language, place.region)
    if key not in known:
        known[key] = _name(place.region, locale_of(service.language), reader.law.atlas)
    return known[key]


def _name(code: str, locale: Locale, atlas: Atlas) -> str:
    """The language's own name of a country; our atlas's for what its tables do not know."""
    name = locale.territories.get(code)
    return str(name) if name else gettext(atlas.names.get(code, code))
