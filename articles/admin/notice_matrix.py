"""The matrix: what readers of each zone are shown at each place of a page, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from articles.admin.live_law import Comparison
from articles.admin.notice_page import PageAsked
from articles.admin.notice_terms import term
from articles.admin.zone_names import Zone, zones_in_words
from articles.legal.atlas import Place
from articles.legal.law import law_at
from articles.legal.resolve import Resolution, Shown
from articles.models import LanguageService
from articles.publishing.notice_names import language_name
from articles.vocabularies import Effect, Placement

MOST_ZONES = 60
ADDED, REMOVED, CHANGED, UNCHANGED = "added", "removed", "changed", "unchanged"


@dataclass(frozen=True)
class Entry:
    """One notice in a cell, or one effect; ``language`` is the one in which its text comes."""

    change: str
    name: str
    language: str = ""
    is_candidate: bool = False

    @property
    def in_words(self) -> str:
        return {
            ADDED: _("+ added"),
            REMOVED: _("− removed"),
            CHANGED: _("± other words"),
            UNCHANGED: _("= unchanged"),
        }[self.change]


@dataclass(frozen=True)
class Row:
    """``story`` says whether the story can be read there: an order's entries, or none."""

    zone: Zone
    story: tuple[Entry, ...]
    cells: tuple[tuple[Entry, ...], ...]
    effects: tuple[Entry, ...]
    labels: tuple[str, ...] = field(default_factory=lambda: tuple(str(p.label) for p in Placement))

    @property
    def named(self) -> list[tuple[str, tuple[Entry, ...]]]:
        """Each cell with the name of its place on the page."""
        return list(zip(self.labels, self.cells, strict=True))

    @property
    def changes(self) -> bool:
        entries = (*self.story, *self.effects, *(one for cell in self.cells for one in cell))
        return any(entry.change != UNCHANGED for entry in entries)


@dataclass(frozen=True)
class Matrix:
    page: PageAsked
    columns: tuple[str, ...]
    empty_columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int

    @property
    def changed(self) -> list[Row]:
        return [row for row in self.rows if row.changes]

    @property
    def unchanged(self) -> list[Row]:
        return [row for row in self.rows if not row.changes]


@dataclass(frozen=True)
class Naming:
    """What notices may be called here: those of other newsrooms stay unnamed."""

    regions: Mapping[str, str]
    visible: frozenset[int]
    candidate: int

    def of(self, shown: Shown) -> str:
        return shown.rule.slug if shown.rule.notice_id in self.visible else _("another newsroom’s")


def build_matrix(comparison: Comparison, page: PageAsked, naming: Naming) -> Matrix:
    before, after = comparison.before, comparison.after
    rules = tuple({rule.version_id: rule for rule in (*before.rules, *after.rules)}.values())
    zones = zones_in_words(law_at(rules, before.atlas, comparison.moment), naming.regions)
    rows = [row_of(zone, comparison, page, naming) for zone in zones[:MOST_ZONES]]
    used = [any(row.cells[number] for row in rows) for number in range(len(Placement))]
    return Matrix(
        page=page,
        columns=_labels(used, is_used=True),
        empty_columns=_labels(used, is_used=False),
        rows=tuple(_narrowed(row, used) for row in rows),
        left_out=max(0, len(zones) - MOST_ZONES),
    )


def _labels(used: Sequence[bool], *, is_used: bool) -> tuple[str, ...]:
    pairs = zip(Placement, used, strict=True)
    return tuple(str(placement.label) for placement, one in pairs if one is is_used)


def _narrowed(row: Row, used: Sequence[bool]) -> Row:
    cells = tuple(cell for cell, one in zip(row.cells, used, strict=True) if one)
    return replace(row, cells=cells, labels=_labels(used, is_used=True))


def row_of(zone: Zone, comparison: Comparison, page: PageAsked, naming: Naming) -> Row:
    """One cell for each placement, in the order of the vocabulary."""
    place = Place(zone.region)
    before = comparison.before.resolve(place, page.facets)
    after = comparison.after.resolve(place, page.facets)
    cells = [_entries(_at(before, one), _at(after, one), page.service, naming) for one in Placement]
    story = _entries(_instead(before), _instead(after), page.service, naming)
    return Row(zone, story, tuple(cells), _effects(before, after))


def _at(found: Resolution, placement: Placement) -> list[Shown]:
    """Beside a withheld story only what stands at the top of every page has its place."""
    if found.withheld and placement != Placement.SITE_BANNER:
        return []
    return found.at(placement)


def _instead(found: Resolution) -> list[Shown]:
    """What stands in the place of a withheld story; nothing where it can be read."""
    return list(found.notices) if found.withheld else []


def _entries(
    before: Iterable[Shown], after: Iterable[Shown], service: LanguageService, naming: Naming
) -> tuple[Entry, ...]:
    old = {one.rule.notice_id: one for one in before}
    new = {one.rule.notice_id: one for one in after}
    entries = []
    for notice_id in dict.fromkeys((*new, *old)):
        shown = new.get(notice_id) or old[notice_id]
        change = _change(old.get(notice_id), new.get(notice_id), service)
        language = text_language(shown, service)
        is_candidate = notice_id == naming.candidate
        entries.append(Entry(change, naming.of(shown), language, is_candidate))
    return tuple(entries)


def _change(old: Shown | None, new: Shown | None, service: LanguageService) -> str:
    if old is None:
        return ADDED
    if new is None:
        return REMOVED
    return UNCHANGED if _look(old, service) == _look(new, service) else CHANGED


def _look(shown: Shown, service: LanguageService) -> tuple[object, ...]:
    """Everything of a notice that this service's readers see."""
    rule = shown.rule
    text = rule.text_in(languages_of(service))
    return (text, rule.verbatim, rule.min_scale, rule.kind, rule.slug, shown.is_prominent,
            rule.public_reason and (rule.demanding_party, rule.legal_basis, rule.citation_url),
            rule.blocked_by_url)  # fmt: skip


def languages_of(service: LanguageService) -> tuple[str, ...]:
    return (service.language, *service.fallback_languages)


def text_language(shown: Shown, service: LanguageService) -> str:
    return language_name(shown.rule.text_in(languages_of(service)).language)


def _effects(before: Resolution, after: Resolution) -> tuple[Entry, ...]:
    """One entry for each kind of change: six lines of "removed" say no more than one."""
    found: dict[str, list[str]] = {}
    for effect in Effect:
        was, will = effect in before.effects, effect in after.effects
        if was or will:
            change = UNCHANGED if was and will else ADDED if will else REMOVED
            found.setdefault(change, []).append(term(Effect, effect))
    return tuple(Entry(change, ", ".join(names)) for change, names in found.items())
