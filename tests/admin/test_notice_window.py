"""A notice's window is typed as the clock shows it where the law holds, and kept in UTC."""

import html
from datetime import UTC, datetime

import pytest

from articles.models import LegalNotice
from tests.admin.notice_forms import notice_data

ADD = "/admin/articles/legalnotice/add/?starter=nothing"


@pytest.fixture
def desk(cast, log_in, english):
    return log_in(cast.legal_officer)


def typed(day, clock, zone="Europe/Prague", **changes):
    return notice_data(starts_at_0=day, starts_at_1=clock, legal_timezone=zone, **changes)


def said(response):
    assert response.status_code == 200
    return html.unescape(str(response.context["errors"]))


@pytest.mark.parametrize(
    ("zone", "day", "clock", "utc"),
    [
        ("Europe/Moscow", "2024-02-20", "00:00", datetime(2024, 2, 19, 21, tzinfo=UTC)),
        ("Europe/Prague", "2026-07-01", "12:30:15", datetime(2026, 7, 1, 10, 30, 15, tzinfo=UTC)),
        ("Asia/Tehran", "2026-03-01", "03:30", datetime(2026, 3, 1, tzinfo=UTC)),
        ("UTC", "2026-03-01", "03:30", datetime(2026, 3, 1, 3, 30, tzinfo=UTC)),
    ],
)
def test_local_time_becomes_utc_and_is_shown_as_typed(zone, day, clock, utc, desk):
    desk.post(ADD, typed(day, clock, zone))
    notice = LegalNotice.objects.get()
    assert notice.starts_at == utc

    page = desk.get(f"/admin/articles/legalnotice/{notice.pk}/change/").content.decode()
    assert f'value="{day}"' in page
    assert f'value="{clock}' in page
    assert f'<time datetime="{utc:%Y-%m-%dT%H:%M:%S}Z">' in page


def test_a_time_that_the_clocks_leave_out_offers_both(desk):
    words = said(desk.post(ADD, typed("2026-03-29", "02:30")))
    assert "02:30 does not exist on 29 March 2026 in Prague" in words
    assert "Type 01:30 or 03:30." in words
    assert not LegalNotice.objects.exists()


def test_a_time_that_comes_twice_is_asked_about(desk):
    response = desk.post(ADD, typed("2026-10-25", "02:30"))
    assert "02:30 comes twice on 25 October 2026 in Prague, at 00:30 and at 01:30 UTC" in said(
        response
    )
    assert '<select name="starts_at_pass"' in response.content.decode()


@pytest.mark.parametrize(("which", "hour"), [("first", 0), ("second", 1)])
def test_either_of_the_two_can_be_chosen_and_stays_chosen(which, hour, desk):
    data = typed("2026-10-25", "02:30", starts_at_pass=which)
    desk.post(ADD, data)
    notice = LegalNotice.objects.get()
    assert notice.starts_at == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)

    page = desk.get(f"/admin/articles/legalnotice/{notice.pk}/change/").content.decode()
    assert f'<option value="{which}" selected>' in page


def test_a_pass_without_need_changes_nothing(desk):
    desk.post(ADD, typed("2026-10-26", "02:30", starts_at_pass="second"))
    assert LegalNotice.objects.get().starts_at == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("clock", ["00:00", "23:59"])
def test_the_end_is_later_than_the_start(clock, desk):
    ends = {"ends_at_0": "2024-02-20" if clock == "00:00" else "2024-02-19", "ends_at_1": clock}
    assert "The end must be later than the start." in said(desk.post(ADD, notice_data(**ends)))


def test_around_a_change_of_clocks_the_moments_count_not_the_digits(desk):
    """02:45 before the clocks go back is earlier than 02:15 after."""
    data = typed(
        "2026-10-25", "02:45", starts_at_pass="first",
        ends_at_0="2026-10-25", ends_at_1="02:15", ends_at_pass="second",
    )  # fmt: skip
    assert desk.post(ADD, data).status_code == 302


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"legal_timezone": "Mars/Base"}, "“Mars/Base” is not a time zone."),
        ({"starts_at_0": "0001-01-01"}, "Choose a year from 1970 to 2200."),
        ({"starts_at_0": "9999-12-31", "starts_at_1": "23:59"}, "Choose a year"),
        ({"starts_at_0": "20.2.2024x"}, "Enter a valid date."),
        ({"starts_at_1": "25:00"}, "Enter a valid time."),
        ({"starts_at_1": ""}, "Give the date and the time."),
        ({"ends_at_0": "2030-01-01"}, "Enter a valid time."),
        ({"starts_at_0": "", "starts_at_1": ""}, "Give the date and the time."),
        ({"starts_at_pass": "third"}, "third"),
        ({"min_scale": "0.5"}, "greater than or equal to 1"),
        ({"min_scale": "NaN"}, "Enter a number."),
    ],
)
def test_nonsense_gets_a_sentence(changes, sentence, desk):
    assert sentence in said(desk.post(ADD, notice_data(**changes)))
    assert not LegalNotice.objects.exists()
