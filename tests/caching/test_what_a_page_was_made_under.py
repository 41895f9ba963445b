"""Law, data and ledger may move while a page is made: then it is an answer, and not kept."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from articles.caching import ledger, tags
from articles.caching.counter import Counter
from articles.caching.watch import watch
from articles.models import CacheLedger, LanguageService
from articles.pages import standing


def test_a_page_made_under_another_law_than_its_zone_was_found_by_is_not_kept(
    site, url, monkeypatch
):
    """A notice begins between the two: the page may be another zone's."""
    find = site.cache.zone_of

    def zone_a_moment_ago(environ):
        zone = find(environ)
        environ["newsroom.law"] = object()
        return zone

    monkeypatch.setattr(site.cache, "zone_of", zone_a_moment_ago)
    assert [site.get(url).status for _twice in range(2)] == [200, 200]
    assert site.made == [url, url]
    assert len(site.cache.store) == 0


def test_a_page_made_from_data_that_could_not_be_read_again_is_not_kept(site, url, monkeypatch):
    monkeypatch.setattr(standing, "is_current", lambda _standing: False)
    site.get(url)
    assert len(site.cache.store) == 0


def test_data_from_a_transaction_that_may_be_rolled_back_is_for_its_author_alone(english, now):
    with transaction.atomic():
        LanguageService.objects.update(brand="Never committed")
        standing.forget()
        assert standing.get(now).services["en"].brand == "Never committed"
        transaction.set_rollback(True)
    assert standing.get(now).services["en"].brand == "Radio Lantern"


def test_an_entry_that_is_not_committed_is_read_by_nobody(site, url, now, soon):
    site.get(url)
    with transaction.atomic():
        ledger.write({tags.STANDING}, now=now)
        soon()
        site.get(url)  # the same thread, the only one that could see it
        transaction.set_rollback(True)
    soon()
    site.get(url)
    assert site.made == [url]


def test_a_restored_backup_makes_every_page_anew(site, url, now, soon):
    """The ledger went back; what was kept may have never happened."""
    with transaction.atomic():
        ledger.write({"anything"}, now=now)
    soon()
    site.get(url)
    CacheLedger.objects.order_by("-id")[0].delete()
    soon()
    site.get(url)
    assert site.made == [url, url]
    site.get(url)
    assert site.made == [url, url]


def test_a_process_that_slept_through_very_much_forgets_all(site, url, now, soon, monkeypatch):
    monkeypatch.setattr(ledger, "MOST_AT_ONCE", 3)
    site.get(url)
    for number in range(5):
        with transaction.atomic():
            ledger.write({f"tag-{number}"}, now=now)
    soon()
    site.get(url)
    assert site.made == [url, url]
    assert watch.position == ledger.position()


def test_the_ledger_is_written_in_a_transaction_or_not_at_all(transactional_db, now):
    with pytest.raises(RuntimeError, match="in the transaction of the verb"):
        ledger.write({"anything"}, now=now)


def test_a_verb_does_not_fail_because_nobody_can_be_woken(tmp_path):
    """It is committed: whoever reads within 100 ms sees it by themselves."""
    counter = Counter(tmp_path / "ledger.counter")
    (tmp_path / "ledger.counter").unlink()
    counter.bump()


@pytest.mark.parametrize("headers", [[], [("ETag", '"e"'), ("Set-Cookie", "a=b")]])
def test_an_answer_without_etag_or_with_a_cookie_is_not_kept(headers, make_site, db):
    def odd(environ, start_response):
        note = environ["newsroom.note"]
        note.tags = {"front-en"}
        note.fresh_until = (timezone.now() + timedelta(minutes=1)).timestamp()
        start_response("200 OK", headers)
        return [b"page"]

    site = make_site(application=odd)
    assert [site.get("/en/").body for _twice in range(2)] == [b"page", b"page"]
    assert len(site.made) == 2


def test_a_way_back_makes_no_page_of_its_own(site, english):
    """Any address may stand in ``page``: without end, and nothing of it is kept."""
    for number in range(3):
        assert site.get(f"/en/place/?page=/en/{number}").status == 200
    assert len(site.cache.store) == 0


def test_a_value_that_means_nothing_makes_no_page_of_its_own(site, url):
    site.get(url)
    for query in ("in=nowhere", "in=", "before=x", "demo_place=RU", "in=" + "R" * 300):
        site.get(f"{url}?{query}")
    assert site.made == [url]
    for spelt in ("in=RU", "in=ru", "in=US&in=RU", "x=1&in=RU"):
        site.get(f"{url}?{spelt}")
    assert len(site.made) == 2
