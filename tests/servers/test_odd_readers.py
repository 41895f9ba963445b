"""Staff, slow clients and monstrous headers change nothing for the readers of kept pages."""

import contextlib
import random
import socket
import threading
import time

import pytest

from tests.servers.asking import Line
from tests.servers.race import LATEST

COOKIES = [
    "sessionid=forged", "a=b; sessionid=forged", 'sessionid="forged"', "sessionid =forged",
    "\tsessionid\t= forged", "a=b;sessionid=forged;c=d", "sessionid=", "sessionid=a; sessionid=b",
    "SESSIONID=forged", "csrftoken=x; sessionid=forged; messages=y",
]  # fmt: skip


@pytest.mark.parametrize("cookie", COOKIES)
def test_a_session_cookie_neither_gets_nor_makes_a_kept_page(cookie, site, desk):
    line = Line(site.port)
    assert line.get(site.path, "Region: DE")[0] == 200
    before = site.told(line)
    for number in range(1, 4):
        assert line.get(site.path, "Region: DE", f"Cookie: {cookie}")[0] == 200
        assert site.told(line)["made"] == before["made"] + number
    desk.publish()
    time.sleep(LATEST)
    assert line.get(site.path, "Region: DE", f"Cookie: {cookie}")[0] == 200
    kept = site.told(line)["pages"]
    assert not [key for key in kept if site.path in key]
    line.hang_up()


@pytest.fixture
def crowd(site):
    """Connections that say what they are told and then go on neither talking nor listening."""
    lines = []

    def come(number, request):
        for _one in range(number):
            one = socket.create_connection(("127.0.0.1", site.port))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            one.sendall(request)
            lines.append(one)

    yield come
    for one in lines:
        one.close()


SLOW = {
    "a form of which nothing comes": (
        b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\na"
    ),
    "headers that never end": b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX-A: b",
    "nothing at all": b"",
    "many pages asked for and none read": (
        b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nRegion: DE\r\n\r\n" * 50
    ),
    "large files asked for and none read": (
        b"GET /static/ckeditor/ckeditor/ckeditor.js HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50
    ),
}


@pytest.mark.parametrize("way", SLOW)
def test_slow_clients_starve_nobody(way, site, desk, crowd):
    crowd(150, SLOW[way])
    readers_are_served(site)


def test_headers_of_two_megabytes_are_refused_and_starve_nobody(site, desk):
    stop, refused = threading.Event(), []

    def shout():
        one = socket.create_connection(("127.0.0.1", site.port), timeout=20)
        with one, contextlib.suppress(OSError):  # refused while we were still talking
            one.sendall(b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000)
            refused.append(one.recv(100))

    def shout_on():
        while not stop.is_set():
            shout()

    shouting = [threading.Thread(target=shout_on) for _one in range(4)]
    for one in shouting:
        one.start()
    try:
        readers_are_served(site)
    finally:
        stop.set()
        for one in shouting:
            one.join()
    assert not [answer for answer in refused if b" 200 " in answer]


def readers_are_served(site):
    """On new connections and on kept ones; each within the patience of a person."""
    for _again in range(20):
        line = Line(site.port, patience=5)
        for _more in range(20):
            assert line.get(site.path, "Region: DE")[0] == 200
        line.hang_up()


def test_junk_parameters_get_the_very_same_page(site, desk):
    page = site.get(Region="DE")
    for _number in range(20):
        junk = f"{site.path}?utm={random.random()}&in=nowhere&before=x&page=/{random.random()}"
        assert site.get(junk, Region="DE") == page


def test_forms_go_past_the_kept_page(site, desk):
    line = Line(site.port)
    assert line.get(site.path, "Region: DE")[0] == 200
    form = f"POST {site.path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
    before = site.told(line)
    assert line.ask(form.encode())[0] in (403, 405)
    after = site.told(line)
    assert (after["made"], after["pages"]) == (before["made"] + 1, before["pages"])
    line.hang_up()
