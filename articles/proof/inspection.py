"""Every output of the stories that the law concerns, in every zone: is there what must be?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone

from articles.legal.atlas import Place
from articles.legal.facets import Facets, concerns
from articles.legal.law import Law
from articles.legal.resolve import resolve
from articles.legal.zones import zones_of
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.pages import standing
from articles.pages.outputs import OUTPUTS, Output
from articles.pages.reader import facets_of
from articles.proof.findings import Finding, flaws
from articles.proof.seen import Seen
from articles.proof.traces import Trace, betrayed, traces_of
from articles.proof.visits import Page, visit

AT_ONCE = 100
# Of so many withheld stories per zone the words are looked for in lists; of all, the addresses.
WORDS_OF = 300
TRIES = 3
NOT_FOUND = 404


@dataclass(frozen=True)
class Stop:
    """One address to visit in every zone."""

    output: Output
    path: str
    facets: Facets
    row: PublishedStory | None = None


@dataclass
class Inspection:
    """``stories`` are on air; with ``affected_only`` those that no rule concerns are passed by.

    ``run`` yields what it finds as it goes; afterwards the counts are there.
    """

    stories: PublishedStoryQuerySet
    newest: int | None = None
    affected_only: bool = True
    pages: int = 0
    findings: int = 0
    zones: dict[str, Place] = field(default_factory=dict)
    _traces: dict[str, list[Trace]] = field(default_factory=dict)
    # By the path of a list: the zones in which one of its stories may be read.
    _open_in: dict[str, set[str]] = field(default_factory=dict)

    def run(self) -> Iterator[Finding]:
        law = _law(timezone.now())
        self.zones = {key: places[0] for key, places in zones_of(law).items()}
        self._traces = {zone: [] for zone in self.zones}
        for stop in self._lists(law):
            yield from self._everywhere(stop)
        for row in self._rows(law):
            for stop in _stops(row, has_text=True):
                yield from self._everywhere(stop)

    def _lists(self, law: Law) -> list[Stop]:
        """Each list once, however many stories it holds; on the way, what is withheld is noted."""
        stops: dict[str, Stop] = {}
        for row in self._rows(law):
            readable_in = self.zones.keys() - self._note_withheld(law, row)
            for stop in _stops(row, has_text=False):
                stops.setdefault(stop.path, replace(stop, row=None))
                self._open_in.setdefault(stop.path, set()).update(readable_in)
        return list(stops.values())

    def _rows(self, law: Law) -> Iterator[PublishedStory]:
        """Newest first, a few at a time: visits may close the connection of an open cursor."""
        left = self.newest
        stories = self.stories.newest_first()
        rows = _batch(stories, left)
        while rows:
            yield from (row for row in rows if not self.affected_only or _is_affected(law, row))
            left = None if left is None else left - len(rows)
            last = rows[-1]
            rows = _batch(stories.before(last.published_at, last.pk), left)

    def _note_withheld(self, law: Law, row: PublishedStory) -> set[str]:
        """The zones in which it is withheld."""
        facets = _facets(row)
        zones = {zone for zone, place in self.zones.items() if law.withholds(place, facets)}
        traces = traces_of(row) if zones else []
        for zone in zones:
            if len(self._traces[zone]) < WORDS_OF * 5:
                self._traces[zone] += traces
        return zones

    def _everywhere(self, stop: Stop) -> Iterator[Finding]:
        for zone, place in self.zones.items():
            self.pages += 1
            for what in self._visit(stop, zone, place):
                self.findings += 1
                yield Finding(stop.output.name, stop.path, zone, place, what)

    def _visit(self, stop: Stop, zone: str, place: Place) -> Iterator[str]:
        page, law, now = _under_one_law(stop.path, place)
        seen = Seen(page.text)
        found = resolve(place, stop.facets, law.rules, law.atlas, now)
        if not (page.status == NOT_FOUND and self._is_closed(stop, zone)):
            yield from flaws(stop.output, page, seen, found)
        traces = list(self._traces[zone])
        if stop.row is not None and found.withheld:
            traces += traces_of(stop.row)
        yield from _leaks(traces, seen, stop, law, place)

    def _is_closed(self, stop: Stop, zone: str) -> bool:
        """Whether the list may be missing: none of the stories looked at may be read there."""
        is_open = zone in self._open_in.get(stop.path, ())
        return stop.output.lives_by_its_stories and not is_open


def _leaks(traces: list[Trace], seen: Seen, stop: Stop, law: Law, place: Place) -> Iterator[str]:
    """Words of the stories noted, and addresses of any story that is withheld here."""
    own = stop.path if stop.row is not None else ""
    told: set[tuple[int, str]] = set()
    for trace in betrayed(traces, seen.words, own):
        if (trace.story, trace.what) not in told:
            told.add((trace.story, trace.what))
            yield f"the {trace.what} of story {trace.story}, which is withheld here, can be seen"
    others = seen.stories - {story for story, _what in told}
    others -= {stop.row.pk} if stop.row is not None else set()
    for row in PublishedStory.objects.cards().filter(pk__in=others):
        if law.withholds(place, _facets(row)):
            yield f"the address of story {row.pk}, which is withheld here, can be seen"


def _under_one_law(path: str, place: Place) -> tuple[Page, Law, datetime]:
    """The page with the law that it was made by: a boundary may pass in between."""
    for _try in range(TRIES):
        now = timezone.now()
        law, page = _law(now), visit(path, place)
        if _law(timezone.now()) is law:
            break
    return page, law, now


def _law(now: datetime) -> Law:
    return standing.get(now).book.at(now)


def _stops(row: PublishedStory, *, has_text: bool) -> Iterator[Stop]:
    data = standing.get(timezone.now())
    service = data.by_id[row.service_id]
    for output in OUTPUTS:
        if output.has_text is has_text:
            for path in output.paths(row, service):
                yield Stop(output, path, output.facets(path, row, service, data), row)


def _is_affected(law: Law, row: PublishedStory) -> bool:
    facets = _facets(row)
    return any(concerns(rule, facets) for rule in law.rules)


def _facets(row: PublishedStory) -> Facets:
    data = standing.get(timezone.now())
    return facets_of(row, data.by_id[row.service_id], data)


def _batch(stories: PublishedStoryQuerySet, left: int | None) -> list[PublishedStory]:
    many = AT_ONCE if left is None else min(AT_ONCE, left)
    ready = stories.select_related("section").prefetch_related("topics", "contributors")
    return list(ready[:many])
