"""Which verbs the story form offers, and to which page a button leads once the text is saved."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from django.contrib.auth.models import User

from articles.models import Story
from articles.publishing.permissions import Deed, may
from articles.vocabularies import ReviewStatus, WorkflowStatus

# Buttons that save and then lead to a verb's page.
NEXT = {
    "_publish": "publish",
    "_submit": "submit",
    "_schedule": "schedule",
    "_alone": "publish_alone",
    "_correct": "correct",
    "_preview": "preview",
}
VERBS = {
    "publish": Deed.PUBLISH,
    "unpublish": Deed.UNPUBLISH,
    "kill": Deed.KILL,
    "approve": Deed.APPROVE,
    "correct": Deed.CORRECT,
    "assign": Deed.ASSIGN,
    "redact": Deed.REDACT,
    "look_over": Deed.LOOK_OVER,
    "write": Deed.WRITE_STORY,
}
ON_AIR = (WorkflowStatus.LIVE, WorkflowStatus.LIVE_CHANGED)
UNDER_REVIEW = (ReviewStatus.IN_REVIEW, ReviewStatus.APPROVED)


def next_verb(posted: Container[str]) -> str:
    """The page to go to after saving; empty to stay."""
    return next((name for button, name in NEXT.items() if button in posted), "")


def verbs_for(user: User, story: Story | None) -> dict[str, bool]:
    return {name: may(user, deed, story) for name, deed in VERBS.items()}


def bar_context(user: User, story: Story | None) -> dict[str, Any]:
    """The bar's buttons: one obvious verb, what else the moment asks for, the rest under "More"."""
    verbs = verbs_for(user, story)
    first = _first_verb(verbs, story)
    return {
        "verbs": verbs,
        "first_verb": first,
        "more": list(_seldom(verbs, story, first)),
        "is_live": story is not None and story.workflow_status in ON_AIR,
    }


def _first_verb(verbs: Mapping[str, bool], story: Story | None) -> str:
    """What comes next for this story, as far as this user may go."""
    review = story.review_status if story else ReviewStatus.NONE
    four_eyes = story is not None and story.service.four_eyes
    if verbs["publish"] and not (four_eyes and review != ReviewStatus.APPROVED):
        return "publish"
    if review not in UNDER_REVIEW:
        return "submit"
    return "alone" if verbs["publish"] else ""


def _seldom(verbs: Mapping[str, bool], story: Story | None, first: str) -> Iterator[str]:
    """What may be done as well, but is not what most come for."""
    killed = story is not None and story.workflow_status == WorkflowStatus.KILLED
    if killed:
        # Its versions still hold what must go.
        yield from ["redact"] if verbs["redact"] else []
        return
    if first != "submit" and verbs["write"] and not _is_under_review(story):
        yield "submit"
    if verbs["publish"]:
        yield "schedule"
        if first == "submit":
            yield "alone"
    if story and verbs["assign"]:
        yield "assign"
    if story:
        yield from _last_resorts(verbs, story)


def _last_resorts(verbs: Mapping[str, bool], story: Story) -> Iterator[str]:
    if story.published_at and story.workflow_status != WorkflowStatus.UNPUBLISHED:
        yield from ["unpublish"] if verbs["unpublish"] else []
    if verbs["redact"]:
        yield "redact"
    if story.published_at and verbs["kill"]:
        yield "kill"


def _is_under_review(story: Story | None) -> bool:
    return story is not None and story.review_status in UNDER_REVIEW
