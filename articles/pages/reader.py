"""What a page may know of its reader: a place, mapped to a zone; nothing about the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Place
from articles.legal.facets import Facets
from articles.legal.law import Law
from articles.legal.resolve import Resolution
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import Carry
from articles.pages.standing import Standing


@dataclass(frozen=True)
class Reader:
    """``origin`` is scheme and host; ``also`` where the reader says to be, besides ``place``.

    ``previewed`` is the place as which staff read. ``is_text``: they want the edition without
    pictures.
    """

    place: Place
    carry: Carry
    origin: str
    now: datetime
    standing: Standing
    also: Place | None = None
    previewed: Place | None = None
    demo_place: str = ""
    is_text: bool = False

    @property
    def law(self) -> Law:
        return self.standing.book.at(self.now)

    @property
    def zone(self) -> str:
        return self.law.zone(self.place, self.also)

    @property
    def mapped(self) -> list[int]:
        """Services of which this host's sitemaps tell: the one at home here, or the others."""
        own = self.carry.own
        return [
            number
            for number, one in self.standing.by_id.items()
            if (one.slug == own if own else not one.domain)
        ]

    def resolve(self, facets: Facets) -> Resolution:
        return self.law.resolve(self.place, facets, self.also)

    def may_read(self, row: PublishedStory) -> bool:
        """Whether ``row`` may stand in a list here."""
        law, service = self.law, self.standing.by_id[row.service_id]
        if not law.may_withhold(self.place):
            return True
        return not law.withholds(self.place, facets_of(row, service, self.standing))


def facets_of(row: PublishedStory, service: LanguageService, standing: Standing) -> Facets:
    """What a story is to the law: an order against it may hold for its translations, too."""
    section = standing.sections.get(row.section_id or 0)
    return Facets(
        service=service.slug,
        language=service.language,
        topics=frozenset(row.card.get("topics", ())),
        section=section.slug if section else "",
        stories=frozenset((str(row.pk), str(row.translation_key))),
    )
