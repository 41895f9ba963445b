"""What a reader somewhere was shown at a time, and on which record the answer rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Place
from articles.legal.facets import Facets
from articles.legal.resolve import Resolution, Shown
from articles.legal.rules import RuleText
from articles.legal.schedule import Edition
from articles.models import NoticeManifest, NoticeVersion
from articles.proof.question import edition_called, moment_of, place_called, story_called
from articles.proof.replay import law_then
from articles.proof.stories import StoryThen, story_then
from articles.publishing.actors import SYSTEM, name_of
from articles.vocabularies import Effect, NoticeKind, Placement

WITHHELD = 451


@dataclass(frozen=True)
class Evidence:
    """One notice that was shown, in which words, and who answers for it."""

    shown: Shown
    text: RuleText
    version: NoticeVersion

    @property
    def since(self) -> datetime:
        """From when on this version could be seen: its start, or its approval after that."""
        approved_at = self.version.approved_at
        return max(self.version.starts_at, approved_at or self.version.starts_at)

    @property
    def kind(self) -> str:
        return str(NoticeKind(self.shown.rule.kind).label)

    @property
    def placements(self) -> list[str]:
        return [str(Placement(one).label) for one in self.shown.rule.placements]

    @property
    def effects(self) -> list[str]:
        return [str(Effect(one).label) for one in sorted(self.shown.rule.effects)]

    @property
    def approved_by(self) -> str:
        return name_of(self.version.approved_by or SYSTEM)

    @property
    def proposed_by(self) -> str:
        return name_of(self.version.proposed_by or SYSTEM)

    @property
    def reviewed_by(self) -> str:
        return name_of(self.version.reviewed_by) if self.version.reviewed_by else ""


@dataclass(frozen=True)
class Answer:
    """``story`` is None where a service's pages in general were asked about."""

    place: Place
    also: Place | None
    edition: Edition
    at: datetime
    is_future: bool
    entry: NoticeManifest | None
    story: StoryThen | None
    evidence: tuple[Evidence, ...]
    effects: tuple[str, ...]
    is_withheld: bool

    @property
    def status(self) -> int:
        """How the story's address answered; 200 for a service's own pages."""
        if self.story is None:
            return 200
        is_on_air = self.story.version is not None
        return WITHHELD if is_on_air and self.is_withheld else self.story.status


def ask(
    *, region: str, service: str, at: str, now: datetime, story: str = "", also: str = ""
) -> Answer:
    """Answer in the words of the law then; raises NoAnswer with a sentence."""
    moment = moment_of(at)
    law = law_then(moment)
    edition = edition_called(service, law.editions)
    place = place_called(region, law.atlas)
    said = place_called(also, law.atlas) if also.strip() else None
    about = story_then(story_called(story, edition), edition, moment) if str(story) else None
    facets = about.facets if about else Facets(edition.slug, edition.languages[0])
    found = law.resolve(place, facets, moment, said)
    return Answer(
        place=place,
        also=said,
        edition=edition,
        at=moment,
        is_future=moment > now,
        entry=law.entry,
        story=about,
        evidence=tuple(_evidence(_on_page(found, about), edition, law.versions)),
        effects=tuple(sorted(found.effects)),
        is_withheld=found.withheld is not None,
    )


def _on_page(found: Resolution, about: StoryThen | None) -> Iterable[Shown]:
    """A page that says that there is no story has only what stands on every page."""
    is_there = about is None or about.version is not None
    return found.notices if is_there else found.at(Placement.SITE_BANNER)


def _evidence(
    notices: Iterable[Shown], edition: Edition, versions: dict[int, NoticeVersion]
) -> Iterable[Evidence]:
    for shown in notices:
        text = shown.rule.text_in(edition.languages)
        yield Evidence(shown, text, versions[shown.rule.version_id])
