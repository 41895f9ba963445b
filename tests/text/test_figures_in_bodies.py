"""Photographs stand in a body as placeholders at the top level."""

import pytest

from articles.text.sanitise import clean_body


def test_a_placeholder_keeps_its_caption_and_loses_its_picture():
    caption = "<figcaption>A <b>b</b></figcaption>"
    figure = f'<figure class="x" data-photo="12"><img src="/a.jpg">{caption}</figure>'
    assert clean_body(figure) == (
        '<figure data-photo="12"><figcaption>A <strong>b</strong></figcaption></figure>'
    )


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "12x", "", "١٢", "1 2", "9" * 30])
def test_a_figure_without_a_photograph_of_ours_is_dropped(number):
    figure = f'<figure data-photo="{number}"><img src=x><figcaption>A</figcaption></figure>'
    assert clean_body(f"<p>B</p>{figure}") == "<p>B</p>"


def test_an_empty_caption_is_no_override():
    figure = '<figure data-photo="1"><figcaption>&nbsp;</figcaption></figure>'
    assert clean_body(figure) == '<figure data-photo="1"></figure>'


def test_a_caption_holds_phrases_only():
    figure = '<figure data-photo="1"><figcaption><p>A</p><ul><li>B</li></ul></figcaption></figure>'
    assert "<figcaption> A  B</figcaption>" in clean_body(figure)


def test_a_figure_splits_the_quotation_it_stands_in():
    html = '<blockquote><p>A</p><figure data-photo="3"></figure><p>B</p></blockquote>'
    assert clean_body(html).split("\n") == [
        "<blockquote><p>A</p></blockquote>",
        '<figure data-photo="3"></figure>',
        "<blockquote><p>B</p></blockquote>",
    ]


@pytest.mark.parametrize(
    ("block", "left"),
    [
        ("<ul><li>A{}</li><li>B</li></ul>", "<ul><li>A</li><li>B</li></ul>\n"),
        ("<ul><li>{}</li></ul>", ""),
        (
            "<table><tbody><tr><td>A{}</td></tr></tbody></table>",
            "<table><tbody><tr><td>A</td></tr></tbody></table>\n",
        ),
    ],
)
def test_a_figure_follows_the_list_or_table_it_stood_in(block, left):
    figure = '<figure data-photo="3"></figure>'
    assert clean_body(block.format(figure)) == left + figure


def test_an_unclosed_figure_does_not_swallow_the_story():
    assert clean_body('<figure data-photo="3"><p>A</p><h2>B</h2>').endswith("<p>A</p>\n<h2>B</h2>")
