"""Ten thousand readers with random places and forged headers: each gets the own zone's page."""

import gzip
import http.client
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from django.utils import timezone

from articles.legal.atlas import Place
from articles.legal.place import place_of
from articles.legal.resolve import resolve
from articles.models import Byline
from articles.pages import standing
from articles.pages.outputs import OUTPUTS
from articles.proof.findings import flaws
from articles.proof.seen import Seen
from articles.proof.visits import Page
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.edge.test_a_read import HIDDEN
from tests.forging import forged

READERS, AT_ONCE = 10_000, 8
PATIENCE = 10  # times that a reader asks again
COUNTRIES = ["RU", "BY", "GB", "DE", "FR", "US", "KZ", "IR", "UA", "XX", "T1", "ZZ", "q9", ""]
PARTS = ["", "", "", "43", "40", "46", "14", "ENG", "MOW", "nonsense"]
ADDRESSES = ["", "8.8.8.8", "212.58.244.1", "77.88.55.60", "10.0.0.1", "not an address"]
# What a front sets itself, whatever the reader sent.
OF_THE_FRONT = {"cf-ipcountry", "cf-region-code"}


@dataclass(frozen=True)
class Reader:
    """``front``: came through a front, which says ``country`` and ``part`` and the address."""

    front: str
    country: str
    part: str
    address: str
    lines: tuple[tuple[str, str], ...]
    path: str

    @property
    def place(self) -> Place:
        """Their true place, as the law engine finds it."""
        environ = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.9"}
        if self.front:
            environ["HTTP_NOTICEPLACE"] = f"{self.country}-{self.part}" if self.country else ""
            environ["HTTP_X_FORWARDED_FOR"] = self.address
        atlas = standing.get(timezone.now()).book.atlas
        return place_of(environ, atlas, trusted=["127.0.0.1/32"], header="Noticeplace")


def readers(paths: list[str], chance: random.Random, number: int) -> Iterator[Reader]:
    for _reader in range(number):
        front = chance.choice(["127.0.0.1", "127.0.0.4", ""])
        country, part = chance.choice(COUNTRIES), chance.choice(PARTS)
        address = chance.choice(ADDRESSES)
        lines = forged(chance)
        if front:
            own = OF_THE_FRONT | {"x-forwarded-for"}
            lines = [line for line in lines if line[0].lower() not in own]
            lines += [("CF-IPCountry", country), ("CF-Region-Code", part)]
            lines += [("X-Forwarded-For", f"212.58.244.1, {address}")]
        chance.shuffle(lines)
        yield Reader(front, country, part, address, tuple(lines), chance.choice(paths))


def ask(port: int, crowd: list[Reader]) -> list[tuple[Reader, Page]]:
    """One after the other, each address by one connection."""
    lines: dict[str, http.client.HTTPConnection] = {}
    return [(reader, _patiently(lines, port, reader)) for reader in crowd]


def _patiently(connections, port, reader) -> Page:
    """An origin too busy says when to ask again, and a reader does."""
    for _try in range(PATIENCE):
        page = _asked(connections, port, reader)
        if page.status != 503 or "retry-after" not in page.headers:
            break
        time.sleep(int(page.headers["retry-after"]))
    return page


def _asked(connections, port, reader) -> Page:
    source = reader.front or "127.0.0.9"
    connection = connections.setdefault(
        source, http.client.HTTPConnection("127.0.0.1", port, 20, (source, 0))
    )
    connection.putrequest("GET", reader.path, skip_host=True, skip_accept_encoding=True)
    for name, value in (("Host", "localhost"), ("Accept-Encoding", "gzip"), *reader.lines):
        connection.putheader(name, value)
    connection.endheaders()
    reply = connection.getresponse()
    body, headers = reply.read(), {name.lower(): value for name, value in reply.getheaders()}
    text = gzip.decompress(body) if "content-encoding" in headers else body
    return Page(reply.status, headers, text.decode())


@pytest.fixture
def stops(on_air, make_story, reporter_byline, library_of_notices, now):
    """Each address with its output and what the law knows it by; no list is empty anywhere."""
    other = make_story(headline="Elsewhere")
    Byline.objects.create(story=other, contributor=reporter_byline)
    other = publish(other, actor=SYSTEM, now=now)
    data = standing.get(timezone.now())
    service = data.by_id[on_air.service_id]
    return {
        path: (output, output.facets(path, row, service, data))
        for row in (on_air, other)
        for output in OUTPUTS
        for path in output.paths(row, service)
    }


@pytest.fixture
def library_of_notices(enforce, on_air):
    enforce("und", regions=["RU", "UA-OCC"])
    enforce("by", regions=["BY"], reach="matched", effects=["hide_share", "noindex"])
    enforce("eea", regions=["EEA", "GB"], reach="matched", kind="privacy")
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    enforce("court", regions=["DE", "US"], story=on_air, kind="withheld", reach="matched")
    enforce("label", reach="everyone", kind="label", placements=["site_banner"])


def test_each_gets_the_page_of_their_own_zone(edge, stops):
    crowd = list(readers(list(stops), random.Random(2026), READERS))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = pool.map(lambda n: ask(edge.varnish.port, crowd[n::AT_ONCE]), range(AT_ONCE))
        answers = [answer for part in parts for answer in part]
    assert len(answers) == READERS
    law, seen = standing.get(timezone.now()).book.at(timezone.now()), {}
    for reader, page in answers:
        assert not HIDDEN & set(page.headers)
        first = seen.setdefault((reader.path, law.zone(reader.place)), page)
        if page is first:
            assert faults(reader, page, *stops[reader.path], law) == [], reader
        assert (page.status, page.text) == (first.status, first.text), reader
    assert len({zone for _path, zone in seen}) > 5
    assert edge.count("MAIN.backend_req") < READERS, "most were kept"


def faults(reader, page, output, facets, law) -> list[str]:
    found = resolve(reader.place, facets, law.rules, law.atlas, timezone.now())
    return list(flaws(output, page, Seen(page.text), found))
