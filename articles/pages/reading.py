"""How long a story takes to read, and whether it is so old that readers should be told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext

from articles.models.service import LanguageService
from articles.pages.moments import date_of, in_digits

# Words a minute by script, as measured with texts of one length in seventeen languages
# (Trauzettel-Klosinski and Dietz, 2012); where nobody has measured, the mean of what they found.
SPEEDS = {"Latn": 200, "Cyrl": 184, "Arab": 138, "Hebr": 187}
USUAL_SPEED = 160
ARCHIVE_AFTER = timedelta(days=365)


def reading_time(words: int, service: LanguageService) -> str:
    """Empty for what is read at a glance."""
    minutes = round(words / SPEEDS.get(service.script, USUAL_SPEED))
    if minutes < 1:
        return ""
    return in_digits(gettext("%(minutes)s min read") % {"minutes": minutes}, service)


def ages_at(published_at: datetime, now: datetime) -> datetime | None:
    """When the note will come; None: it stands there."""
    when = published_at + ARCHIVE_AFTER
    return when if when > now else None


def archive_note(published_at: datetime, now: datetime, service: LanguageService) -> str:
    if ages_at(published_at, now):
        return ""
    text = gettext("This story was published on %(date)s. Facts may have changed.")
    return text % {"date": date_of(published_at, service)}
