"""A body splits into words and photographs, and nothing is lost between them."""

import pytest
from hypothesis import assume, given

from articles.text.body import HtmlSegment, PhotoSegment, photo_ids, split
from articles.text.sanitise import clean_body

from .markup import elements, tag_soup


def _joined(segments):
    return "\n".join(map(_written, segments))


def _written(segment):
    if isinstance(segment, HtmlSegment):
        return segment.html
    caption = f"<figcaption>{segment.caption}</figcaption>" if segment.caption else ""
    return f'<figure data-photo="{segment.photo_id}">{caption}</figure>'


@given(tag_soup)
def test_segments_joined_again_are_the_body(soup):
    body = clean_body(soup)
    segments = split(body)
    # Boxes and quotations are put in order while they are read: test_components_in_bodies.py.
    assume(all(isinstance(one, HtmlSegment | PhotoSegment) for one in segments))
    assert _joined(segments) == body


@given(tag_soup)
def test_no_words_hold_a_figure(soup):
    words = [s.html for s in split(clean_body(soup)) if isinstance(s, HtmlSegment)]
    assert not [e for html in words for e in elements(html) if e.tag == "figure"]


def test_a_body_splits_in_reading_order():
    figure = '<figure data-photo="2"><figcaption>C <em>d</em></figcaption></figure>'
    body = f"<p>A</p>\n<h2>B</h2>\n{figure}\n<p>E</p>"
    assert split(body) == [
        HtmlSegment("<p>A</p>\n<h2>B</h2>"),
        PhotoSegment(2, "C <em>d</em>"),
        HtmlSegment("<p>E</p>"),
    ]


def test_photographs_are_named_in_order_each_time_they_are_shown():
    body = "".join(f'<figure data-photo="{number}"></figure>' for number in (5, 3, 5))
    assert photo_ids(clean_body(f"<p>A</p>{body}")) == [5, 3, 5]


def test_split_lifts_a_nested_figure_out_by_itself():
    segments = split('<blockquote><p>A</p><figure data-photo="1"></figure></blockquote>')
    assert segments == [HtmlSegment("<blockquote><p>A</p></blockquote>"), PhotoSegment(1, "")]


@pytest.mark.parametrize("body", ["", "\n"])
def test_an_empty_body_has_no_segments(body):
    assert split(body) == []
