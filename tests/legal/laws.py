"""Strategies: a small world, and any law that could be made for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from articles.legal.atlas import UNKNOWN, Atlas, Member, Place
from articles.legal.facets import Facets
from articles.legal.rules import Rule, RuleText, Target
from articles.vocabularies import Effect, NoticeKind, Placement, Reach

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
COUNTRIES = ("RU", "UA", "GB", "DE", "CZ", "NL")
SUBDIVISIONS = ("UA-43", "UA-40", "UA-14", "UA-46", "GB-ENG", "GB-LND")
GROUPS = ("EU", "UA-OCC", "OUTER")
WORLD = Atlas(
    kinds=dict.fromkeys(COUNTRIES, "country")
    | dict.fromkeys(SUBDIVISIONS, "subdivision")
    | dict.fromkeys(GROUPS, "group"),
    groups={
        "EU": (
            Member("DE"), Member("CZ"), Member("NL"),
            Member("GB", ends_on=date(2026, 2, 4)),
        ),
        "UA-OCC": (Member("UA-43"), Member("UA-40"), Member("UA-14", "partial")),
        "OUTER": (Member("UA-OCC"), Member("GB-ENG", starts_on=date(2026, 1, 30))),
    },
    parents={"GB-LND": "GB-ENG"},
)  # fmt: skip

places = st.sampled_from([UNKNOWN, *(Place(code) for code in (*COUNTRIES, *SUBDIVISIONS))])
regions = st.sampled_from((*COUNTRIES, *SUBDIVISIONS, *GROUPS))
moments = st.integers(-96, 96).map(lambda hours: NOW + timedelta(hours=hours))
VALUES = {
    "service": ("en", "ru", "tt"),
    "language": ("en", "ru"),
    "topic": ("courts", "water"),
    "section": ("politics", "sport"),
    "story": ("7", "8", "key-7"),
}


def _target(values: st.SearchStrategy[str]) -> st.SearchStrategy[Target]:
    few = st.frozensets(values, max_size=2)
    return st.builds(lambda include, exclude: Target(include, exclude - include), few, few)


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Target]:
    found = {"region": draw(_target(regions))}
    for dimension in draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=2)):
        found[dimension] = draw(_target(st.sampled_from(VALUES[dimension])))
    return {name: target for name, target in found.items() if target.include or target.exclude}


@st.composite
def rules(draw: st.DrawFn, number: int) -> Rule:
    starts_at = draw(moments)
    length = draw(st.none() | st.integers(1, 96))
    return Rule(
        version_id=number,
        notice_id=number,
        slug=f"notice-{number}",
        kind=draw(st.sampled_from(NoticeKind.values)),
        placements=(draw(st.sampled_from(Placement.values)),),
        priority=draw(st.integers(-1, 1)),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=length) if length else None,
        reach=draw(st.sampled_from(Reach.values)),
        verbatim=False,
        min_scale="1.0",
        effects=frozenset(draw(st.sets(st.sampled_from(Effect.values), max_size=2))),
        group_key=draw(st.sampled_from(["", "", "a", "b"])),
        demanding_party="",
        legal_basis="",
        citation_url="",
        blocked_by_url="",
        public_reason=False,
        texts=(RuleText("en", "Title", "<p>Text</p>", "", "", True),),
        targets=draw(targets()),
    )


@st.composite
def laws(draw: st.DrawFn, largest: int = 6) -> tuple[Rule, ...]:
    count = draw(st.integers(0, largest))
    return tuple(draw(rules(number)) for number in range(1, count + 1))


facets = st.builds(
    Facets,
    service=st.sampled_from(VALUES["service"]),
    language=st.sampled_from(VALUES["language"]),
    topics=st.frozensets(st.sampled_from(VALUES["topic"])),
    section=st.sampled_from(("", *VALUES["section"])),
    stories=st.sampled_from([frozenset(), frozenset({"7", "key-7"}), frozenset({"8", "key-8"})]),
)
