"""Word for word: what was removed and added gives back both texts, whatever they are."""

from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.diff import MOST_WORDS, Change, word_diff

TEXT = st.text(alphabet=st.sampled_from("ab ä\n.ش网က်\u200c"), max_size=60)


def side(pieces, other):
    return "".join(piece.text for piece in pieces if piece.change != other)


@given(TEXT, TEXT)
@example("", "")
@example("a b c d", "a x y d")
def test_both_texts_are_whole(before, after):
    pieces = word_diff(before, after)
    assert side(pieces, Change.ADDED) == before
    assert side(pieces, Change.REMOVED) == after


def test_words_change_as_words():
    assert [(piece.change, piece.text) for piece in word_diff("a small fine", "a large fine")] == [
        (Change.SAME, "a "), (Change.REMOVED, "small"), (Change.ADDED, "large"),
        (Change.SAME, " fine"),
    ]  # fmt: skip


def test_neighbouring_words_change_as_one():
    pieces = word_diff("may be fined or jailed", "can never be fined or jailed")
    assert [piece.text for piece in pieces if piece.change == Change.ADDED] == ["can never"]


def test_scripts_without_spaces_change_by_characters_with_their_marks():
    before = "这家媒体已被列为不受欢迎的组织请注意不要分享我们的文章以免受到处罚"
    pieces = word_diff(before, before.replace("不受欢迎的", "极端"))
    assert [piece.text for piece in pieces if piece.change == Change.REMOVED] == ["不受欢迎的"]


def test_long_texts_are_compared_by_lines():
    before = "word " * MOST_WORDS + "\nlast line"
    pieces = word_diff(before, before.replace("last", "final"))
    assert side(pieces, Change.ADDED) == before
    assert (Change.ADDED, "final line") in [(piece.change, piece.text) for piece in pieces]
