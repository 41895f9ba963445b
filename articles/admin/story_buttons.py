"""Which verbs the story form offers, and to which page a button leads once the text is saved."""

from __future__ import annotations

from collections.abc import Container

from django.contrib.auth.models import User

from articles.models import Story
from articles.publishing.permissions import Deed, may

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
    "look_over": Deed.LOOK_OVER,
    "write": Deed.WRITE_STORY,
}


def next_verb(posted: Container[str]) -> str:
    """The page to go to after saving; empty to stay."""
    return next((name for button, name in NEXT.items() if button in posted), "")


def verbs_for(user: User, story: Story | None) -> dict[str, bool]:
    return {name: may(user, deed, story) for name, deed in VERBS.items()}
