"""Nothing that runs, and nothing outside the allow-list, survives cleaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import sanitise
from articles.text.sanitise import clean_body, clean_notice

from .markup import BODY, NOTICE, assert_harmless, corpus, tag_soup


@given(tag_soup | st.text())
def test_no_tag_soup_passes_the_body_s_allow_list(soup):
    assert_harmless(clean_body(soup), BODY)


@given(tag_soup)
def test_no_tag_soup_passes_the_notice_s_allow_list(soup):
    assert_harmless(clean_notice(soup), NOTICE)


@given(tag_soup | st.text())
def test_a_clean_body_is_left_as_it_is(soup):
    assert clean_body(clean_body(soup)) == clean_body(soup)


@given(tag_soup)
def test_a_clean_notice_is_left_as_it_is(soup):
    assert clean_notice(clean_notice(soup)) == clean_notice(soup)


@pytest.mark.parametrize("name", ["xss_payloads.json", "naughty_strings.json"])
def test_nothing_in_the_hostile_corpora_survives(name):
    for payload in corpus(name):
        for body in (payload, f"<p>{payload}</p>", f'<a href="{payload}">x</a>'):
            cleaned = clean_body(body)
            assert_harmless(cleaned, BODY)
            assert clean_body(cleaned) == cleaned
            assert_harmless(clean_notice(body), NOTICE)


@pytest.mark.parametrize(
    "payload",
    [
        (
            "<math><mtext><table><mglyph><style><!--</style>"
            "<img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>"
        ),
        "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ],
)
def test_markup_that_mutates_between_two_parsers_stays_harmless(payload):
    assert_harmless(clean_body(payload), BODY)


@pytest.mark.parametrize(
    "tag", ["script", "style", "iframe", "svg", "math", "template", "noscript"]
)
def test_content_that_is_no_text_goes_with_its_tag(tag):
    assert clean_body(f"<p>before<{tag}>hidden</{tag}>after</p>") == "<p>beforeafter</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "\x01javascript:x",
    ],
)
def test_a_link_that_runs_code_loses_its_address(address):
    assert clean_body(f'<p><a href="{address}">x</a></p>') == "<p>x</p>"


@pytest.mark.parametrize(
    "address",
    ["https://a.example/x?y=1", "http://a.example", "mailto:a@b.example", "tel:+1", "/a", "#n"],
)
def test_a_link_with_an_honest_address_stays(address):
    html = f'<p><a href="{address}">x</a></p>'
    assert clean_body(html) == html


def test_deep_nesting_exhausts_nothing_and_keeps_the_words():
    assert ">end" in clean_body("<blockquote>" * 5000 + "end")


def test_of_markup_that_never_settles_only_the_words_stay(monkeypatch):
    monkeypatch.setattr(sanitise, "_MAX_PASSES", 1)
    assert clean_body('<b>1 &lt; 2</b><figure data-photo="1"></figure>') == "<p>1 &lt; 2</p>"
