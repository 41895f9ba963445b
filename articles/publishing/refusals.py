"""How a verb says no: always with a sentence for the editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class VerbRefused(Exception):
    """The verb did nothing; ``str(error)`` says why in one sentence."""


class NotAllowed(VerbRefused):
    """The actor may not do this."""


class WrongState(VerbRefused):
    """The noun is in a state in which this verb makes no sense (a killed story, say)."""


@dataclass(frozen=True)
class Problem:
    """One finding of the preflight; ``field`` is the form field to jump to, ``photo`` the number of
    the photo in the text that it is about."""

    code: str
    field: str
    message: str
    blocks: bool = True
    photo: int = 0


class NotFit(VerbRefused):
    """The preflight found blocking problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(problem.message for problem in self.problems))
