"""What was made before a purge is never kept after it; a purge leaves nothing behind."""

from articles.caching.store import Entry, Store


def entry(*named, size=10):
    return Entry("200 OK", (), "e", {"": b"x" * size}, frozenset(named), 9e9, None)


def test_a_page_made_before_a_purge_is_not_kept_after_it():
    store = Store(1_000_000)
    store.purge(8, {"story-1"})
    assert not store.keep(("a",), entry("story-1"), position=7)
    assert store.keep(("a",), entry("story-1"), position=8)
    assert store.keep(("b",), entry("story-2"), position=7)


def test_what_is_no_longer_remembered_one_by_one_is_refused_as_a_whole():
    store = Store(1_000_000)
    store.purge(8, {f"story-{number}" for number in range(10_001)})
    assert not store.keep(("a",), entry("front"), position=7)
    assert store.keep(("a",), entry("front"), position=8)


def test_a_purge_takes_what_carries_the_tag_and_nothing_else():
    store = Store(1_000_000)
    store.keep(("a",), entry("one", "all"), 0)
    store.keep(("b",), entry("two", "all"), 0)
    store.purge(1, {"one"})
    assert store.get(("a",)) is None
    assert store.get(("b",)) is not None
    store.purge(2, {"all"})
    assert store.get(("b",)) is None
    assert (len(store), store.size) == (0, 0)


def test_a_process_that_begins_keeps_nothing_from_before_its_beginning():
    """Of purges before that it has heard nothing."""
    store = Store(1_000_000)
    store.begin(8)
    assert not store.keep(("a",), entry("story-1"), position=7)
    assert store.keep(("a",), entry("story-1"), position=8)


def test_a_ledger_that_goes_back_makes_older_numbers_worthless():
    """A restored backup: what was made at 900 of the old ledger is not newer than our 8."""
    store = Store(1_000_000)
    store.purge(900, {"story-1"})
    store.purge(8, {"standing", "notices"})
    assert not store.keep(("a",), entry("story-2"), position=7)
    assert store.keep(("a",), entry("story-1"), position=8), "900 is of another ledger"


def test_what_was_asked_with_parameters_goes_first():
    """Such addresses can be made up without end: they do not drive out whole fronts."""
    store = Store(3 * entry(size=1000).size)
    for name in ("front", "story"):
        store.keep((name,), entry(size=1000), 0)
    for number in range(5):
        store.keep(("front", f"before={number}"), entry(size=1000), 0, is_first=True)
    store.keep(("another",), entry(size=1000), 0)
    assert all(store.get((name,)) for name in ("front", "story", "another"))
    assert len(store) == 3


def test_a_page_larger_than_the_room_is_let_go_and_counted_right():
    store = Store(5_000)
    store.keep(("a",), entry(size=10_000), 0)
    assert (len(store), store.size) == (0, 0)


def test_what_a_purge_meant_goes_before_anything_that_can_still_be_asked_for():
    store = Store(3 * entry(size=1000).size)
    store.keep(("old",), entry("front", size=1000), 0)
    store.keep(("purged",), entry("story-1", size=1000), 0)
    store.keep(("older",), entry("front", size=1000), 0)
    store.purge(1, {"story-1"})
    store.keep(("new",), entry("front", size=1000), 1)
    assert {name for name in ("old", "purged", "older", "new") if store.get((name,))} == {
        "old", "older", "new"
    }  # fmt: skip


def test_a_page_that_was_found_before_a_purge_is_not_renewed_after_it():
    store = Store(1_000_000)
    store.keep(("a",), entry("one"), 0)
    found = store.get(("a",))
    assert store.renew(("a",), found.ready, now=0.0)
    store.purge(1, {"one"})
    assert not store.renew(("a",), found.ready, now=0.0)
    store.keep(("a",), entry("one"), 1)
    assert not store.renew(("a",), found.ready, now=0.0), "another page has its place"


def test_when_too_many_tags_were_named_what_they_meant_is_gone_all_the_same():
    store = Store(1_000_000)
    store.keep(("a",), entry("story-1"), 0)
    store.keep(("b",), entry("front"), 0)
    store.purge(1, {f"story-{number}" for number in range(10_001)})
    store.purge(2, {"else"})
    assert store.get(("a",)) is None
    assert store.get(("b",)) is not None


def test_pages_of_a_ledger_that_went_back_are_gone():
    store = Store(1_000_000)
    store.purge(900, {"x"})
    store.keep(("a",), entry("front"), 900)
    store.purge(8, {"standing", "notices"})
    assert store.get(("a",)) is None
