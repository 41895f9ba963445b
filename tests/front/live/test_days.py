"""The day is told once, above its newest entry; each entry has its time."""

import re
from datetime import timedelta

import pytest

from tests.front.live.asking import html_of, many
from tests.live import post

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HEADING = re.compile(r'<h3 class="day">([^<]+)</h3>')
ENTRY = re.compile(r'<li class="entry.*?</li>', re.DOTALL)


@pytest.fixture
def tell_at(live, now):
    return lambda hours, **words: post(live, f"At {hours}.", now=now + hours * HOUR, **words)


@pytest.fixture
def three_days(tell_at):
    return [tell_at(hours) for hours in (1, 2, 25, 26, 49)]


def test_each_day_stands_once_above_its_newest_entry(three_days, client, path):
    entries = ENTRY.findall(html_of(client, path))
    told = [HEADING.findall(entry) for entry in entries]
    assert told == [["3 February 2026"], ["2 February 2026"], [], ["1 February 2026"], []]


def test_each_entry_has_its_time_and_the_whole_moment_for_machines(three_days, client, path):
    entries = ENTRY.findall(html_of(client, path))
    times = [re.findall(r'<time datetime="([^"]+)">([^<]+)</time>', entry) for entry in entries]
    assert all(len(found) == 1 for found in times)
    for (moment, clock), *_ in times:
        assert re.fullmatch(r"2026-02-0[123]T\d\d:\d\d\+\d\d:\d\d", moment)
        assert clock == moment[11:16]


def test_what_is_pinned_tells_its_day_only_if_the_newest_is_of_another(tell_at, client, path):
    tell_at(1, is_pinned=True)
    tell_at(2)
    pinned = ENTRY.findall(html_of(client, path))[0]
    assert '<span class="day" hidden>1 February 2026</span>' in pinned
    assert "<h3" not in pinned
    tell_at(26)
    pinned = ENTRY.findall(html_of(client, path))[0]
    assert '<span class="day">1 February 2026</span>' in pinned


def test_a_later_page_begins_with_its_day(live, client, path, now):
    many(live, now, 25)
    older = re.search(r'<a href="([^"]+)" rel="next">', html_of(client, path))[1]
    entries = ENTRY.findall(html_of(client, older.replace("&amp;", "&")))
    assert HEADING.findall(entries[0]) == ["1 February 2026"]
    assert not any(HEADING.findall(entry) for entry in entries[1:])


def test_key_events_of_one_day_tell_it_once(tell_at, client, path):
    for hours in (1, 2, 26):
        tell_at(hours, headline=f"Key {hours}", is_key_event=True)
    html = html_of(client, path)
    events = html[html.index('id="events"') : html.index("</ol>")]
    days = re.findall(r"<time [^>]*>[^<]*(?:<span>([^<]*)</span>)?</time>", events)
    assert days == ["2 February 2026", "1 February 2026", ""]


def test_the_text_edition_tells_days_too(three_days, client, path):
    page = html_of(client, f"{path}?edition=text")
    assert HEADING.findall(page) == ["3 February 2026", "2 February 2026", "1 February 2026"]
