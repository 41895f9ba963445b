"""Forty notices such as an international broadcaster really has, and five hundred for the bench."""

from __future__ import annotations

from datetime import timedelta

from articles.legal.rules import Rule, Target
from tests.legal.making import NOW, rule

SHOWN = "matched_or_unknown"
# (kind, regions, reach, targets besides regions)
WARNINGS = [
    ("reader_warning", ("RU", "UA-OCC"), SHOWN, {}),
    ("reader_warning", ("RU",), SHOWN, {"service": ("ru", "tt", "ba")}),
    ("reader_warning", ("BY",), SHOWN, {}),
    ("reader_warning", ("BY",), SHOWN, {"service": ("be",)}),
    ("reader_warning", ("IR",), SHOWN, {"service": ("fa",)}),
    ("reader_warning", ("TM", "UZ", "TJ"), SHOWN, {}),
    ("reader_warning", ("IR",), SHOWN, {"topic": ("protests",)}),
    ("label", ("RU",), "matched", {"service": ("ru",)}),
    ("label", ("RU",), "matched", {"service": ("tt",)}),
    ("label", ("KG",), "matched", {"service": ("ky",)}),
    ("label", ("GE",), "matched", {"service": ("ka",)}),
    ("label", ("BY",), "matched", {"service": ("be",)}),
    ("label", (), "everyone", {"service": ("en",)}),
    ("privacy", ("EEA", "GB"), SHOWN, {}),
    ("privacy", ("EEA",), "matched", {"service": ("bg", "ro")}),
    ("info", ("RU", "BY", "IR"), "matched", {}),
    ("info", (), "everyone", {"topic": ("elections",)}),
    ("election_silence", ("FR",), "matched", {"topic": ("elections",)}),
    ("election_silence", ("KZ",), "matched", {"topic": ("elections",)}),
    ("election_silence", ("RU",), "matched", {"topic": ("elections",)}),
]
ORDERS = ["GB"] * 8 + ["AU"] * 4 + ["DE"] * 5 + ["FR"] * 3


def forty_notices() -> list[Rule]:
    warnings = [
        _rule(number, kind, regions, reach, targets)
        for number, (kind, regions, reach, targets) in enumerate(WARNINGS, start=1)
    ]
    return warnings + [
        _rule(100 + number, "withheld", (country,), "matched", {"story": (str(number),)})
        for number, country in enumerate(ORDERS)
    ]


def five_hundred_notices() -> list[Rule]:
    """The forty, and orders against single stories, in some places and services."""
    more = [
        _rule(1000 + number, "withheld", (ORDERS[number % 20],), "matched",
              {"story": (str(number + 50), f"key-{number}")})
        for number in range(460)
    ]  # fmt: skip
    return forty_notices() + more


def _rule(
    number: int,
    kind: str,
    regions: tuple[str, ...],
    reach: str,
    targets: dict[str, tuple[str, ...]],
) -> Rule:
    return rule(
        number,
        kind=kind,
        reach=reach,
        regions=regions,
        starts_at=NOW - timedelta(days=number % 40 + 1),
        targets={name: Target(frozenset(values)) for name, values in targets.items()},
    )
