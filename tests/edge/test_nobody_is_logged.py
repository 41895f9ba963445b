"""Who read what stands nowhere: not in the log that Varnish keeps in a file of its own either."""

import subprocess

PLACES = ({"CF-IPCountry": "RU"}, {})  # said by the front; by the address


def logged(edge) -> str:
    command = ["varnishlog", "-n", edge.folder, "-d", "-g", "raw"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_no_address_and_no_page_stands_in_the_log(edge, url):
    for said in PLACES:
        headers = {"X-Forwarded-For": "203.0.113.77", "User-Agent": "a reader's own", **said}
        for accepted in ("gzip", "br"):
            reply = edge.ask(url, [*headers.items(), ("Accept-Encoding", accepted)])
            assert reply.status == 200
    log = logged(edge)
    assert "203.0.113.77" not in log
    assert "a reader's own" not in log
    assert url not in log


def test_what_an_operator_needs_is_there(edge, url):
    edge.ask(url, [("CF-IPCountry", "RU")])
    assert "Backend_health" in logged(edge)
