"""What a reader gets through the edge: the page of the own zone, and nothing that is not theirs."""

import re


def notices(reply):
    return sorted(re.findall(rb'data-notice="([^"]+)"', reply.body))


def test_equal_zones_share_a_page_and_others_do_not(edge, url, enforce):
    enforce("und", regions=["RU", "UA-OCC"], reach="matched")
    assert notices(edge.get(url, "RU")) == [b"und"]
    assert notices(edge.get(url, "DE")) == []
    asked = edge.count("MAIN.backend_req")
    assert notices(edge.get(url, "DE")) == []
    assert notices(edge.get(url, "RU")) == [b"und"]
    assert edge.count("MAIN.backend_req") == asked, "the second reader of a zone is a hit"
    assert notices(edge.get(url, "CZ")) == []
    assert edge.count("MAIN.backend_req") == asked + 1, "a new place asks for its zone alone"
    assert notices(edge.get(url, "UA-43")) == [b"und"]
