"""Legal notices in and out: imported ones are proposals until two people approve them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles.caching import ledger
from articles.exchange.notice_files import NoticeData, NoticeFile
from articles.exchange.publisher_file import PublisherData
from articles.models import (
    Contributor,
    ContributorName,
    LegalNotice,
    NoticeTarget,
    NoticeText,
    PhotoText,
)
from articles.publishing.actors import SYSTEM, Actor
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.locking import lock_portrait, lock_stories
from articles.publishing.manifest import take_turn
from articles.publishing.notice_authors import content_now, note_author
from articles.publishing.notices import approve, propose
from articles.publishing.once_more import once_more
from articles.publishing.republish import republish_all, showing_publisher
from articles.text.slugs import slug_for
from articles.vocabularies import ContributorKind, RightsBasis


@once_more
@transaction.atomic
@ledger.at_the_end()
def import_notices(
    files: Sequence[NoticeFile],
    *,
    now: datetime,
    proposer: User | None = None,
    approver: User | None = None,
) -> list[LegalNotice]:
    """Write everything or nothing; with both people the notices come into force.

    Of two imports at once the second waits. The law comes before the stories, as the order of
    locks has it (publishing/locking.py).
    """
    actor: Actor = proposer or SYSTEM
    take_turn(now)
    notices = [_write_notice(data, proposer) for file in files for data in file.notices]
    for notice in notices:
        version = propose(notice, actor=actor, now=now)
        if approver and not version.approved_at:
            approve(version, actor=approver, now=now)
    for file in files:
        if file.publisher:
            _write_publisher(file.publisher, now)
    return notices


def _write_notice(data: NoticeData, proposer: User | None) -> LegalNotice:
    old = LegalNotice.objects.filter(slug=data.slug).first()
    before = content_now(old) if old else ""
    notice, _new = LegalNotice.objects.update_or_create(
        slug=data.slug, defaults=data.values | {"changed_by": proposer}
    )
    notice.texts.all().delete()
    NoticeText.objects.bulk_create(NoticeText(notice=notice, **text) for text in data.texts)
    notice.targets.all().delete()
    NoticeTarget.objects.bulk_create(NoticeTarget(notice=notice, **row) for row in data.targets)
    note_author(notice, before, actor=proposer or SYSTEM)
    return notice


def _write_publisher(data: PublisherData, now: datetime) -> None:
    """Make or update the organisation, then let it show under the stories that name it."""
    publisher = Contributor.objects.filter(
        kind=ContributorKind.ORGANISATION, names__name=data.name
    ).first() or Contributor.objects.create(
        kind=ContributorKind.ORGANISATION, name=data.name, slug=slug_for(data.name)
    )
    ContributorName.objects.update_or_create(
        contributor=publisher,
        language=data.language,
        defaults={"name": data.name, "biography": data.description},
    )
    if data.image:
        _write_portrait(publisher, data, now)
    shown = list(showing_publisher(publisher))
    lock_stories(on_air.pk for on_air in shown)
    lock_portrait(publisher)
    republish_all(shown, actor=SYSTEM, now=now, reason="Publisher's description")


def _write_portrait(publisher: Contributor, data: PublisherData, now: datetime) -> None:
    try:
        photo = add_photo(data.image, data.image_name, actor=SYSTEM, now=now)
    except DuplicatePhoto as known:
        photo = known.photo
    else:
        photo.title = photo.credit = data.name
        photo.rights_basis = RightsBasis.STAFF
        photo.save()
    PhotoText.objects.get_or_create(
        photo=photo, language=data.language, defaults={"alt_text": data.name}
    )
    publisher.portrait = photo
    publisher.save()
