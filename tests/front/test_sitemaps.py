"""Maps for search engines: valid by their schemas, complete, and silent about what is withheld."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from lxml import etree

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.front.test_queries import queries_of

SM = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture(autouse=True)
def _soon_after(now):
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def site(on_air, make_story, persian, now):
    """Two services, two months."""
    publish(make_story(headline="Old"), actor=SYSTEM, now=now - timedelta(days=40))
    return publish(make_story(service=persian, headline="رود & <کوه>"), actor=SYSTEM, now=now)


@pytest.fixture
def read(client):
    def ask(path):
        reply = client.get(path)
        assert reply.status_code == 200, path
        assert reply["Content-Type"] == "application/xml; charset=utf-8"
        return reply.content

    return ask


def locations(xml):
    return [found.text for found in ElementTree.fromstring(xml).iter(f"{SM}loc")]


BOTH = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{0}/{1}"/>
<xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9"
  schemaLocation="{0}/sitemap-news.xsd"/>
</xs:schema>"""


def is_valid(xml, name, shared):
    schemas = BOTH.format((shared / "data" / "xsd").as_uri(), name)
    schema = etree.XMLSchema(etree.fromstring(schemas))
    schema.assertValid(etree.fromstring(xml))


def test_the_index_leads_to_a_map_for_each_service_and_month(site, read, shared):
    xml = read("/sitemap.xml")
    is_valid(xml, "siteindex.xsd", shared)
    found = locations(xml)
    assert found == [
        "http://testserver/en/sitemap-2026-02.xml",
        "http://testserver/en/sitemap-2025-12.xml",
        "http://testserver/fa/sitemap-2026-02.xml",
    ]
    for url in found:
        is_valid(read(url.removeprefix("http://testserver")), "sitemap.xsd", shared)


def test_a_month_lists_its_stories(site, on_air, read):
    assert locations(read("/en/sitemap-2026-02.xml")) == [
        f"http://testserver/en/a/{on_air.slug}/{on_air.pk}.html"
    ]


@pytest.mark.parametrize("month", ["2026-03", "2026-13", "0000-01", "9999-12"])
def test_a_month_without_stories_is_not_found(month, site, client):
    assert client.get(f"/en/sitemap-{month}.xml").status_code == 404


def test_the_news_map_holds_two_days_in_each_services_language(site, read, shared):
    xml = read("/news-sitemap.xml")
    root = ElementTree.fromstring(xml)
    names = [found.text for found in root.iter(f"{NEWS}name")]
    assert sorted(names) == ["Radio Lantern", "رادیو فانوس"]
    assert sorted(found.text for found in root.iter(f"{NEWS}language")) == ["en", "fa"]
    titles = {found.text for found in root.iter(f"{NEWS}title")}
    assert titles == {"The river rises", "رود & <کوه>"}
    is_valid(xml, "sitemap.xsd", shared)


def test_withheld_stories_are_in_no_map_where_they_are_withheld(
    site, on_air, story, enforce, reader_in
):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    for path in ("/en/sitemap-2026-02.xml", "/news-sitemap.xml"):
        assert b"river" not in reader_in("GB")(path).content
        assert b"river" in reader_in("CZ")(path).content


def test_a_month_of_which_nothing_may_be_read_here_is_not_in_the_index(
    make_story, enforce, reader_in, now
):
    alone = publish(
        make_story(headline="Alone in May"), actor=SYSTEM, now=now,
        first_published_at=now.replace(year=2024, month=5),
    )  # fmt: skip
    publish(make_story(headline="In February"), actor=SYSTEM, now=now)
    enforce("order", kind="withheld", regions=["GB"], reach="matched", story=alone.story)
    month = "/en/sitemap-2024-05.xml"
    for place, is_there in (("GB", False), ("CZ", True)):
        read = reader_in(place)
        index = read("/sitemap.xml").content.decode()
        assert (month in index) is is_there
        assert "/en/sitemap-2026-02.xml" in index
        assert read(month).status_code == (200 if is_there else 404)


def test_what_search_engines_may_not_list_is_in_no_map(site, story, enforce, reader_in, shared):
    enforce(story=story, regions=["FR"], effects=["noindex"])
    xml = reader_in("FR")("/en/sitemap-2026-02.xml").content
    is_valid(xml, "sitemap.xsd", shared)
    assert locations(xml) == ["http://testserver/en/"]
    assert b"river" not in reader_in("FR")("/news-sitemap.xml").content


@pytest.mark.parametrize("path", ["/sitemap.xml", "/news-sitemap.xml", "/en/sitemap-2026-02.xml"])
def test_a_map_costs_one_or_two_queries(path, site, client):
    asked = queries_of(client, path)
    assert len(asked) <= 2
    assert all("LIMIT" in sql for sql in asked if '"articles_publishedstory"' in sql)


def test_robots_are_shown_the_maps(client, db, settings):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml\n" in text
    assert "Sitemap: http://testserver/news-sitemap.xml\n" in text
    assert "Disallow: /admin/\n" in text
    settings.DEMO = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
