"""Whether a photo may be shown at a moment, and when that changes: its rights, dated, per service.

Leases are half-open: from their start, and no more at their end.
"""

from __future__ import annotations

from datetime import datetime

from articles.models import LanguageService, Photo, PhotoLease
from articles.vocabularies import LeaseKind


def may_show(photo: Photo, service: LanguageService, at: datetime) -> bool:
    """Whether readers of ``service`` may see ``photo`` at that moment.

    A denying lease always wins; a photo that has allowing leases is shown within one of them only.
    """
    return _may(photo, service.pk, at)


def may_show_anywhere(photo: Photo, at: datetime) -> bool:
    """Whether there is a service whose readers may see ``photo``."""
    if not photo.leases.all():
        return _may(photo, 0, at)
    services = LanguageService.objects.values_list("pk", flat=True)
    return any(_may(photo, service_id, at) for service_id in services)


def rights_change(photo: Photo, service: LanguageService, now: datetime) -> datetime | None:
    """The next moment at which ``may_show`` says something else than now; None: no such moment."""
    shown = may_show(photo, service, now)
    moments = (moment for moment in _boundaries(photo) if moment > now)
    return next((at for at in sorted(moments) if may_show(photo, service, at) != shown), None)


def rights_until(photo: Photo, service: LanguageService, now: datetime) -> datetime | None:
    """When a photo that is shown now may be shown no more; None where no end is known."""
    return rights_change(photo, service, now) if may_show(photo, service, now) else None


def covers(lease: PhotoLease, at: datetime) -> bool:
    return (lease.starts_at is None or lease.starts_at <= at) and (
        lease.ends_at is None or at < lease.ends_at
    )


def _may(photo: Photo, service_id: int, at: datetime) -> bool:
    if photo.killed_at or (photo.rights_end_at and photo.rights_end_at <= at):
        return False
    leases = list(photo.leases.all())
    concerned = [lease for lease in leases if lease.service_id in (None, service_id)]
    if any(lease.kind == LeaseKind.DENY and covers(lease, at) for lease in concerned):
        return False
    return not any(lease.kind == LeaseKind.ALLOW for lease in leases) or any(
        lease.kind == LeaseKind.ALLOW and covers(lease, at) for lease in concerned
    )


def _boundaries(photo: Photo) -> set[datetime]:
    moments = [photo.rights_end_at]
    for lease in photo.leases.all():
        moments += [lease.starts_at, lease.ends_at]
    return {moment for moment in moments if moment}
