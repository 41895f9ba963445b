"""Dates read as readers of each language write them, in the service's own time and calendar."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from articles.models import LanguageService
from articles.pages.moments import moment_of

WHEN = datetime(2026, 2, 1, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "calendar", "digits", "text"),
    [
        ("en", "Europe/Prague", "gregory", "latn", "1 February 2026, 22:30"),
        ("ru", "Europe/Riga", "gregory", "latn", "1 февраля 2026"),
        ("kk", "Asia/Almaty", "gregory", "latn", "2 ақпан"),
        ("ka", "Asia/Tbilisi", "gregory", "latn", "2 თებერვალი"),
        ("fa", "Asia/Tehran", "persian", "arabext", "۱۳ بهمن ۱۴۰۴، ۰۱:۰۰"),
        ("ps", "Asia/Kabul", "persian", "arabext", "۱۳ سلواغه ۱۴۰۴، ۰۲:۰۰"),
    ],
)
def test_a_moment_in_each_language(language, zone, calendar, digits, text):
    service = LanguageService(
        language=language, time_zone=zone, calendar=calendar, digits=digits, slug=language
    )
    with override(language):
        moment = moment_of(WHEN, service)
    assert text in moment.text
    assert moment.iso.startswith(("2026-02-01T", "2026-02-02T"))
    assert moment.zone


def test_a_language_that_no_table_knows_still_has_dates():
    service = LanguageService(language="crh", time_zone="Europe/Kyiv", slug="crh")
    assert "2026" in moment_of(WHEN, service).text
