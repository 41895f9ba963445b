"""A front's lock, its versions, and the cache tags under which readers see it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from articles.caching import tags
from articles.models import Front, FrontVersion, LanguageService, Photo, Section
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.clock import in_zone
from articles.publishing.front_slots import Content
from articles.publishing.refusals import WrongState
from articles.publishing.snapshot import content_hash
from articles.vocabularies import VersionKind


def lock_front(service: LanguageService, section: Section | None) -> Front:
    """The fresh, locked row, made where there is none; after the locks of stories and photos."""
    Front.objects.get_or_create(service=service, section=section)
    locked = Front.objects.select_for_update(of=("self",)).select_related("service", "section")
    return locked.get(service=service, section=section)


def lock_fronts(ids: Iterable[int]) -> list[Front]:
    """Several, in one order."""
    rows = Front.objects.select_for_update(of=("self",)).select_related("service", "section")
    return list(rows.filter(pk__in=set(ids)).order_by("pk"))


def lock_front_photos(ids: Iterable[int]) -> None:
    """Before the front's own lock: nobody kills them between a look and the air."""
    rows = Photo.objects.select_for_update(no_key=True).filter(pk__in=set(ids)).order_by("pk")
    list(rows.values_list("pk"))


def require_seen(front: Front, seen: int) -> None:
    """Nobody puts on air, or takes up, what somebody else is arranging meanwhile."""
    if front.edits != seen:
        raise WrongState(changed_sentence(front))


def changed_sentence(front: Front) -> str:
    when = in_zone(front.changed_at, front.service.time_zone) if front.changed_at else ""
    said = {"name": front.changed_by_name, "when": when}
    return _("%(name)s changed this front at %(when)s, while you looked at it.") % said


def keep_draft(front: Front, *, actor: Actor, now: datetime, reason: str) -> FrontVersion | None:
    """The draft as a version, before another takes its place; None where it is one already."""
    if not front.draft or is_kept(front, front.draft):
        return None
    return add_front_version(
        front, front.draft, VersionKind.SAVED, actor=actor, now=now, reason=reason
    )


def is_kept(front: Front, content: Content) -> bool:
    return front.versions.filter(content_hash=hash_of(content)).exists()


def hash_of(content: Content) -> str:
    return content_hash({"slots": content})


def add_front_version(
    front: Front, content: Content, kind: VersionKind, *, actor: Actor, now: datetime, reason: str
) -> FrontVersion:
    """The caller holds the front's lock: numbers have no twin and no gap."""
    newest = front.versions.aggregate(newest=Max("number"))["newest"] or 0
    return FrontVersion.objects.create(
        front=front,
        number=newest + 1,
        kind=kind,
        content=content,
        content_hash=hash_of(content),
        reason=reason,
        author=user_of(actor),
        author_name=name_of(actor),
        created_at=now,
    )


def set_draft(front: Front, content: Content, *, actor: Actor, now: datetime) -> None:
    front.draft, front.edits = content, front.edits + 1
    front.changed_at, front.changed_by_name = now, name_of(actor)
    front.save()


def tags_of_front(front: Front) -> set[str]:
    """Under which readers' pages of the front are cached."""
    return {tags.section(front.section_id) if front.section_id else tags.front(front.service.slug)}
