"""Whether readers' places are looked up in data that can be read and is fresh enough."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register
from django.utils import timezone

from articles.legal.address import bundled_data_made_at
from articles.legal.address_file import UnreadableDatabase, made_at

OLD = timedelta(days=90)
RENEW_BUNDLED = "Renew the package iptocc (`make lock`), or name a file in GEOIP_DATABASE."
RENEW_FILE = "Fetch a new file from whoever makes it, and put it in place of the old one."


@register("newsroom")
def address_data_is_readable_and_fresh(**_: Any) -> list[CheckMessage]:
    """newsroom.E010, newsroom.W010: addresses change hands, and so do the places of readers."""
    path = settings.GEOIP_DATABASE
    if not path:
        return _age("The bundled address data", bundled_data_made_at(), RENEW_BUNDLED)
    try:
        made = made_at(path)
    except UnreadableDatabase as error:
        return [
            checks.Error(
                str(error),
                hint="Name a file in MaxMind's format (.mmdb), or leave GEOIP_DATABASE empty.",
                id="newsroom.E010",
            )
        ]
    return _age(f"The address database {path}", made, RENEW_FILE)


def _age(what: str, made: datetime | None, hint: str) -> list[CheckMessage]:
    if made is None:
        return [checks.Warning(f"{what} is of unknown age.", hint=hint, id="newsroom.W010")]
    days = (timezone.now() - made).days
    if days <= OLD.days:
        return []
    sentence = f"{what} is {days} days old: places that changed hands since are wrong."
    return [checks.Warning(sentence, hint=hint, id="newsroom.W010")]
