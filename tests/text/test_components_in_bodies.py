"""Pull quotes, fact boxes, embeds and related stories: what is kept of them, and as what."""

import pytest

from articles.text.body import (
    EmbedSegment,
    FactSegment,
    HtmlSegment,
    QuoteSegment,
    RelatedSegment,
    photo_ids,
    plain_text,
    split,
    word_count,
)
from articles.text.sanitise import clean_body

from .markup import BODY, assert_harmless, corpus

PULL = (
    '<blockquote data-kind="pull"><p>Water remembers.</p><p><cite>Mara Ellery</cite></p>'
    "</blockquote>"
)
FACTS = (
    '<aside data-kind="fact"><h3>The dam</h3><p>Built in 1966.</p><ul><li>126 m</li></ul></aside>'
)
EMBED = '<figure data-embed="https://t.me/lantern/7"><figcaption>The crack</figcaption></figure>'
RELATED = '<figure data-story="42"></figure>'


def test_each_component_is_a_segment_of_its_own():
    body = clean_body(f"<p>One.</p>{PULL}<p>Two.</p>{FACTS}{EMBED}{RELATED}<p>Three.</p>")
    assert split(body) == [
        HtmlSegment("<p>One.</p>"),
        QuoteSegment("<p>Water remembers.</p>", "Mara Ellery"),
        HtmlSegment("<p>Two.</p>"),
        FactSegment("The dam", "<p>Built in 1966.</p>\n<ul><li>126 m</li></ul>"),
        EmbedSegment("https://t.me/lantern/7", "Telegram", "The crack"),
        RelatedSegment(42),
        HtmlSegment("<p>Three.</p>"),
    ]


def test_line_ends_between_the_blocks_change_nothing():
    loose = (PULL + FACTS).replace("><", ">\n\t<")
    assert split(clean_body(loose))[0] == split(clean_body(PULL))[0]
    assert split(clean_body(loose))[1].title == "The dam"


@pytest.mark.parametrize("html", [PULL, FACTS, EMBED, RELATED])
def test_a_component_is_clean_already(html):
    assert clean_body(html) == clean_body(clean_body(html))
    assert "data-" in clean_body(html)


def test_each_has_a_form_in_plain_words():
    plain = [part.plain for part in split(clean_body(PULL + FACTS + EMBED + RELATED))]
    assert plain == [
        "Water remembers.\n— Mara Ellery",
        "The dam\nBuilt in 1966.\n126 m",
        "The crack: https://t.me/lantern/7",
        "",
    ]


def test_what_is_pulled_out_is_not_read_twice():
    body = clean_body(f"<p>Water remembers.</p>{PULL}{FACTS}")
    assert plain_text(body) == "Water remembers.\nThe dam\nBuilt in 1966.\n126 m"
    assert word_count(body) == 9


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)//youtube.com/x", "https://evil.example/watch?v=1", "https://t.me/",
        "https://t.me.evil.example/a", "https://user@t.me/a", "https://t.me:8443/a", "//t.me/a",
        "data:text/html,https://t.me/a", "https://t.me/a\" onclick=\"x", "https://t.me/<b>",
        "https://[t.me/a", "ftp://t.me/a", "https://t.me/" + "a" * 500, "https://ｔ.me/a",
    ],
)  # fmt: skip
def test_an_address_of_nobody_on_the_list_is_no_embed(address):
    escaped = address.replace('"', "&quot;").replace("<", "&lt;")
    cleaned = clean_body(
        f'<p>x</p><figure data-embed="{escaped}"><figcaption>y</figcaption></figure>'
    )
    assert cleaned == "<p>x</p>"


@pytest.mark.parametrize(
    ("given", "kept", "provider"),
    [
        ("http://www.youtube.com/watch?v=abc_-1&utm_source=x&si=y",
         "https://www.youtube.com/watch?v=abc_-1", "YouTube"),
        ("https://m.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=a", "YouTube"),
        ("https://twitter.com/lantern/status/1?ref_src=x", "https://x.com/lantern/status/1", "X"),
        ("https://www.instagram.com/p/abc/?igshid=1", "https://www.instagram.com/p/abc/",
         "Instagram"),
        ("https://www.tiktok.com/@lantern/video/7", "https://www.tiktok.com/@lantern/video/7",
         "TikTok"),
        ("https://vimeo.com/123#t=1", "https://vimeo.com/123", "Vimeo"),
    ],
)  # fmt: skip
def test_an_address_loses_what_only_counts_readers(given, kept, provider):
    body = clean_body(f'<figure data-embed="{given.replace("&", "&amp;")}"></figure>')
    assert split(body) == [EmbedSegment(kept, provider, "")]


def test_a_figure_stands_for_one_thing_and_no_other():
    both = clean_body(
        '<figure data-photo="3" data-story="4" data-embed="https://t.me/a/1"></figure>'
    )
    assert both == '<figure data-photo="3"></figure>'
    assert photo_ids(both) == [3]


def test_a_box_stands_between_blocks_and_never_in_one():
    cleaned = clean_body(f"<ul><li>{FACTS}</li></ul><blockquote>{FACTS}</blockquote>")
    assert "<aside" not in cleaned
    assert "Built in 1966." in cleaned


def test_an_aside_and_a_quotation_of_no_kind_are_what_they_were():
    assert clean_body("<aside><p>Words.</p></aside>") == "<p>Words.</p>"
    assert clean_body('<blockquote data-kind="fact"><p>x</p></blockquote>') == (
        "<blockquote><p>x</p></blockquote>"
    )


def test_a_photo_in_a_box_is_lifted_out_of_it_and_not_lost():
    body = clean_body('<aside data-kind="fact"><p>x</p><figure data-photo="5"></figure></aside>')
    assert photo_ids(body) == [5]


def test_nothing_hostile_survives_in_a_component():
    for payload in corpus("xss_payloads.json"):
        for body in (
            f'<blockquote data-kind="pull"><p>{payload}</p><p><cite>{payload}</cite></p>',
            f'<aside data-kind="fact"><h3>{payload}</h3><p>{payload}</p></aside>',
            f'<figure data-embed="https://t.me/a/1"><figcaption>{payload}</figcaption></figure>',
            f'<figure data-embed="{payload}"></figure>',
            f'<figure data-story="{payload}"></figure>',
            f'<aside data-kind="{payload}">x</aside>',
        ):
            cleaned = clean_body(body)
            assert_harmless(cleaned, BODY)
            assert clean_body(cleaned) == cleaned
