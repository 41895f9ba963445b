"""An edge is asked in its own protocol; anything but a yes is a refusal."""

import http.server
import json
import threading

import pytest
from django.db import transaction

from articles.caching import edges, ledger
from articles.caching.backends.edge import PurgeRefused
from articles.caching.backends.http_edge import HttpEdge
from articles.caching.backends.varnish import Varnish
from articles.models import EdgePosition
from tests.caching.edges.telling import NAME, Recording, changed


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
