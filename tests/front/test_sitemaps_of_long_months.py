"""A month with more stories than one map may hold is told in parts, and none of it is lost."""

from datetime import timedelta

import pytest
import time_machine
from lxml import etree

from articles.pages import sitemaps
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.front.test_queries import queries_of
from tests.front.test_sitemaps import is_valid, locations

INDEX, MONTH = "/sitemap.xml", "/en/sitemap-2026-02.xml"
HOST = "http://testserver"


@pytest.fixture(autouse=True)
def _soon_after(now, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_URLS", 3)
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def long_month(make_story, now):
    """Ten stories of one month, four parts or five; and one of the month before."""
    publish(make_story(headline="Old"), actor=SYSTEM, now=now - timedelta(days=40))
    hours = range(10)
    return [
        publish(make_story(headline=f"Story {one}"), actor=SYSTEM, now=now - timedelta(hours=one))
        for one in hours
    ]


def parts_in(xml):
    return [url.removeprefix(HOST) for url in locations(xml) if "/en/sitemap-2026-02-" in url]


def stories_in(read, paths):
    return [url for path in paths for url in locations(read(path).content)]


def test_the_index_names_the_parts_and_every_story_is_in_one_of_them(long_month, client, shared):
    index = client.get(INDEX).content
    is_valid(index, "siteindex.xsd", shared)
    parts = parts_in(index)
    assert HOST + MONTH not in locations(index)
    assert f"{HOST}/en/sitemap-2025-12.xml" in locations(index)
    assert len(parts) >= 4
    for path in parts:
        xml = client.get(path).content
        is_valid(xml, "sitemap.xsd", shared)
        assert 1 <= len(locations(xml)) <= 3
    assert sorted(stories_in(client.get, parts)) == sorted(
        f"{HOST}/en/a/{row.slug}/{row.pk}.html" for row in long_month
    )


def test_a_part_keeps_its_stories_when_others_come_and_go(
    long_month, make_story, client, now, cast
):
    before = {path: stories_in(client.get, [path]) for path in parts_in(client.get(INDEX).content)}
    gone = long_month[4]
    unpublish(gone.story, actor=cast.service_chief, now=now)
    publish(make_story(headline="New"), actor=SYSTEM, now=now)
    after = client.get(INDEX).content
    url = f"{HOST}/en/a/{gone.slug}/{gone.pk}.html"
    for path, urls in before.items():
        left = [one for one in urls if one != url]
        if left:
            assert path in parts_in(after)
            assert set(left) <= set(stories_in(client.get, [path]))


def test_the_address_of_the_whole_month_leads_to_its_parts(long_month, client, shared):
    xml = client.get(MONTH).content
    is_valid(xml, "siteindex.xsd", shared)
    assert [url.removeprefix(HOST) for url in locations(xml)] == parts_in(client.get(INDEX).content)


def test_what_is_withheld_is_in_no_part_and_a_part_of_nothing_is_not_there(
    long_month, enforce, reader_in
):
    part = next(
        [row for row in long_month if sitemaps.part_of(row.pk) == number]
        for number in {sitemaps.part_of(row.pk) for row in long_month}
    )
    for number, row in enumerate(part):
        enforce(f"order-{number}", kind="withheld", regions=["GB"], reach="matched",
                story=row.story)  # fmt: skip
    path = f"/en/sitemap-2026-02-{sitemaps.part_of(part[0].pk)}.xml"
    for place, is_there in (("GB", False), ("CZ", True)):
        read = reader_in(place)
        assert (path in parts_in(read(INDEX).content)) is is_there
        assert (path.encode() in read(MONTH).content) is is_there
        assert read(path).status_code == (200 if is_there else 404)
        told = stories_in(read, parts_in(read(INDEX).content))
        assert any(f"/{part[0].pk}.html" in url for url in told) is is_there
        assert len(told) == (10 if is_there else 10 - len(part))


def test_the_parts_cost_one_query_more(long_month, client):
    """Besides the look at the ledger: days and parts; for the month its stories before."""
    assert len(queries_of(client, INDEX)) <= 3
    assert len(queries_of(client, MONTH)) <= 4
    assert len(queries_of(client, parts_in(client.get(INDEX).content)[0])) <= 2


@pytest.mark.parametrize("part", ["99", "01", "-1", "9999999999", "9" * 40, "x"])
def test_a_part_that_is_none_is_not_found(part, long_month, client):
    assert client.get(f"/en/sitemap-2026-02-{part}.xml").status_code == 404


def test_the_longest_addresses_leave_a_part_below_fifty_megabytes(
    on_air, english, client, monkeypatch
):
    monkeypatch.setattr(sitemaps, "MOST_URLS", 50_000)
    on_air.slug = "ж" * 80
    on_air.save()
    path = f"/en/sitemap-2026-02-{sitemaps.part_of(on_air.pk)}.xml"
    url = etree.fromstring(client.get(path).content)[0]
    # A host has at most 253 letters, a number 19.
    longest = len(etree.tostring(url)) + 253 + 19
    assert longest * 50_000 <= 50 * 1024 * 1024
