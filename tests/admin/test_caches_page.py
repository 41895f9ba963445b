"""The page “Caches”: whether every cache outside has heard of the newest changes."""

import pytest
from django.db import transaction

from articles.caching import edges, ledger
from articles.caching.backends.edge import PurgeRefused
from articles.models import EdgePosition

NAME = "varnish http://127.0.0.1:9"
URL = "/admin/caches/"


class Moody:
    def __init__(self):
        self.refuses = True

    def purge(self, tags, *, hard, position=0):
        if self.refuses:
            raise PurgeRefused("it answered 503 <Busy>")


@pytest.fixture
def edge(settings, monkeypatch, db, now):
    settings.EDGE = [NAME]
    made = Moody()
    monkeypatch.setattr(edges, "configured", lambda: {NAME: made})
    edges.row_of(NAME, now=now)
    with transaction.atomic():
        ledger.write(["story-1"], now=now)
    return made


@pytest.mark.parametrize("who", ["administrator", "legal_officer"])
def test_it_says_what_was_refused_and_why(client, cast, edge, now, who):
    edges.deliver(NAME, edge, now=now)
    client.force_login(getattr(cast, who))
    page = client.get(URL).content.decode()
    assert "It is 1 change behind." in page
    assert "it answered 503 &lt;Busy&gt;" in page
    assert "Try again now" in page
    assert "1 edge has not accepted the newest changes." in client.get("/admin/").content.decode()


def test_trying_again_at_once(client, cast, edge, now):
    client.force_login(cast.administrator)
    said = client.post(URL, {"edge": NAME}, follow=True).content.decode()
    assert "did not accept it: it answered 503" in said
    edge.refuses = False
    said = client.post(URL, {"edge": NAME}, follow=True).content.decode()
    assert "has accepted everything" in said
    assert "Try again now" not in said
    assert EdgePosition.objects.get().position == edges.head()
    assert "has not accepted" not in client.get("/admin/").content.decode()


def test_an_edge_that_is_not_configured_is_told_nothing(client, cast, edge):
    client.force_login(cast.administrator)
    assert client.post(URL, {"edge": "varnish http://elsewhere"}).status_code == 404


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "photo_editor"])
def test_it_is_nobody_elses(client, cast, edge, who):
    client.force_login(getattr(cast, who))
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"edge": NAME}).status_code == 404
    assert URL not in client.get("/admin/").content.decode()


def test_without_an_edge_it_says_so(client, cast, settings):
    settings.EDGE = []
    client.force_login(cast.administrator)
    page = client.get(URL).content.decode()
    assert "No cache outside is configured" in page
    assert "style=" not in page.split("</head>")[1]
