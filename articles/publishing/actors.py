"""Who acts: a member of staff, or the system itself (imports, the sweep, the demo)."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User


@dataclass(frozen=True)
class SystemActor:
    """Named in the log; may do everything but approve."""

    name: str = "system"


LONGEST_NAME = 160
SYSTEM = SystemActor()
Actor = User | SystemActor


def user_of(actor: Actor) -> User | None:
    return actor if isinstance(actor, User) else None


def name_of(actor: Actor) -> str:
    """As versions and the log have room for it."""
    if isinstance(actor, SystemActor):
        return actor.name[:LONGEST_NAME]
    return (actor.get_full_name() or actor.get_username())[:LONGEST_NAME]
