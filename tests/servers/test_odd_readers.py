"""Staff, slow clients and monstrous headers change nothing for the readers of kept pages."""

import random
import socket


def test_a_session_cookie_neither_gets_nor_makes_a_kept_page(site, desk):
    for _twice in range(2):
        assert site.get(Cookie="sessionid=forged")[0] == 200
    assert site.get(Region="DE")[0] == 200


def test_slow_clients_starve_nobody(site, desk):
    slow = []
    for _number in range(150):
        one = socket.create_connection(("127.0.0.1", site.port))
        one.sendall(
            b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\na"
        )
        slow.append(one)
    try:
        for _again in range(50):
            assert site.get(Region="DE")[0] == 200
    finally:
        for one in slow:
            one.close()


def test_headers_of_two_megabytes_are_refused_and_starve_nobody(site, desk):
    for _number in range(5):
        with socket.create_connection(("127.0.0.1", site.port), timeout=20) as one:
            try:
                one.sendall(b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000)
                one.recv(100)
            except OSError:
                pass  # refused while we were still talking
    assert site.get(Region="DE")[0] == 200


def test_junk_parameters_get_the_very_same_page(site, desk):
    page = site.get(Region="DE")
    for _number in range(20):
        junk = f"{site.path}?utm={random.random()}&in=nowhere&before=x&page=/{random.random()}"
        assert site.get(junk, Region="DE") == page
