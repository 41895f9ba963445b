"""Dates and times as readers of each language write them, in the service's zone and calendar."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from functools import cache

import jdatetime
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_location
from django.utils.translation import gettext

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


def moment_of(when: datetime, service: LanguageService) -> Moment:
    local = when.astimezone(zoneinfo.ZoneInfo(service.time_zone))
    return Moment(
        iso=local.isoformat(timespec="minutes"),
        text=in_digits(_text(local, service), service),
        zone=gettext("%(city)s time") % {"city": city_of(service.time_zone, service.language)},
    )


def date_of(when: datetime, service: LanguageService) -> str:
    """The day alone, in words."""
    local = when.astimezone(zoneinfo.ZoneInfo(service.time_zone))
    return in_digits(_day(local, service), service)


def year_of(when: datetime, service: LanguageService) -> str:
    local = when.astimezone(zoneinfo.ZoneInfo(service.time_zone))
    year = (
        jdatetime.datetime.fromgregorian(datetime=local).year if _is_solar(service) else local.year
    )
    return in_digits(str(year), service)


def in_digits(text: str, service: LanguageService) -> str:
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


def _text(local: datetime, service: LanguageService) -> str:
    comma = "،" if _is_solar(service) else ","
    return f"{_day(local, service)}{comma} {local:%H:%M}"


def _day(local: datetime, service: LanguageService) -> str:
    if _is_solar(service):
        solar = jdatetime.datetime.fromgregorian(datetime=local)
        month = SOLAR_MONTHS[service.language][solar.month - 1]
        return f"{solar.day} {month} {solar.year}"
    pattern = GREGORIAN_PATTERNS.get(service.language, "long")
    return format_date(local, pattern, locale=locale_of(service.language))


def _is_solar(service: LanguageService) -> bool:
    return service.calendar == Calendar.PERSIAN and service.language in SOLAR_MONTHS
