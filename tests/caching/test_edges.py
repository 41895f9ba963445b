"""An edge hears of every change, in the end and in order, whatever it refuses meanwhile."""

import http.server
import json
import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.caching import edges, ledger, tags
from articles.caching.backends.edge import PurgeRefused
from articles.caching.backends.http_edge import HttpEdge
from articles.caching.backends.varnish import Varnish
from articles.models import CacheLedger, EdgePosition
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.sweep import tell_edges
from articles.publishing.unpublish import unpublish

NAME = "varnish http://127.0.0.1:9"


class Recording:
    """An edge that writes down what it is told, or refuses."""

    def __init__(self):
        self.heard, self.refuses = [], False

    def purge(self, tags, *, hard, position=0):
        if self.refuses:
            raise PurgeRefused("it answered 503 Busy")
        self.heard.append((sorted(tags), hard, position))


@pytest.fixture
def edge(settings, monkeypatch, db):
    settings.EDGE = [NAME]
    made = Recording()
    monkeypatch.setattr(edges, "configured", lambda: {NAME: made})
    return made


def changed(now, *named, hard=False):
    with transaction.atomic():
        return ledger.write(named, now=now, hard=hard)


def row():
    return EdgePosition.objects.get(name=NAME)


def test_an_edge_reads_on_from_its_own_position(edge, now):
    first = changed(now, "story-1", "front-en")
    assert edges.deliver(NAME, edge, now=now)
    second = changed(now, "story-2")
    assert edges.deliver(NAME, edge, now=now)
    assert edge.heard == [
        (["front-en", "story-1"], False, first.pk),
        (["story-2"], False, second.pk),
    ]
    assert edges.deliver(NAME, edge, now=now)
    assert len(edge.heard) == 2
    assert (row().position, row().accepted_at) == (second.pk, now)


def test_what_is_hard_goes_first_and_wins(edge, now):
    changed(now, "story-1", "front-en")
    last = changed(now, "front-en", hard=True)
    edges.deliver(NAME, edge, now=now)
    assert edge.heard == [(["front-en"], True, last.pk), (["story-1"], False, last.pk)]


