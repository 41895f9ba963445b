"""Where which notices stand on a story, and where it may not be read at all."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.admin.notice_terms import region_names
from articles.admin.zone_names import zones_in_words
from articles.legal.atlas import UNKNOWN, Place
from articles.pages.reader import Reader, facets_of
from articles.pages.story_head import Group


@dataclass(frozen=True)
class Somewhere:
    """``region`` is a place that can stand for all of ``name``."""

    name: str
    region: str
    notices: tuple[str, ...]
    is_withheld: bool


def by_place(group: Group, reader: Reader) -> list[Somewhere]:
    """One row for each set of places where readers see the same."""
    service = reader.standing.by_id[group.row.service_id]
    facets = facets_of(group.row, service, reader.standing)
    languages = (service.language, *service.fallback_languages)
    law = reader.law
    rows: dict[tuple[tuple[str, ...], bool], list[tuple[str, str]]] = {}
    for zone in zones_in_words(law, region_names()):
        place = Place(zone.region) if zone.region else UNKNOWN
        found = law.resolve(place, facets)
        titles = tuple(shown.rule.text_in(languages).title for shown in found.notices)
        key = (titles, found.withheld is not None)
        rows.setdefault(key, []).append((zone.name, zone.region or "unknown"))
    return [
        Somewhere(_("; ").join(name for name, _region in places), places[0][1], titles, is_withheld)
        for (titles, is_withheld), places in rows.items()
    ]
