"""The edition without pictures: every page has it; it is light, whole, and under the same law."""

import gzip
import re
from urllib.parse import parse_qsl

import pytest

from articles.caching.page_key import normal_query
from articles.pages.outputs import OUTPUTS

LATER = "before=2030-01-01T00:00:00%2B00:00_1"


@pytest.fixture
def text(client):
    return lambda path: client.get(path, {"edition": "text"}).content.decode()


def test_pictures_are_links_with_their_words_and_weight(text, url, photo):
    html = text(url)
    for tag in ("<img", "<picture", "<source", "<svg", "<script", "og:image"):
        assert tag not in html, tag
    link = re.search(r'<a href="(/media/[^"]+\.jpg)" type="image/jpeg">([^<]+)</a>', html)
    assert re.fullmatch(r"Picture \(\d+ KB\): Brown water under a bridge\.", link[2])


def test_it_says_all_that_the_other_edition_says(text, url, on_air):
    html = text(url)
    for words in (
        on_air.headline,
        "The first paragraph",
        "Mara Ellery",
        "The river rose overnight",
    ):
        assert words in html, words
    assert re.search(r'<link rel="canonical" href="http://testserver/en/a/[^?"]+">', html)


@pytest.mark.parametrize("path", ["/", "/en/", "/en/z/politics/", "/en/place/", "story"])
def test_every_page_leads_to_it_and_back_and_its_links_stay_in_it(path, text, url, client, on_air):
    path = path.replace("story", url)
    assert re.search(
        r'<a href="[^"]*edition=text">Text only</a>', client.get(path).content.decode()
    )
    html = text(path)
    back = re.search(r'<a href="([^"]*)">Edition with pictures</a>', html)[1]
    assert "edition" not in back
    links = re.findall(r'<a href="(/[^"]*)"', html)
    inner = {link for link in links if not link.startswith("/media/")} - {back}
    assert inner
    assert all("edition=text" in link for link in inner), inner


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/en/search/", "q=river&from=2026-01-01&section=politics"),
        ("/en/search/", f"q=nothing&{LATER}"),
        ("/en/z/politics/", LATER),
        ("/en/archive/2026/02/01/", LATER),
    ],
)
def test_it_answers_the_same_question(path, asked, client, on_air):
    whole = f"{path}?{asked}"
    for shown, name, other in (
        (whole, "Text only", f"{whole}&edition=text"),
        (f"{whole}&edition=text", "Edition with pictures", whole),
    ):
        html = client.get(shown).content.decode()
        link = re.search(rf'<a href="([^"]*)">{name}</a>', html)[1].replace("&amp;", "&")
        assert sorted(parse_qsl(link)) == sorted(parse_qsl(other)), link


def test_notices_stand_in_it_at_their_full_size(text, url, enforce):
    enforce("loud", regions=[], reach="everyone", placements=["article_top"], min_scale=2)
    html = text(url)
    assert 'data-notice="loud"' in html
    assert ".scaled.scale-2{" in html


def test_every_page_is_declared_in_both_editions():
    names = {output.name for output in OUTPUTS}
    pages = {name for name in names if f"{name} (text)" in names}
    assert {"world", "front", "section", "topic", "author", "story", "place"} <= pages
    assert "robots (text)" not in names


@pytest.mark.parametrize("path", ["/", "/en/", "story"])
def test_it_weighs_half_at_most(path, text, url, client):
    path = path.replace("story", url)
    full = client.get(path).content
    assert 2 * len(gzip.compress(text(path).encode(), 6)) <= len(gzip.compress(full, 6))


@pytest.mark.parametrize(
    ("query", "kept"),
    [("edition=text", "edition=text"), ("edition=TEXT", ""), ("edition=x&utm_source=y", "")],
)
def test_nothing_but_its_one_value_makes_a_page_of_its_own(query, kept):
    from newsroom.wsgi import RULES

    assert normal_query({"QUERY_STRING": query}, RULES) == kept
