"""Headings step down one level at a time, whatever their looks were chosen for."""

import pytest

from articles.text.headings import levelled


def tags(text):
    return "".join(f"<h{level}>x</h{level}>" for level in text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("222", "222"), ("233423", "233423"), ("333", "222"), ("43", "22"), ("4443", "2222"),
        ("244", "233"), ("3323", "2223"), ("", ""),
    ],
)  # fmt: skip
def test_no_level_is_skipped(written, read):
    assert list(levelled([tags(written)])) == [tags(read)]


def test_it_goes_on_from_piece_to_piece():
    assert list(levelled(["<p>a</p>", tags("2"), "<p>b</p>" + tags("4")])) == [
        "<p>a</p>", tags("2"), "<p>b</p>" + tags("3"),
    ]  # fmt: skip


def test_words_are_left_alone():
    text = "<p>&lt;h3&gt; and <em>h4</em></p>"
    assert list(levelled([text])) == [text]
