"""Two people changed one text: both changes are in the result, or both sides are shown."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from articles.text.hunks import clusters
from articles.text.merge import (
    BOTH,
    MINE,
    THEIRS,
    blocks_of,
    merge_body,
    merge_members,
    merge_rows,
    merge_value,
)

P = [f"<p>Paragraph {word} says its own thing.</p>" for word in ("one", "two", "three", "four")]
blocks = st.lists(st.sampled_from([f"<p>{word}</p>" for word in "abcdefgh"]), max_size=8)


def body(*parts):
    return "\n".join(parts)


def merged(base, mine, theirs, choices=None):
    return merge_body(body(*base), body(*mine), body(*theirs), choices or {})


def test_changes_of_different_paragraphs_are_joined_also_of_neighbours():
    mine = [P[0], P[1].replace("says", "shouts"), P[2], P[3]]
    theirs = [P[0], P[1], P[2].replace("says", "whispers"), P[3]]
    result = merged(P[:4], mine, theirs)
    assert blocks_of(result.value) == [P[0], mine[1], theirs[2], P[3]]
    assert (result.clashes, result.taken) == ([], 1)


def test_the_same_change_is_no_clash():
    changed = [P[0], P[1].replace("says", "shouts")]
    assert merged(P[:2], changed, changed).clashes == []


def test_one_paragraph_changed_by_both_shows_both_sides():
    mine, theirs = P[1].replace("says", "shouts"), P[1].replace("says", "whispers")
    result = merged(P[:3], [P[0], mine, P[2]], [P[0], theirs, P[2]])
    (clash,) = result.clashes
    assert (clash.mine, clash.theirs) == ([mine], [theirs])
    for answer, kept in ((MINE, [mine]), (THEIRS, [theirs]), (BOTH, [theirs, mine])):
        settled = merged(P[:3], [P[0], mine, P[2]], [P[0], theirs, P[2]], {clash.key: answer})
        assert blocks_of(settled.value) == [P[0], *kept, P[2]]
        assert settled.clashes == []


def test_an_answer_stays_an_answer_while_one_goes_on_writing():
    theirs = P[1].replace("says", "whispers")
    (clash,) = merged(P[:3], [P[0], "<p>Mine.</p>", P[2]], [P[0], theirs, P[2]]).clashes
    (later,) = merged(
        P[:3], ["<p>New top.</p>", P[0], "<p>Mine, longer.</p>", P[2]], [P[0], theirs, P[2]]
    ).clashes
    assert later.key == clash.key


def test_a_paragraph_taken_away_by_one_and_changed_by_the_other_is_asked_about():
    theirs = P[1].replace("says", "whispers")
    (clash,) = merged(P[:3], [P[0], P[2]], [P[0], theirs, P[2]]).clashes
    assert (clash.mine, clash.theirs) == ([], [theirs])


def test_different_new_paragraphs_at_one_place_both_stay():
    result = merged(P[:2], [*P[:2], "<p>Mine alone.</p>"], [*P[:2], "<p>Quite another.</p>"])
    assert blocks_of(result.value)[2:] == ["<p>Quite another.</p>", "<p>Mine alone.</p>"]
    assert result.clashes == []


def test_two_wordings_of_one_new_paragraph_are_asked_about():
    own, other = "<p>The minister resigned today.</p>", "<p>The minister resigned on Monday.</p>"
    assert len(merged(P[:1], [P[0], own], [P[0], other]).clashes) == 1


def test_spaces_that_an_editor_rearranges_are_no_change():
    spaced = P[1].replace(" ", "\n  ")
    theirs = [P[0], P[1].replace("says", "whispers")]
    assert merged(P[:2], [P[0], spaced], theirs).value == body(*theirs)


@given(blocks, blocks, blocks)
def test_nothing_that_either_side_wrote_is_ever_lost(base, mine, theirs):
    result = merged(base, mine, theirs)
    shown = [block for clash in result.clashes for block in (*clash.mine, *clash.theirs)]
    kept = Counter(blocks_of(result.value)) + Counter(shown)
    for side in (mine, theirs):
        written = Counter(side) - Counter(base)
        assert not written - kept


@given(blocks, blocks)
def test_what_one_side_alone_changed_is_the_result(base, changed):
    assert blocks_of(merged(base, changed, base).value) == changed
    assert blocks_of(merged(base, base, changed).value) == changed
    assert merged(base, changed, base).clashes == []
    assert merged(base, base, changed).clashes == []


@given(blocks, blocks, blocks)
def test_who_is_who_does_not_decide_whether_there_is_a_clash(base, mine, theirs):
    assert len(merged(base, mine, theirs).clashes) == len(merged(base, theirs, mine).clashes)


@given(blocks, blocks, blocks, st.sampled_from([MINE, THEIRS, BOTH]))
def test_answered_clashes_are_settled(base, mine, theirs, answer):
    choices = {clash.key: answer for clash in merged(base, mine, theirs).clashes}
    assert merged(base, mine, theirs, choices).clashes == []


@given(blocks, blocks, blocks)
def test_the_clusters_are_each_side_whole(base, mine, theirs):
    found = list(clusters(base, mine, theirs))
    assert [block for one in found for block in one.base] == base
    assert [block for one in found for block in one.mine] == mine
    assert [block for one in found for block in one.theirs] == theirs


def test_four_thousand_paragraphs_that_both_changed_are_joined():
    base = [f"<p>Paragraph {number} of many.</p>" for number in range(4000)]
    mine = [p.replace("many", "mine") if n % 2 else p for n, p in enumerate(base)]
    theirs = [p if n % 2 else p.replace("many", "theirs") for n, p in enumerate(base)]
    result = merged(base, mine, theirs)
    assert result.clashes == []
    assert result.taken == 2000


# -- Values, members, rows -------------------------------------------------------------------------


def test_a_value_that_both_changed_is_asked_about_and_the_answer_counts():
    result = merge_value("headline", "a", "b", "c", {})
    (clash,) = result.clashes
    assert result.value == "b"
    assert merge_value("headline", "a", "b", "c", {clash.key: THEIRS}).value == "c"
    assert merge_value("headline", "a", "b", "c", {clash.key: MINE}).clashes == []
    assert merge_value("headline", "a", "a", "c", {}).value == "c"
    assert merge_value("headline", "a", "b", "a", {}).value == "b"


@given(*[st.sets(st.integers(0, 6))] * 3)
def test_members_come_and_go_as_either_says(base, mine, theirs):
    value = merge_members(sorted(base), sorted(mine), sorted(theirs)).value
    assert set(value) == (mine & theirs) | (mine - base) | (theirs - base)
    assert len(value) == len(set(value))


def test_rows_are_joined_value_by_value():
    base = {"1": {"role": "lead", "crop": "full"}}
    mine = {"1": {"role": "lead", "crop": "wide"}, "2": {"role": "gallery", "crop": "full"}}
    theirs = {"1": {"role": "inline", "crop": "full"}, "3": {"role": "lead", "crop": "full"}}
    result = merge_rows("photos", base, mine, theirs, {})
    assert result.clashes == []
    assert result.value["1"] == {"role": "inline", "crop": "wide"}
    assert set(result.value) == {"1", "2", "3"}


def test_a_row_taken_away_and_changed_is_asked_about():
    base, theirs = {"1": {"caption": ""}}, {"1": {"caption": "New words"}}
    result = merge_rows("photos", base, {}, theirs, {})
    (clash,) = result.clashes
    kept = merge_rows("photos", base, {}, theirs, {clash.key: THEIRS})
    assert kept.value == theirs
    assert merge_rows("photos", base, {}, theirs, {clash.key: MINE}).value == {}
    assert merge_rows("photos", base, {}, base, {}).value == {}
