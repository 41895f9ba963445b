"""Days, months and years as readers of each language write them, in the service's calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import jdatetime
from babel.dates import format_date, format_skeleton

from articles.models.service import LanguageService
from articles.pages.moments import (
    GREGORIAN_PATTERNS,
    SOLAR_MONTHS,
    in_digits,
    is_solar,
    locale_of,
)


def day_text(day: date, service: LanguageService) -> str:
    """ "1 February 2026"."""
    if is_solar(service):
        solar = jdatetime.date.fromgregorian(date=day)
        text = f"{solar.day} {_solar_month(solar, service)} {solar.year}"
    else:
        pattern = GREGORIAN_PATTERNS.get(service.language, "long").partition(",")[0]
        text = format_date(day, pattern, locale=locale_of(service.language))
    return in_digits(text, service)


def month_text(year: int, month: int, service: LanguageService, *, has_year: bool = True) -> str:
    """ "February 2026"; in a solar calendar the two months that share ours."""
    first = date(year, month, 1)
    if is_solar(service):
        return in_digits(_solar_months(first, service, has_year=has_year), service)
    locale = locale_of(service.language)
    if has_year:
        return in_digits(str(format_skeleton("yMMMM", first, locale=locale)), service)
    return format_date(first, "LLLL", locale=locale)


def year_text(year: int, month: int, service: LanguageService) -> str:
    """The year in which a month begins."""
    first = date(year, month, 1)
    number = jdatetime.date.fromgregorian(date=first).year if is_solar(service) else year
    return in_digits(str(number), service)


def _solar_months(first: date, service: LanguageService, *, has_year: bool) -> str:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    ends = [jdatetime.date.fromgregorian(date=day) for day in (first, last)]
    names = [_solar_month(day, service) for day in ends]
    if not has_year:
        return " – ".join(names)
    if ends[0].year == ends[1].year:
        return f"{' – '.join(names)} {ends[1].year}"
    return " – ".join(f"{name} {day.year}" for name, day in zip(names, ends, strict=True))


def _solar_month(day: jdatetime.date, service: LanguageService) -> str:
    name: str = SOLAR_MONTHS[service.language][day.month - 1]
    return name
