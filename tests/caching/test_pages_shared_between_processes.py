"""A page that one process made is taken by the others of its server, and by nobody else."""

import os
import stat
import time
from dataclasses import replace

import pytest

from articles.caching import shelf as shelves
from articles.caching.shelf import LARGEST, OLDEST, NoShelf, Shelf, shelf_in
from articles.caching.store import Entry

KEY = ("testserver", "/en/", "", "0", "http")
PAGE = Entry(
    status="200 OK", headers=(("Content-Type", "text/html"),), etag="e",
    bodies={"": b"page", "gzip": b"packed", "br": b"small"}, tags=frozenset({"front-en"}),
    fresh_until=time.time() + 86_400, dead_at=None,  # counted from when the run began
)  # fmt: skip


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path / "pages")


def put(shelf, page=PAGE, position=7, key=KEY):
    with shelf.place(key, 0.0) as place:
        place.put(page, position)


def take(shelf, key=KEY):
    with shelf.place(key, 0.0) as place:
        return place.take()


def test_what_one_process_puts_there_another_takes_with_its_ledger_position(shelf):
    assert take(shelf) is None
    put(shelf)
    page, position = take(Shelf(shelf.folder))
    assert (page, position) == (PAGE, 7)


def test_the_second_process_renders_nothing(make_site, shelf, url):
    first, second = make_site(shelf=shelf), make_site(shelf=Shelf(shelf.folder))
    assert first.get(url) == second.get(url)
    assert (first.made, second.made) == ([url], [])


def test_a_page_from_before_a_purge_is_not_taken_after_it(make_site, shelf, url, on_air, soon, now):
    """It lies there as long as nobody makes it anew."""
    first, second = make_site(shelf=shelf), make_site(shelf=Shelf(shelf.folder))
    first.get(url)
    second.cache.store.purge(second.cache.watch.position + 1, {f"story-{on_air.pk}"})
    second.get(url)
    assert second.made == [url]


def test_another_page_on_the_same_place_is_not_mistaken_for_it(shelf, monkeypatch):
    monkeypatch.setattr(shelves, "PLACES", 1)
    put(shelf)
    other = ("testserver", "/fa/", "", "0", "http")
    assert take(shelf, other) is None
    put(shelf, key=other)
    assert take(shelf) is None
    assert len(list(shelf.folder.glob("*.page"))) == 1


def test_another_zone_is_another_page(shelf):
    put(shelf)
    assert take(shelf, (*KEY[:3], "1a2b", KEY[4])) is None


def test_a_page_of_another_server_or_an_earlier_start_is_nobodys(shelf, monkeypatch):
    put(shelf)
    monkeypatch.setattr(shelves, "server", lambda: "1-2")
    assert take(shelf) is None


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"no json\n", b'{"key": 1}\n', b"\xff\xfe"])
def test_a_damaged_file_is_as_good_as_none(damage, shelf):
    put(shelf)
    [file] = shelf.folder.glob("*.page")
    file.write_bytes(damage)
    assert take(shelf) is None


def test_a_file_cut_short_is_as_good_as_none(shelf):
    put(shelf)
    [file] = shelf.folder.glob("*.page")
    file.write_bytes(file.read_bytes()[:-1])
    assert take(shelf) is None


@pytest.mark.parametrize("fields", [{"fresh_until": 1.0}, {"dead_at": 1.0}])
def test_a_page_past_its_time_or_its_law_is_not_taken(fields, shelf):
    put(shelf, replace(PAGE, **fields))
    assert take(shelf) is None


def test_a_huge_page_is_made_by_each_process(shelf):
    put(shelf, replace(PAGE, bodies={"": b"x" * LARGEST}))
    assert list(shelf.folder.glob("*.page")) == []


def test_one_process_at_a_time_is_at_a_page(shelf):
    with shelf.place(KEY, 0.0) as mine:
        assert mine is not None
        with Shelf(shelf.folder).place(KEY, 0.01) as theirs:
            assert theirs is None
    with Shelf(shelf.folder).place(KEY, 0.0) as theirs:
        assert theirs is not None


def test_an_error_while_making_it_frees_the_page(shelf):
    with pytest.raises(OSError, match="render"), shelf.place(KEY, 0.0):
        raise OSError("render")
    with Shelf(shelf.folder).place(KEY, 0.0) as place:
        assert place is not None


def test_the_folder_is_for_its_user_alone(shelf):
    put(shelf)
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in shelf.folder.iterdir()} == {0o600}


def test_a_link_that_somebody_laid_there_is_not_followed(shelf, tmp_path):
    """Neither to be read nor to be written through."""
    put(shelf)
    [file] = shelf.folder.glob("*.page")
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    file.with_suffix(".new").symlink_to(victim)
    put(shelf, replace(PAGE, etag="two"))
    assert victim.read_text() == "untouched"
    assert take(shelf)[0].etag == "two"


def test_what_nobody_may_take_any_more_does_not_stay_on_the_disk(shelf):
    put(shelf)
    [file] = shelf.folder.glob("*.page")
    old = time.time() - OLDEST - 1
    os.utime(file, (old, old))
    take(Shelf(shelf.folder), ("another", "/", "", "0", "http"))
    assert not file.exists()


def test_a_full_or_a_missing_disk_costs_renderings_and_nothing_else(shelf, make_site, url):
    site = make_site(shelf=shelf)
    shelf.folder.rmdir()
    assert site.get(url).status == 200
    assert site.get(url).status == 200
    assert site.made == [url]


def test_without_a_folder_of_our_own_nothing_is_shared(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    assert isinstance(shelf_in(tmp_path / "file" / "pages"), NoShelf)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert isinstance(shelf_in(tmp_path / "link"), NoShelf)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert isinstance(shelf_in(tmp_path / "of somebody else"), NoShelf)
