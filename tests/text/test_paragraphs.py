"""Two bodies compared by paragraph: nothing is left out, and no body makes it endless."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import paragraphs
from articles.text.blocks import blocks_of
from articles.text.diff import Change
from articles.text.paragraphs import BUDGET, Fate, body_diff

PARAGRAPH = st.sampled_from(
    ["<p>One two three four five six</p>", "<p>One two three four five seven</p>", "<p>a</p>",
     "<h2>Who pays</h2>", "<p>One <strong>two</strong> three four five six</p>", "<p>آب بالا</p>",
     '<figure data-photo="3"></figure>', "<ul><li>bread</li><li>salt</li></ul>",
     '<p>A <a href="/en/">link</a> here</p>', "<blockquote><p>said he</p></blockquote>"]
)  # fmt: skip
BODY = st.lists(PARAGRAPH, max_size=12).map("".join)


def fates(before, after):
    return [one.fate for one in body_diff(before, after)]


def words_of(found, other, gone):
    """One side of the comparison, as paragraphs of words."""
    return [
        "".join(piece.text for piece in one.pieces if piece.change != other)
        for one in found
        if one.fate not in gone and one.fate is not Fate.MARKUP
    ]


@given(BODY, BODY)
def test_both_bodies_are_whole(before, after):
    found = body_diff(before, after)
    came = {Fate.ADDED, Fate.MOVED_HERE}
    went = {Fate.REMOVED, Fate.MOVED_AWAY}
    markup = [one.block.words for one in found if one.fate is Fate.MARKUP]
    old = sorted(words_of(found, Change.ADDED, came) + markup)
    new = sorted(words_of(found, Change.REMOVED, went) + markup)
    assert old == sorted(block.words for block in blocks_of(before))
    assert new == sorted(block.words for block in blocks_of(after))


@given(BODY)
def test_a_body_is_like_itself(body):
    assert set(fates(body, body)) <= {Fate.SAME}


def test_words_are_compared_inside_a_changed_paragraph():
    (changed,) = body_diff(
        "<p>The river rose by two metres</p>", "<p>The river rose by ten metres</p>"
    )
    assert changed.fate is Fate.CHANGED
    assert [piece.text for piece in changed.pieces if piece.change == Change.ADDED] == ["ten"]


def test_a_paragraph_put_before_others_leaves_them_alone():
    before = "<p>The first of them all</p><p>The second of them all</p>"
    assert fates(before, "<p>Breaking: something else</p>" + before) == [
        Fate.ADDED, Fate.SAME, Fate.SAME,
    ]  # fmt: skip


def test_a_paragraph_that_was_moved_is_not_written_anew():
    one, two = "<p>Water came at night to the town.</p>", "<p>Nobody was hurt, the mayor says.</p>"
    three = "<p>Schools stay closed for two days.</p>"
    assert sorted(fates(one + two + three, two + three + one)) == sorted(
        [Fate.MOVED_AWAY, Fate.SAME, Fate.SAME, Fate.MOVED_HERE]
    )


def test_a_link_that_leads_elsewhere_is_told():
    before = '<p>Read <a href="/en/a/x/1.html">more</a></p>'
    (changed,) = body_diff(before, before.replace("1.html", "2.html"))
    assert changed.fate is Fate.MARKUP
    assert {piece.text.strip() for piece in changed.pieces if piece.change != Change.SAME} == {
        "/en/a/x/1.html", "/en/a/x/2.html",
    }  # fmt: skip


def test_a_photo_is_itself_or_another():
    found = body_diff('<figure data-photo="3"></figure>', '<figure data-photo="4"></figure>')
    assert [(one.fate, one.block.photo_id) for one in found] == [(Fate.REMOVED, 3), (Fate.ADDED, 4)]


def test_a_caption_in_the_text_changes_in_words():
    before = '<figure data-photo="3"><figcaption>The old bridge</figcaption></figure>'
    (changed,) = body_diff(before, before.replace("old", "new"))
    assert changed.fate is Fate.CHANGED
    assert [piece.text for piece in changed.pieces if piece.change == Change.REMOVED] == ["old"]


def test_a_figure_that_is_no_photo_does_no_harm():
    assert fates("<figure><p>a</p></figure>", "<p>b</p>")


@pytest.fixture
def counted(monkeypatch):
    """How many words were given to the word by word comparison."""
    seen = []
    real = paragraphs.word_diff

    def counting(before, after):
        seen.append(len(before.split()) + len(after.split()))
        return real(before, after)

    monkeypatch.setattr(paragraphs, "word_diff", counting)
    return seen


def _long(seed):
    chance = random.Random(seed)
    return [[f"w{chance.randrange(500)}" for _word in range(50)] for _number in range(4_000)]


def test_200_000_words_are_compared_word_by_word_only_as_far_as_anybody_reads(counted):
    old = _long(1)
    new = [[*words[:-1], "changed"] for words in old]
    before, after = ("".join(f"<p>{' '.join(one)}</p>" for one in text) for text in (old, new))
    found = body_diff(before, after)
    assert {one.fate for one in found} == {Fate.CHANGED}
    assert sum(counted) <= BUDGET
    assert len(found) == 4_000


def test_one_endless_paragraph_is_not_compared_word_by_word(counted):
    body = "<p>" + "word " * 100_000 + "</p>"
    (changed,) = body_diff(body, body.replace("word", "sword", 1))
    assert changed.fate is Fate.CHANGED
    assert counted == []
