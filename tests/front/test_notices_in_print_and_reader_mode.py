"""A notice is part of the article: reader modes drop feet, sides and what looks like them."""

import re
import xml.etree.ElementTree as ET

import html5lib
import pytest

PLACES = ["site_banner", "article_top", "near_share", "article_foot"]
# What Readability removes by element, and by words in class or id.
DROPPED = {"aside", "footer", "nav", "form"}
UNLIKELY = re.compile(r"banner|combx|comment|disqus|extra|footer|gdpr|menu|related|remark|share")


@pytest.fixture
def around(url, enforce, client):
    """For each placement: the elements around the notice that stands there."""
    for place in PLACES:
        enforce(place.replace("_", "-"), placements=[place], reach="everyone")
    tree = html5lib.parse(client.get(url).content, namespaceHTMLElements=False)
    parents = {child: parent for parent in tree.iter() for child in parent}

    def path(notice: ET.Element) -> list[ET.Element]:
        found = []
        while notice in parents:
            notice = parents[notice]
            found.append(notice)
        return found

    return {one.get("data-notice"): path(one) for one in tree.iter() if one.get("data-notice")}


@pytest.mark.parametrize("place", [place.replace("_", "-") for place in PLACES])
def test_the_notice_stands_in_the_article_and_in_nothing_that_reader_modes_drop(place, around):
    names = [one.tag for one in around[place]]
    assert "article" in names
    assert not DROPPED & set(names)


@pytest.mark.parametrize("place", [place.replace("_", "-") for place in PLACES])
def test_no_word_around_it_makes_reader_modes_doubt(place, around):
    assert not [one for one in around[place] if UNLIKELY.search(one.get("class") or "")]


@pytest.mark.parametrize("place", [place.replace("_", "-") for place in PLACES])
def test_it_is_wrapped_like_the_text_and_beside_it(place, around):
    """Readability keeps siblings of the text that carry its class, and drops others."""
    wrapper, article = around[place][:2]
    assert (wrapper.get("class"), article.tag) == ("body", "article")


def test_each_notice_is_a_landmark_with_a_heading_of_its_own(url, enforce, client):
    enforce("warning", reach="everyone", placements=["site_banner", "article_foot"])
    html = client.get(url).content.decode()
    ids = re.findall(r'aria-labelledby="(law-[^"]+)"', html)
    assert len(ids) == len(set(ids)) == 2
    assert all(f'<h2 id="{one}">' in html for one in ids)
    assert not [one for one in ids if UNLIKELY.search(one)]


def test_print_hides_no_notice():
    from articles.pages.stylesheet import sheet

    printed = "".join(re.findall(r"@media print\{(.*?\})\}", sheet("story", False).text))
    hidden = re.findall(r"([^{}]*)\{[^}]*display:none", printed)
    assert hidden
    assert not [one for one in hidden if "notice" in one or "banners" in one]
