"""Mail what was announced: found in the rows by the sweep, tried again, given up after a day.

Mail is read by providers and by whoever holds the telephone: it says what happened and where, and
never a headline, a name or a sentence.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from articles.models import Announcement

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 12
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)


def mail_next(now: datetime) -> int:
    """At most one letter a round, so that a slow mail server holds nothing else up for long."""
    claimed = _claim(now)
    if claimed is None:
        return 0
    try:
        send_mail(_subject(claimed), _words(claimed), None, [claimed.user.email])
    except OSError as error:  # every trouble with a mail server is one, smtplib's, too
        logger.warning("mail to %s was not taken: %s", claimed.user_id, type(error).__name__)
        return 0
    Announcement.objects.filter(pk=claimed.pk).update(mail_at=None)
    return 1


@transaction.atomic
def _claim(now: datetime) -> Announcement | None:
    """The next letter, put off first: a worker that dies with it in hand tries again later."""
    waiting = Announcement.objects.filter(mail_at__lte=now).select_related("user")
    locked = waiting.select_for_update(of=("self",), skip_locked=_can_skip())
    found = locked.order_by("mail_at").first()
    if found is None:
        return None
    found.attempts += 1
    wait = min(FIRST_WAIT * 2 ** (found.attempts - 1), LONGEST_WAIT)
    found.mail_at = now + wait if found.attempts < MOST_ATTEMPTS else None
    found.save(update_fields=["attempts", "mail_at"])
    return found if found.user.email and found.user.is_active else None


def _can_skip() -> bool:
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)


def _subject(row: Announcement) -> str:
    return f"The desk: {row.get_kind_display().lower()}"


def _words(row: Announcement) -> str:
    place = reverse("admin:articles_story_change", args=[row.story_id])
    where = (
        f"{settings.DESK_URL}{place}"
        if settings.DESK_URL
        else f"Story {row.story_id}, at the desk."
    )
    return f"{row.get_kind_display()}.\n\n{where}\n"
