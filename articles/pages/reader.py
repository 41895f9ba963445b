"""What a page may know of its reader: a place, mapped to a zone; nothing about the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Place
from articles.legal.resolve import Facets, Resolution, resolve
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import Carry
from articles.pages.standing import Standing


@dataclass(frozen=True)
class Reader:
    """``origin`` is scheme and host; ``demo_place`` the choice of the demonstration's bar."""

    place: Place
    carry: Carry
    origin: str
    now: datetime
    standing: Standing
    demo_place: str = ""

    @property
    def zone(self) -> str:
        return self.standing.zone(self.place, self.now)

    def resolve(self, facets: Facets) -> Resolution:
        standing = self.standing
        return resolve(self.place, facets, standing.rules, standing.atlas, self.now)

    def may_read(self, row: PublishedStory) -> bool:
        """Whether ``row`` may stand in a list here; only rules that can withhold are asked."""
        standing = self.standing
        if not standing.withholding:
            return True
        facets = facets_of(row, standing.by_id[row.service_id], standing)
        found = resolve(self.place, facets, standing.withholding, standing.atlas, self.now)
        return found.withheld is None


def facets_of(row: PublishedStory, service: LanguageService, standing: Standing) -> Facets:
    """What a story is to the law: an order against it holds for its translations, too."""
    section = standing.sections.get(row.section_id or 0)
    return Facets(
        service=service.slug,
        language=service.language,
        topics=frozenset(row.card.get("topics", ())),
        section=section.slug if section else "",
        stories=standing.ordered_stories.get(row.translation_key, frozenset()) | {str(row.pk)},
    )
