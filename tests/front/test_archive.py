"""The archive by day: by the service's own clock and calendar, and of what may be read here."""

import re
from datetime import UTC, datetime

import pytest

from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from tests.front.test_queries import queries_of


@pytest.fixture
def put(make_story, english):
    def on_air(headline, when, service=english):
        made = make_story(service=service, headline=headline, section=None)
        return publish(made, actor=SYSTEM, now=datetime(*when, tzinfo=UTC))

    return on_air


@pytest.fixture
def days(put):
    return [
        put("January", (2026, 1, 5, 12)),
        put("Also January", (2026, 1, 5, 13)),
        put("Late", (2026, 1, 31, 23, 30)),  # February in Prague
        put("Old", (2024, 12, 1, 12)),
    ]


def read(client, path, status=200):
    reply = client.get(path)
    assert reply.status_code == status, path
    return reply.content.decode().partition("<main")[2]


def entries(page):
    found = re.findall(r'<li><a href="([^"]+)">([^<]+)</a> <small>([^<]+)</small>', page)
    return [(path, text, count) for path, text, count in found]


def test_months_are_counted_under_their_years(days, client):
    page = read(client, "/en/archive/")
    assert entries(page) == [
        ("/en/archive/2026/02/", "February", "Stories: 1"),
        ("/en/archive/2026/01/", "January", "Stories: 2"),
        ("/en/archive/2024/12/", "December", "Stories: 1"),
    ]
    assert re.findall(r'<h2 class="rule">(\d+)</h2>', page) == ["2026", "2024"]


def test_a_month_leads_to_its_days_and_a_day_to_its_stories_and_neighbours(days, client):
    assert entries(read(client, "/en/archive/2026/01/")) == [
        ("/en/archive/2026/01/05/", "5 January 2026", "Stories: 2")
    ]
    page = read(client, "/en/archive/2026/01/05/")
    assert page.index("Also January") < page.index(">January<")
    assert 'href="/en/archive/2024/12/01/" rel="prev"' in page
    assert 'href="/en/archive/2026/02/01/" rel="next"' in page
    assert '<h1 dir="auto">1 February 2026</h1>' in read(client, "/en/archive/2026/02/01/")


@pytest.mark.parametrize(
    "day", ["2026/01/06", "2026/02/30", "2999/01/01", "0000/01/01", "2026/13/01", "2026/1/5"]
)
def test_a_day_without_stories_is_not_found(day, days, client):
    read(client, f"/en/archive/{day}/", 404)


@pytest.mark.parametrize("month", ["2026/03", "2026/00", "0000/00", "9999/12", "2999/01"])
def test_a_month_without_stories_is_not_found(month, days, client):
    read(client, f"/en/archive/{month}/", 404)


def test_a_persian_service_has_its_own_days_months_and_years(put, persian, client):
    put("رود", (2026, 3, 20, 21), persian)  # half past midnight: New Year's Day 1405
    page = read(client, "/fa/archive/")
    assert entries(page)[0][:2] == ("/fa/archive/2026/03/", "اسفند – فروردین")
    assert '<h1 dir="auto">۱ فروردین ۱۴۰۵</h1>' in read(client, "/fa/archive/2026/03/21/")
    assert "اسفند ۱۴۰۴ – فروردین ۱۴۰۵" in read(client, "/fa/archive/2026/03/")


def test_withheld_stories_are_not_counted_where_they_are_withheld(days, enforce, reader_in, client):
    for number, row in enumerate((days[0], days[3])):
        enforce(f"order-{number}", regions=["GB"], story=row.story, kind="withheld",
                reach="matched")  # fmt: skip
    ask = reader_in("GB")
    page = ask("/en/archive/").content.decode()
    assert [count for _path, _text, count in entries(page)] == ["Stories: 1", "Stories: 1"]
    assert "2024" not in page.partition("<main")[2]
    assert ask("/en/archive/2024/12/01/").status_code == 404
    assert ask("/en/archive/2024/12/").status_code == 404
    assert "2024" not in ask("/en/archive/2026/01/05/").content.decode().partition("<main")[2]
    assert "2024" in read(client, "/en/archive/")


def test_a_withheld_topic_section_or_service_is_not_counted(days, enforce, reader_in, make_story):
    made = make_story(headline="In politics")
    publish(made, actor=SYSTEM, now=datetime(2025, 5, 5, 12, tzinfo=UTC))
    ask = reader_in("GB")
    assert "2025" in ask("/en/archive/").content.decode().partition("<main")[2]
    from articles.models import NoticeTarget
    from articles.pages import standing
    from articles.publishing.notices import approve, propose

    notice = enforce("order", regions=["GB"], kind="withheld", reach="matched", topics=["none"])
    NoticeTarget.objects.filter(notice=notice, dimension="topic").update(
        dimension="section", value="politics"
    )
    from django.contrib.auth.models import User

    one, two = User.objects.filter(username__contains="legal_officer").order_by("pk")
    approve(propose(notice, actor=one, now=datetime(2026, 2, 1, 12, tzinfo=UTC)), actor=two,
            now=datetime(2026, 2, 1, 12, tzinfo=UTC))  # fmt: skip
    standing.forget()
    assert "2025" not in ask("/en/archive/").content.decode().partition("<main")[2]


def test_a_killed_story_is_not_counted(days, client, now):
    kill(days[3].story, actor=SYSTEM, now=now, reason="Reason")
    assert "2024" not in read(client, "/en/archive/")
    assert PublishedStory.objects.get(pk=days[3].pk).local_day is None


@pytest.mark.parametrize(
    "path", ["/en/archive/", "/en/archive/2026/01/", "/en/archive/2026/01/05/"]
)
def test_the_archive_costs_at_most_three_queries(path, days, enforce, client):
    enforce("order", regions=["GB"], story=days[0].story, kind="withheld", reach="matched")
    assert len(queries_of(client, path)) <= 3


def test_a_day_of_many_stories_is_paged_by_key(put, client):
    for minute in range(33):
        put(f"Story {minute:02}", (2026, 1, 5, 12, minute))
    first = read(client, "/en/archive/2026/01/05/")
    older = re.search(r'href="([^"]+before=[^"]+)" rel="next"', first)[1]
    second = read(client, older.replace("&amp;", "&"))
    assert "Story 00" in second
    assert "Back to the newest" in second
    seen = [f"Story {minute:02}" for minute in range(33)]
    assert all((text in first) != (text in second) for text in seen)
