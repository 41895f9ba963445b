"""Dates and times as readers of each language write them, in the service's zone and calendar."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple

import jdatetime
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_location
from django.utils.translation import get_language, gettext

from articles.models.service import LanguageService
from articles.pages.shapes import Moment
from articles.vocabularies import Calendar, Digits

DIGITS = {
    Digits.ARABEXT.value: str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
    Digits.ARAB.value: str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
}
# Month names of the Solar Hijri calendar: Iran's, and Afghanistan's in Pashto.
SOLAR_MONTHS = {
    language: tuple(names.split())
    for language, names in {
        "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "ps": "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",
    }.items()
}
GREGORIAN_PATTERNS = {"en": "d MMMM y"}
MOST = 5_000  # moments, remembered as they are written


def moment_of(when: datetime, service: LanguageService) -> Moment:
    clock = _Clock(service.time_zone, service.language, service.calendar, service.digits)
    return _moment(when, clock, get_language())


class _Clock(NamedTuple):
    """What of a service decides how a moment is written."""

    time_zone: str
    language: str
    calendar: str
    digits: str


@lru_cache(maxsize=MOST)
def _moment(when: datetime, clock: _Clock, active: str | None) -> Moment:  # noqa: ARG001  a key
    local = when.astimezone(zoneinfo.ZoneInfo(clock.time_zone))
    return Moment(
        iso=local.isoformat(timespec="minutes"),
        text=in_digits(_text(local, clock), clock),
        zone=gettext("%(city)s time") % {"city": city_of(clock.time_zone, clock.language)},
    )


def date_of(when: datetime, service: LanguageService) -> str:
    """The day alone, in words."""
    local = when.astimezone(zoneinfo.ZoneInfo(service.time_zone))
    return in_digits(_day(local, service), service)


def clock_and_day(when: datetime, service: LanguageService) -> tuple[str, str]:
    """ "14:05" and "26 November 2026", as ``moment_of`` writes them in one."""
    day, _space, clock = moment_of(when, service).text.rpartition(" ")
    return clock, day.rstrip(",،")


def year_of(when: datetime, service: LanguageService) -> str:
    local = when.astimezone(zoneinfo.ZoneInfo(service.time_zone))
    year = (
        jdatetime.datetime.fromgregorian(datetime=local).year if is_solar(service) else local.year
    )
    return in_digits(str(year), service)


def in_digits(text: str, service: LanguageService | _Clock) -> str:
    return text.translate(DIGITS.get(service.digits, {}))


@cache
def city_of(time_zone: str, language: str) -> str:
    return get_timezone_location(time_zone, locale=locale_of(language), return_city=True)


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale; English for languages that it does not know."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _text(local: datetime, service: LanguageService | _Clock) -> str:
    comma = "،" if is_solar(service) else ","
    return f"{_day(local, service)}{comma} {local:%H:%M}"


def _day(local: datetime, service: LanguageService | _Clock) -> str:
    if is_solar(service):
        solar = jdatetime.datetime.fromgregorian(datetime=local)
        month = SOLAR_MONTHS[service.language][solar.month - 1]
        return f"{solar.day} {month} {solar.year}"
    pattern = GREGORIAN_PATTERNS.get(service.language, "long")
    return format_date(local, pattern, locale=locale_of(service.language))


def is_solar(service: LanguageService | _Clock) -> bool:
    return service.calendar == Calendar.PERSIAN and service.language in SOLAR_MONTHS
