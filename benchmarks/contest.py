"""Contenders that are asked in turns, so that what else the machine does meets them alike.

What is compared is each round's own ratio, and of those the median: on a machine that others use
as well, the speeds of one and the same server differ from minute to minute, its ratios hardly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.load import per_second

ROUNDS = 9
SECONDS = 1


@dataclass
class Contender:
    name: str
    path: str
    headers: Mapping[str, str]
    speeds: list[float] = field(default_factory=list)  # requests a second, by round
    costs: list[float] = field(default_factory=list)  # the server's CPU-milliseconds each

    @property
    def speed(self) -> float:
        return median(self.speeds)

    @property
    def cost(self) -> float:
        return median(self.costs)

    def of(self, other: Contender) -> float:
        return median(one / two for one, two in zip(self.speeds, other.speeds, strict=True))

    def frugality(self, other: Contender) -> float:
        """As ``of``, by what it costs: 1.0 is as cheap as ``other``, 0.5 twice as dear."""
        return median(two / one for one, two in zip(self.costs, other.costs, strict=True))

    def run(self, port: int, cpu_seconds: Callable[[], float]) -> None:
        cpu = cpu_seconds()
        speed = per_second(port, self.path, self.headers, SECONDS)
        self.speeds.append(speed)
        self.costs.append((cpu_seconds() - cpu) * 1000 / (speed * SECONDS))


def hold(
    contenders: Sequence[Contender],
    port: int,
    cpu_seconds: Callable[[], float],
    *,
    rounds: int = ROUNDS,
) -> None:
    """There and back again, after one round to warm up."""
    for number in range(rounds + 1):
        for one in contenders if number % 2 else reversed(contenders):
            one.run(port, cpu_seconds)
            if number == 0:
                one.speeds.clear()
                one.costs.clear()
