"""A change at the desk, and what readers get through the edge from then on."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.caching import edges
from articles.caching.backends.edge import PurgeRefused
from articles.caching.backends.varnish import Varnish
from articles.caching.messenger import messenger
from articles.models import CacheLedger, EdgePosition
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.sweep import tell_edges
from tests.edge.servers import until


def headline_of(edge, url, place="DE"):
    reply = edge.get(url, place)
    return "The river falls" if b"The river falls" in reply.body else reply.status


@pytest.fixture
def change(story):
    def publish_again(headline="The river falls"):
        story.refresh_from_db()
        story.headline = headline
        story.save()
        publish(story, actor=SYSTEM, now=timezone.now())

    return publish_again


def test_a_change_is_what_the_next_reader_gets(edge, url, change):
    assert headline_of(edge, url) == 200
    change()
    messenger.rest()
    assert headline_of(edge, url) == "The river falls"
    row = EdgePosition.objects.get(name=edge.name)
    assert (row.position, row.last_error, row.failures) == (edges.head(), "", 0)


def test_a_page_that_nothing_touched_stays(edge, url, make_story, now):
    other = publish(make_story(headline="Elsewhere", section=None), actor=SYSTEM, now=now)
    path = f"/en/a/{other.slug}/{other.pk}.html"
    messenger.rest()
    for page in (path, url):
        edge.get(page, "DE")
    before = edge.count("MAIN.backend_req")
    call_command("purge", f"story-{other.pk}")
    edge.get(url, "DE")
    assert edge.count("MAIN.backend_req") == before
    edge.get(path, "DE")
    assert edge.count("MAIN.backend_req") == before + 1


def test_a_killed_story_is_gone_even_while_the_origin_is_down(edge, url, story):
    assert edge.get(url, "DE").status == 200
    assert edge.get("/en/", "DE").status == 200
    kill(story, actor=SYSTEM, now=timezone.now(), reason="A wrong name")
    messenger.rest()
    edge.origin.stop()
    try:
        assert edge.get(url, "DE").status == 503
        assert edge.get("/en/", "DE").status == 503, "its teaser is gone, too"
    finally:
        edge.origin.start()
    until(lambda: edge.get(url, "DE").status == 410, "the origin says that it was killed")


def test_what_is_kept_is_served_while_the_origin_is_down(edge, url, change):
    etag = edge.get(url, "DE").headers["etag"]
    edge.origin.stop()
    try:
        assert edge.get(url, "DE").status == 200
        # A soft purge: what was right a moment ago is better than nothing.
        change()
        messenger.rest()
        assert [edge.get(url, "DE").status for _reader in range(5)] == [200] * 5
        assert edge.get(url, "DE", If__None__Match=etag).status == 304
        assert edge.get("/en/never-asked-for/", "DE").status == 503
    finally:
        edge.origin.start()
    until(lambda: headline_of(edge, url) == "The river falls", "the new page, the origin being up")


def test_stale_pages_do_not_outlive_the_law(edge, url, enforce, wait):
    from datetime import timedelta

    begins = timezone.now() + timedelta(seconds=3)
    enforce("order", regions=["DE"], starts_at=begins, reach="matched")
    assert edge.get(url, "DE").status == 200
    edge.origin.stop()
    try:
        assert edge.get(url, "DE").status == 200
        until(lambda: timezone.now() >= begins, "the notice begins")
        assert edge.get(url, "DE").status == 503
    finally:
        edge.origin.start()
    # Varnish looks now and then whether the origin is up: the next test is to find it so.
    until(lambda: edge.get(url, "RU").status == 200, "the site answers again")


def test_a_notice_is_purged_the_hard_way(edge, url, enforce):
    assert edge.get(url, "RU").status == 200
    enforce("und", regions=["RU"], reach="matched")
    messenger.rest()
    assert CacheLedger.objects.filter(tags=["notices"], is_hard=True).exists()
    assert b'data-notice="und"' in edge.get(url, "RU").body


def test_a_purge_that_is_refused_is_told_again_until_it_is_accepted(
    edge, url, change, client, cast, capsys
):
    edge.get(url, "DE")
    edge.varnish.stop()
    try:
        change()
        messenger.rest()
        row = EdgePosition.objects.get(name=edge.name)
        assert (row.failures, row.last_error) == (1, "no answer: Connection refused")
        assert row.position < edges.head()
        until(lambda: tell_edges() or failures() == 3, "it is tried again and again")
        client.force_login(cast.administrator)
        page = client.get("/admin/caches/").content.decode()
        assert edge.name.partition(" ")[2] in page
        assert "It is 1 change behind. Last try: no answer: Connection refused." in page
        assert (
            "1 edge has not accepted the newest changes." in client.get("/admin/").content.decode()
        )
        call_command("ledger")
        assert f"{edge.name}\tat {row.position}\tIt is 1 change behind." in capsys.readouterr().out
    finally:
        edge.varnish.start()
    until(lambda: tell_edges() and True, "the sweep delivers")
    row.refresh_from_db()
    assert (row.position, row.failures, row.last_error) == (edges.head(), 0, "")
    assert headline_of(edge, url) == "The river falls"
    assert "It has accepted everything." in client.get("/admin/caches/").content.decode()


def failures() -> int:
    return EdgePosition.objects.get().failures


def test_purges_are_taken_from_web_and_worker_alone(edge, url):
    edge.get(url, "DE")
    purge = [("Host", "localhost"), ("Purgetags", "notices"), ("Purgehard", "1")]
    assert edge.ask("/", purge, source="127.0.0.9", method="PURGE").status == 403
    through_a_front = [*purge, ("X-Forwarded-For", "8.8.8.8")]
    assert edge.ask("/", through_a_front, method="PURGE").status == 403
    assert edge.ask("/", purge[:1], method="PURGE").status == 400
    before = edge.count("MAIN.backend_req")
    edge.get(url, "DE")
    assert edge.count("MAIN.backend_req") == before, "nothing was forgotten"
    assert edge.ask("/", purge, method="PURGE").status == 200


def test_a_refusal_says_why(edge):
    with pytest.raises(PurgeRefused, match="it answered 301"):
        Varnish(f"http://127.0.0.1:{edge.origin.port}/nowhere").purge({"a"}, hard=True)


def test_a_page_from_before_a_purge_is_not_kept_after_it(edge, url):
    """It was on its way when the purge came: the edge has heard of a later change."""
    ahead = edges.head() + 1
    Varnish(f"http://127.0.0.1:{edge.varnish.port}").purge({"x"}, hard=False, position=ahead)
    before = edge.count("MAIN.backend_req")
    for _reader in range(2):
        assert edge.get(url, "DE").status == 200
    assert edge.count("MAIN.backend_req") == before + 4
    call_command("purge", "anything")  # the ledger's position is the edge's now
    edge.get(url, "DE")
