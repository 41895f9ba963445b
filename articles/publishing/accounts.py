"""Freeze an account at once, open it again, end its sessions: the panic button and its undoing."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.publishing.actors import Actor
from articles.publishing.permissions import may_keep_account
from articles.publishing.record import log, reason_given
from articles.publishing.refusals import NotAllowed, WrongState
from articles.vocabularies import Verb


@transaction.atomic
def freeze_account(user: User, *, actor: User, now: datetime, reason: str = "") -> None:
    """Nobody is logged in any more under this account, and nobody can be, until it is thawed.

    Everybody may freeze the own account. Without a password every old session is void for good,
    known here or not.
    """
    user = _lock(user, actor)
    if not user.is_active:
        raise WrongState(_("This account is frozen already."))
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    _end(UserSession.objects.filter(user=user))
    log(Verb.FREEZE_ACCOUNT, user, actor=actor, now=now, reason=reason)


@transaction.atomic
def thaw_account(user: User, *, actor: Actor, now: datetime, reason: str) -> None:
    """Opened again, without a password yet: an administrator sets one and hands it over."""
    _require(actor, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_active:
        raise WrongState(_("This account is not frozen."))
    if not reason_given(reason):
        raise WrongState(_("Say why: the log keeps who was let in again, and for what reason."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    log(Verb.THAW_ACCOUNT, user, actor=actor, now=now, reason=reason)


@transaction.atomic
def end_sessions(user: User, keys: set[str], *, actor: User, now: datetime) -> int:
    """How many of ``user``'s sessions with these keys were ended."""
    user = _lock(user, actor)
    ended = _end(UserSession.objects.filter(user=user, session_key__in=keys))
    if ended:
        log(Verb.END_SESSION, user, actor=actor, now=now, number=ended)
    return ended


def _lock(user: User, actor: User) -> User:
    if user.pk != actor.pk:
        _require(actor, user)
    return User.objects.select_for_update().get(pk=user.pk)


def _require(actor: Actor, user: User) -> None:
    if not may_keep_account(actor, user):
        raise NotAllowed(_("You may not freeze or open this account."))


def _end(sessions: QuerySet[UserSession]) -> int:
    found = list(sessions)
    for session in found:
        session.end()
    return len(found)