def test_a_refusal_loses_nothing(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    assert not edges.deliver(NAME, edge, now=now)
    assert (row().failures, row().last_error) == (1, "it answered 503 Busy")
    assert edges.behind(row()) == 1
    changed(now, "story-2")
    edge.refuses = False
    assert edges.deliver(NAME, edge, now=now)
    assert edge.heard[0][0] == ["story-1", "story-2"]
    assert (row().failures, row().last_error) == (0, "")


def test_tries_become_rare_but_never_where_the_law_waits(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    waits = []
    for _try in range(9):
        edges.deliver(NAME, edge, now=now)
        waits.append((edges.due_at(row()) - now).total_seconds())
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    changed(now, tags.NOTICES)
    assert edges.due_at(row()) - now == timedelta(seconds=4)


def test_the_sweep_tries_when_it_is_due(edge, now):
    changed(now, "story-1")
    edge.refuses = True
    edges.deliver_due(now=now)
    edge.refuses = False
    assert edges.deliver_due(now=now + timedelta(seconds=0.4)) == 0
    assert edges.deliver_due(now=now + timedelta(seconds=0.6)) == 1


def test_what_was_accepted_is_said_once_more_a_second_later(edge, now):
    """For a page that was on its way to the edge when it heard of the change."""
    changed(now, "story-1", hard=True)
    edges.deliver_due(now=now)
    edges.deliver_due(now=now + timedelta(seconds=0.9))
    assert len(edge.heard) == 1
    for later in (1, 2, 3):
        edges.deliver_due(now=now + timedelta(seconds=later))
    assert edge.heard == [edge.heard[0]] * 2


def test_a_new_edge_hears_of_a_day(edge, now):
    changed(now - timedelta(days=2), "old-story")
    changed(now - timedelta(hours=2), "story-1")
    edges.deliver(NAME, edge, now=now)
    assert [heard[0] for heard in edge.heard] == [["story-1"]]


def test_after_a_long_absence_it_is_told_a_part_at_a_time(edge, now, monkeypatch):
    edges.row_of(NAME, now=now)
    made = [changed(now, f"story-{number}") for number in range(5)]
    monkeypatch.setattr(edges, "MOST_AT_ONCE", 2)
    assert edges.deliver(NAME, edge, now=now)
    assert [heard[2] for heard in edge.heard] == [made[1].pk, made[3].pk, made[4].pk]
    assert row().position == made[4].pk
    for second in range(1, 4):
        edges.deliver_due(now=now + timedelta(seconds=second))
    assert [heard[2] for heard in edge.heard[3:]] == [made[1].pk, made[3].pk, made[4].pk]
    assert row().repeated == row().position


def test_the_position_never_goes_back(edge, now):
    changed(now, "story-1")
    stale = edges.row_of(NAME, now=now)
    edges.deliver(NAME, edge, now=now)
    further = changed(now, "story-2")
    edges.deliver(NAME, edge, now=now)
    assert stale.position < further.pk == row().position


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_what_must_not_be_read_any_more_is_purged_the_hard_way(edge, on_air, story, now, verb):
    verb(story, actor=SYSTEM, now=now, reason="wrong")
    entries = CacheLedger.objects.order_by("id")
    assert [entry.is_hard for entry in entries] == [False, True]


def test_changes_of_the_law_are_hard(edge, enforce):
    enforce("und", regions=["RU"])
    assert CacheLedger.objects.get(tags=[tags.NOTICES]).is_hard


def test_without_an_edge_the_sweep_asks_nothing(db, settings, django_assert_num_queries):
    settings.EDGE = []
    with django_assert_num_queries(0):
        assert tell_edges() == 0


def test_purging_by_hand_is_a_change_like_any_other(edge, now, capsys):
    call_command("purge", "story-1", "front-en", "--hard")
    entry = CacheLedger.objects.get()
    assert (entry.tags, entry.is_hard) == (["front-en", "story-1"], True)
    assert edge.heard == [(["front-en", "story-1"], True, entry.pk)]
    assert f"{NAME}: accepted" in capsys.readouterr().out
    with pytest.raises(CommandError, match="“Story 1” is no tag"):
        call_command("purge", "story-2", "Story 1")
    assert CacheLedger.objects.count() == 1
    call_command("purge", tags.topic("en", "Water"))  # a slug may have capitals
    assert CacheLedger.objects.count() == 2


def test_the_ledger_is_told_in_words(edge, now, capsys):
    edges.row_of(NAME, now=now)
    entry = changed(now, "story-1", hard=True)
    call_command("ledger")
    said = capsys.readouterr().out
    assert f"{entry.pk}\t2026-02-01 12:00:00 UTC\thard\tstory-1\n" in said
    assert f"head {entry.pk}\n" in said
    assert "It is 1 change behind." in said
    edge.refuses = True
    edges.deliver(NAME, edge, now=now)
    call_command("ledger", "--newest", "0")
    said = capsys.readouterr().out
    assert "story-1" not in said
    assert "Last try: it answered 503 Busy." in said


# -- What goes over the wire -----------------------------------------------------------------------


@pytest.fixture
def listener():
    """A server that answers with the next status and remembers what it was asked."""
    asked, statuses = [], []

    class Answering(http.server.BaseHTTPRequestHandler):
        def _answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append((self.command, self.path, dict(self.headers), body))
            self.send_response(statuses.pop(0) if statuses else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PURGE = do_POST = _answer  # noqa: N815  the names are the library's

        def log_message(self, *_args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked, server.statuses = asked, statuses
    server.url = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def test_varnish_is_asked_by_purge(listener):
    Varnish(listener.url).purge({"b", "a"}, hard=True, position=7)
    [(method, path, headers, _body)] = listener.asked
    assert (method, path) == ("PURGE", "/")
    assert headers["Purgetags"] == "a b"
    assert (headers["Purgehard"], headers["Purgeposition"]) == ("1", "7")


def test_many_tags_are_many_requests(listener):
    many = {f"story-{number}" for number in range(3000)}
    Varnish(listener.url).purge(many, hard=False)
    said = [headers["Purgetags"] for _method, _path, headers, _body in listener.asked]
    assert {tag for line in said for tag in line.split()} == many
    assert max(map(len, said)) <= 4000


def test_other_edges_are_asked_by_post(listener):
    HttpEdge(f"{listener.url}/purge?zone=1", "secret").purge({"b", "a"}, hard=False, position=7)
    [(method, path, headers, body)] = listener.asked
    assert (method, path) == ("POST", "/purge?zone=1")
    assert (headers["Surrogate-Key"], headers["Fastly-Soft-Purge"]) == ("a b", "1")
    assert headers["Authorization"] == "Bearer secret"
    assert json.loads(body) == {"tags": ["a", "b"], "hard": False, "position": 7}
    HttpEdge(listener.url).purge({"a"}, hard=True)
    assert "Fastly-Soft-Purge" not in listener.asked[1][2]
    assert "Authorization" not in listener.asked[1][2]


@pytest.mark.parametrize("status", [301, 403, 404, 500, 503])
def test_anything_but_a_yes_is_a_refusal(listener, status):
    listener.statuses.append(status)
    with pytest.raises(PurgeRefused, match=f"it answered {status}"):
        Varnish(listener.url).purge({"a"}, hard=True)


def test_silence_is_a_refusal():
    with pytest.raises(PurgeRefused, match="no answer"):
        Varnish("http://127.0.0.1:9").purge({"a"}, hard=True)


def test_an_edge_hears_of_a_change_before_the_database_is_asked_where_it_stands(
    edge, now, django_assert_num_queries
):
    with transaction.atomic():
        entry = ledger.write({"story-1"}, now=now, hard=True)
    with django_assert_num_queries(0):
        heard = edges.tell(edge, [entry])
    assert edge.heard == [(["story-1"], True, entry.pk)]
    assert edges.deliver(NAME, edge, now=now, heard=heard)
    assert edge.heard == [(["story-1"], True, entry.pk)], "once is enough"
    assert EdgePosition.objects.get(name=NAME).position == entry.pk


def test_what_an_edge_refused_to_hear_at_once_is_delivered_later(edge, now):
    with transaction.atomic():
        entry = ledger.write({"story-1"}, now=now)
    edge.refuses = True
    heard = edges.tell(edge, [entry])
    assert heard == set()
    edge.refuses = False
    assert edges.deliver(NAME, edge, now=now, heard=heard)
    assert edge.heard == [(["story-1"], False, entry.pk)]


class Hanging:
    """An edge that takes the question and does not answer."""

    def __init__(self):
        self.may_go = threading.Event()

    def purge(self, tags, *, hard, position=0):
        self.may_go.wait(20)
        raise PurgeRefused("timed out")


@pytest.mark.django_db(transaction=True)
def test_an_edge_that_hangs_keeps_no_other_from_hearing(settings, monkeypatch, now):
    hanging, healthy, heard = Hanging(), Recording(), threading.Event()
    record = healthy.purge
    healthy.purge = lambda *a, **k: (record(*a, **k), heard.set())
    settings.EDGE = ["first", "second"]
    monkeypatch.setattr(edges, "configured", lambda: {"first": hanging, "second": healthy})
    from articles.caching.messenger import messenger

    for number in (1, 2):
        heard.clear()
        changed(now, f"story-{number}", hard=True)
        assert heard.wait(10), "while the first one still hangs"
    assert not hanging.may_go.is_set()
    hanging.may_go.set()
    assert messenger.rest(20)
