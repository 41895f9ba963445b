"""Files in order, a little each minute: what nobody may see is gone, what nobody needs goes.

Verbs remove files at their commit. What a crash, or a storage that was away, left behind is found
here: by the log, soon; and by looking through one folder of a storage a minute, all in four hours.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.files.storage import Storage
from django.db.models import Q

from articles.models import EditorialLog, Photo, Rendition, ShareCard
from articles.models.photo import private_storage, public_storage
from articles.publishing.file_ages import is_from_before, is_old
from articles.publishing.photo_files import remove_unnamed
from articles.publishing.rights_files import settle_rights
from articles.publishing.share_cards import forget_replaced
from articles.vocabularies import Verb

FOLDERS = 256
WITHDRAWING = (
    Q(noun="photo", verb__in=(Verb.KILL, Verb.PROTECT, Verb.EXPIRE, Verb.CHANGE))
    | Q(noun="story", verb__in=(Verb.KILL, Verb.UNPUBLISH, Verb.PUBLISH, Verb.CHANGE))
    | Q(noun="legalnotice", verb__in=(Verb.APPROVE, Verb.APPROVE_ALONE, Verb.RETIRE))
    | Q(noun="region", verb=Verb.CHANGE)
)
LOOKED_BACK, OVERLAP = timedelta(days=7), timedelta(minutes=10)


class Minutes:
    """When this process tidied last; none of it has to outlive the process."""

    def __init__(self) -> None:
        self.last: datetime | None = None

    def take(self, now: datetime) -> datetime | None:
        """From when on to look through the log; None while the minute is not over."""
        last, minute = self.last, now.replace(second=0, microsecond=0)
        if last is not None and last <= now and last.replace(second=0, microsecond=0) == minute:
            return None
        self.last = now
        return now - LOOKED_BACK if last is None else min(last, now) - OVERLAP


minutes = Minutes()


def tidy(now: datetime) -> int:
    """Once a minute; returns how many files were removed and photos settled."""
    since = minutes.take(now)
    if since is None:
        return 0
    folder = f"{int(now.timestamp()) // 60 % FOLDERS:02x}"
    forget_replaced(now)
    return settle_rights(since, now) + withdraw_again(since) + tidy_folder(folder, now)


def withdraw_again(since: datetime) -> int:
    """Files that verbs withdrew since then, where they are still there."""
    entries = EditorialLog.objects.filter(WITHDRAWING, happened_at__gte=since)
    storage = public_storage()
    withdrawn: dict[str, datetime] = {}
    for entry in entries.order_by("happened_at"):
        withdrawn |= dict.fromkeys(entry.details.get("files", []), entry.happened_at)
    # What was made since is somebody's who has not said so yet.
    still = (name for name, at in withdrawn.items() if is_from_before(storage, name, at))
    return remove_unnamed(still)


def tidy_folder(folder: str, now: datetime) -> int:
    """Remove files of ``folder``, public and private, that no row names and that are a day old."""
    public, private = public_storage(), private_storage()
    files, originals = _files_in(public, folder), _files_in(private, folder)
    # Whoever keeps both in one place by mistake must not lose the originals by it.
    named = _named(files | originals)
    return _remove(public, files - named, now) + _remove(private, originals - named, now)


def _named(names: set[str]) -> set[str]:
    files = Rendition.objects.filter(file__in=names).values_list("file", flat=True)
    originals = Photo.objects.filter(original__in=names).values_list("original", flat=True)
    cards = ShareCard.objects.filter(file__in=names).values_list("file", flat=True)
    return {*files, *originals, *cards}


def _remove(storage: Storage, names: Iterable[str], now: datetime) -> int:
    old = [name for name in names if is_old(storage, name, now)]
    for name in old:
        storage.delete(name)
    return len(old)


def _files_in(storage: Storage, folder: str) -> set[str]:
    try:
        _folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return set()
    return {f"{folder}/{name}" for name in files}
