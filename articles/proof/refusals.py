"""Why there is no answer: always with a sentence for whoever asked."""

from __future__ import annotations


class NoAnswer(Exception):
    """``str(error)`` says in a sentence or two why the question cannot be answered."""


class BadQuestion(NoAnswer):
    """What was asked makes no sense: a region, service, story or time that there is not."""


class Broken(NoAnswer):
    """What the answer would rest on is not what was recorded."""
