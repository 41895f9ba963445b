"""Counting and reading a body's words, in any script."""

import pytest

from articles.text.body import paragraphs_to_html, plain_text, word_count
from articles.text.sanitise import clean_body


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Two words — here</p>", 3),
        ("<p>Қазақстан Республикасы</p>", 2),
        ("<p>می\u200cرود به خانه</p>", 3),
        ("<p>हिन्दी भाषा</p>", 2),
        ("<p>საქართველო</p>", 1),
        ("<p>中文新闻</p>", 4),
        ("<p>One</p><p>two<br>three</p><ul><li>four</li><li>five</li></ul>", 5),
        ('<p>One</p><figure data-photo="1"><figcaption>not me</figcaption></figure>', 1),
        ("", 0),
    ],
)
def test_words_are_counted_in_every_script(body, words):
    assert word_count(body) == words


def test_a_text_in_thai_counts_more_than_one_word():
    assert word_count("<p>ประเทศไทยมีประชากรมาก</p>") > 2


def test_plain_text_has_one_block_to_a_line_and_no_captions():
    body = (
        "<h2>A &amp; B</h2>\n<p>C <em>d</em>\nE<br>F</p>"
        '\n<figure data-photo="1"><figcaption>G</figcaption></figure>'
        "\n<ul><li>H</li><li>I</li></ul>"
        "\n<table><tbody><tr><td>J</td><td>K</td></tr></tbody></table>"
    )
    assert plain_text(body) == "A & B\nC d E\nF\nH\nI\nJ K"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A\nB", "<p>A</p>\n<p>B</p>"),
        ("A\r\nB\r\n\r\n C", "<p>A<br>B</p>\n<p>C</p>"),
        ("A\n\n \n\nB\n", "<p>A</p>\n<p>B</p>"),
        ("<script>x</script> & y", "<p>&lt;script&gt;x&lt;/script&gt; &amp; y</p>"),
        (" \n\n ", ""),
    ],
)
def test_agency_text_becomes_paragraphs(text, html):
    assert paragraphs_to_html(text) == html
    assert clean_body(html) == html
