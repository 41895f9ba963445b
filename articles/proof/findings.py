"""What a page lacks, or shows and should not: one page against the law for its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from articles.legal.atlas import Place
from articles.legal.resolve import Resolution
from articles.legal.zones import UNKNOWN_PLACE
from articles.pages.outputs import Output
from articles.proof.seen import CONTROLS, Seen
from articles.proof.visits import Page
from articles.vocabularies import Effect

WITHHELD = 451


@dataclass(frozen=True)
class Finding:
    output: str
    path: str
    zone: str
    place: Place
    what: str

    def __str__(self) -> str:
        where = self.place.region or UNKNOWN_PLACE
        return f"{self.output}\t{self.path}\tzone {self.zone}\t{where}\t{self.what}"


def flaws(output: Output, page: Page, seen: Seen, found: Resolution) -> Iterator[str]:
    """Sentences, one for each thing that is wrong."""
    is_withheld = output.has_text and found.withheld is not None
    right = WITHHELD if is_withheld else 200
    if page.status != right:
        yield _wrong_status(page.status, right)
        return  # another page than the one that the law speaks of
    yield from _withheld_notices(seen, found) if is_withheld else _notices(output, seen, found)
    yield from _effects(output, page, seen, found.effects)


def _wrong_status(status: int, right: int) -> str:
    if right == WITHHELD:
        return f"the story is withheld here, but the page answers {status}, not {WITHHELD}"
    return f"the page answers {status}, not {right}"


def _notices(output: Output, seen: Seen, found: Resolution) -> Iterator[str]:
    due = [
        (shown.rule.slug, placement.value)
        for placement in output.placements
        for shown in found.at(placement)
    ]
    expected = Counter(slug for slug, _placement in due)
    for slug, count in expected.items():
        if seen.notices[slug] != count:
            places = ", ".join(placement for one, placement in due if one == slug)
            yield _miscounted(slug, seen.notices[slug], count, places)
    yield from _unexpected(seen, set(expected))


def _miscounted(slug: str, there: int, count: int, places: str) -> str:
    if there == 0:
        return f"the notice “{slug}” is missing at {places}"
    return f"the notice “{slug}” stands here {there} times, not {count} ({places})"


def _withheld_notices(seen: Seen, found: Resolution) -> Iterator[str]:
    """Instead of the story: every notice that stays, at least once, and no other."""
    slugs = {shown.rule.slug for shown in found.notices}
    for slug in sorted(slugs - seen.notices.keys()):
        yield f"the notice “{slug}” is missing on the page of the withheld story"
    yield from _unexpected(seen, slugs)


def _unexpected(seen: Seen, expected: set[str]) -> Iterator[str]:
    for slug in sorted(seen.notices.keys() - expected):
        yield f"the notice “{slug}” stands here and should not"


def _effects(output: Output, page: Page, seen: Seen, effects: frozenset[str]) -> Iterator[str]:
    if Effect.NOINDEX in effects:
        if "noindex" not in page.headers.get("x-robots-tag", ""):
            yield "noindex is not in the X-Robots-Tag header"
        if "noindex" not in seen.robots and not output.for_machines:
            yield "noindex is not in the page’s robots element"
    if Effect.NO_STORE in effects and "no-store" not in page.headers.get("cache-control", ""):
        yield "no-store is not in the Cache-Control header"
    for attribute in sorted(seen.controls):
        if CONTROLS[attribute] in effects:
            yield f"a control with {attribute} is here, in spite of {CONTROLS[attribute]}"
