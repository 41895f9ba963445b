"""Put a front on air: what editors arranged is what readers see; and an earlier one again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.caching import ledger, tags
from articles.models import (
    Front,
    FrontPhoto,
    FrontVersion,
    Placement,
    PublishedFront,
    PublishedStory,
)
from articles.publishing.actors import Actor
from articles.publishing.front_document import FrontPage, build_front
from articles.publishing.front_preflight import front_preflight
from articles.publishing.front_record import (
    add_front_version,
    lock_front,
    lock_front_photos,
    require_seen,
    tags_of_front,
)
from articles.publishing.front_slots import photos_in, slots_of
from articles.publishing.permissions import Deed, require
from articles.publishing.preflight import blocking
from articles.publishing.record import log
from articles.publishing.refusals import NotFit, WrongState
from articles.vocabularies import Verb, VersionKind


@transaction.atomic
def put_front_on_air(front: Front, *, seen: int, actor: Actor, now: datetime) -> FrontVersion:
    """Readers see the draft from now on. The same draft once more renews the front.

    Raises WrongState where somebody changed it since the actor saw it, or NotFit.
    """
    lock_front_photos(photos_in(slots_of(front.draft)))
    front = lock_front(front.service, front.section)
    require(actor, Deed.CURATE, front.service)
    require_seen(front, seen)
    if problems := blocking(front_preflight(slots_of(front.draft), front.service, now=now)):
        raise NotFit(problems)
    version = add_front_version(
        front, front.draft, VersionKind.PUBLISHED, actor=actor, now=now, reason=""
    )
    _go_on_air(front, version, Verb.PUBLISH, actor, now)
    return version


@transaction.atomic
def put_front_back(front: Front, number: int, *, actor: Actor, now: datetime) -> FrontVersion:
    """An earlier front is on air again; the draft stays as it is, with whatever was wrong in it.

    What was killed or taken down since does not come back with it.
    """
    earlier = front.versions.filter(number=number).first()
    if earlier is None:
        raise WrongState(_("This front has no version %(number)s.") % {"number": number})
    lock_front_photos(photos_in(slots_of(earlier.content)))
    front = lock_front(front.service, front.section)
    require(actor, Deed.CURATE, front.service)
    version = add_front_version(
        front, earlier.content, VersionKind.PUBLISHED, actor=actor, now=now,
        reason=f"Version {number} once more",
    )  # fmt: skip
    _go_on_air(front, version, Verb.RESTORE, actor, now)
    return version


def _go_on_air(
    front: Front, version: FrontVersion, verb: Verb, actor: Actor, now: datetime
) -> None:
    before = PublishedFront.objects.filter(front=front).first()
    page = build_front(slots_of(version.content), front.service, at=now)
    if version.content:
        show(front, version, page, renewed_at=now)
    else:
        PublishedFront.objects.filter(front=front).delete()
    log(verb, front, actor=actor, now=now, service=front.service, version=version.number)
    touched = tags_of_front(front)
    if front.section_id is None and _leads_anew(page, before, now):
        touched.add(tags.WORLD)
    ledger.write(touched, now=now)


def _leads_anew(page: FrontPage, before: PublishedFront | None, now: datetime) -> bool:
    """Whether another story may lead for the service on the page of all of them.

    What broke since a front was renewed leads there until it is renewed again.
    """
    if before is None or page.leads != before.leads:
        return True
    breaking = PublishedStory.objects.breaking(now).filter(service=before.service_id)
    return breaking.filter(published_at__gt=before.renewed_at).exists()


def show(front: Front, version: FrontVersion, page: FrontPage, *, renewed_at: datetime) -> None:
    """Write what readers read. The caller holds the front's lock and writes the ledger."""
    on_air, _created = PublishedFront.objects.update_or_create(
        front=front,
        defaults={
            "version": version,
            "service": front.service,
            "section": front.section,
            "document": page.document,
            "leads": page.leads,
            "renewed_at": renewed_at,
        },
    )
    on_air.placements.all().delete()
    Placement.objects.bulk_create(
        Placement(on_air=on_air, story_id=story, position=position)
        for position, story in enumerate(page.stories)
    )
    on_air.shown_photos.all().delete()
    FrontPhoto.objects.bulk_create(
        FrontPhoto(on_air=on_air, photo_id=photo, until=until)
        for photo, until in page.photos.items()
    )
