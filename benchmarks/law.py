"""What the law costs: microseconds of CPU beside those of a constant view, measured in one run."""

from __future__ import annotations

import timeit
from collections.abc import Callable

from articles.legal.atlas import Place, load_atlas
from articles.legal.facets import Facets
from articles.legal.law import Law, law_at
from articles.legal.place import place_of
from articles.legal.zones import zones_of
from tests.legal.forty import five_hundred_notices, forty_notices
from tests.legal.making import NOW

ROUNDS, CALLS = 7, 4000
STORY = Facets(
    "ru", "ru", frozenset({"elections", "water"}), "politics", frozenset({"60", "key-10"})
)


def report_law(constant_view_ms: float) -> None:
    atlas = load_atlas()
    law = law_at(tuple(five_hundred_notices()), atlas, NOW)
    rows = {
        f"resolve a story among 500 notices ({place})": _resolving(law, place)
        for place in ("RU", "GB")
    } | {
        "zone of a request, edge header": _asking(law, {"HTTP_REGION": "UA-43"}),
        "zone of a request, address looked up": _asking(
            law, {"HTTP_X_FORWARDED_FOR": "77.88.55.242"}
        ),
    }
    print(f"\n{'the law, 500 notices in force':<44}{'CPU-µs':>8}{'of a constant view':>20}")
    for name, call in rows.items():
        cost = _microseconds(call)
        print(f"{name:<44}{cost:>8.1f}{cost / constant_view_ms / 1000:>20.4f}")
    few = law_at(tuple(forty_notices()), atlas, NOW)
    places = sum(kind != "group" for kind in atlas.kinds.values())
    print(f"zones of a realistic law of 40 notices: {len(zones_of(few))} ({places:,} places)")


def _resolving(law: Law, place: str) -> Callable[[], object]:
    return lambda: law.resolve(Place(place), STORY)


def _asking(law: Law, headers: dict[str, str]) -> Callable[[], object]:
    environ = {"REMOTE_ADDR": "127.0.0.1", **headers}
    trusted, header = ["127.0.0.0/8"], "Region"

    def ask() -> str:
        return law.zone(place_of(environ, law.atlas, trusted=trusted, header=header))

    return ask


def _microseconds(call: Callable[[], object]) -> float:
    """The best of several rounds: what it costs when nothing else runs."""
    call()
    return min(timeit.repeat(call, repeat=ROUNDS, number=CALLS)) / CALLS * 1e6
