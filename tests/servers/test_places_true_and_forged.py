"""Whatever headers a request carries, its page is the one of the zone that it is truly in."""

import json
import os
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from tests.servers.asking import Line
from tests.servers.site import beside, say

REQUESTS = int(os.environ.get("PLACE_REQUESTS", "10000"))
THREADS = 4
PATIENCE = 10  # times that a reader asks again
EDGE, STRANGER = "127.0.0.1", "127.0.0.2"
# As an edge may spell them, and what is meant; "" is nowhere known.
PLACES = {
    "RU": "RU", "ru": "RU", "UA": "UA", "UA-43": "UA-43", "ua-43": "UA-43", "UA,UA14": "UA-14",
    "UA-30": "UA-30", "GB": "GB", "GB-ENG": "GB-ENG", "DE": "DE", "FR": "FR", "US": "US",
    "US-CA": "US-CA", "USCA": "US-CA", "KZ": "KZ", "BY": "BY", "TR": "TR", "T1": "",
    "nonsense": "", "country_code=UA,region_code=09": "UA-09",
}  # fmt: skip
SILENT = ["XX", "ZZ", "?", "", None]
ADDRESSES = [
    "5.255.255.77", "77.88.8.8", "81.2.69.142", "91.198.36.1", "8.8.8.8", "193.0.6.139",
    "195.12.230.1", "203.178.141.194",
]  # fmt: skip
PRIVATE = ["10.0.0.1", "not an address", "::1", "192.168.1.1"]
ADDRESS_HEADERS = ["X-Forwarded-For", "X_Forwarded_For", "X-Forwarded_For", "x_forwarded-for"]
OTHER_HEADERS = [
    "X-Real-IP", "X_Real_IP", "Forwarded", "CF-IPCountry", "CF_IPCountry", "CF-Region-Code",
    "Noticeplace", "Noticezone", "X-Region", "X_Region", "Region-Code", "Newsroom-Place",
    "newsroom.place", "Newsroom-Life", "Surrogate-Key", "Surrogate_Key", "Surrogate-Control",
    "Surrogate-Position", "True-Client-IP", "X-Country-Code", "Remote-Addr", "REMOTE_ADDR",
    "X-Original-URL", "X-Rewrite-URL",
]  # fmt: skip
ALSO = ["", "", "", "", "RU", "GB", "UA-43"]
JUNK = ["", "", "demo_place=RU", "as_region=RU", "Region=RU", "zone=0", "utm_source=x"]


@pytest.fixture(scope="module")
def lawyer(site, desk):
    with beside(site, "lawyer") as process:
        process.paths = json.loads(process.stdout.readline()) | {"front": "/en/"}
        yield process


@pytest.fixture
def law(lawyer):
    """What the law engine says; asked by one at a time."""

    @cache
    def says(**question):
        return json.loads(say(lawyer, json.dumps(question)))

    return says


def request_of(chance):
    """A random request: who asks, the headers, and the place where its reader truly is."""
    forged = [
        f"{name}: {chance.choice([*PLACES, *ADDRESSES])}"
        for name in chance.sample(OTHER_HEADERS, chance.randrange(6))
    ]
    addressed = [f"{name}: {chance.choice(ADDRESSES)}" for name in ADDRESS_HEADERS]
    peer = chance.choice([EDGE, EDGE, STRANGER])
    if peer == STRANGER:  # nothing that it says counts, and 127.0.0.2 is nowhere
        said = [f"Region: {chance.choice(list(PLACES))}"] * chance.randrange(3)
        return peer, forged + chance.sample(addressed, chance.randrange(4)) + said, "", ""
    if chance.random() < 0.6:
        word = chance.choice(list(PLACES))
        forged += chance.sample(addressed, chance.randrange(4))
        return peer, [*forged, f"{chance.choice(['Region', 'REGION'])}: {word}"], PLACES[word], ""
    word, address = chance.choice(SILENT), chance.choice([*ADDRESSES, *PRIVATE])
    hops = [chance.choice(ADDRESSES) for _hop in range(chance.randrange(3))]
    true = f"X-Forwarded-For: {', '.join([*hops, address])}"
    said = [] if word is None else [f"Region: {word}"]
    return peer, [*forged, *said, true], "", address if address in ADDRESSES else ""


def asked(chance, paths):
    """One request, and the question to the law: ``(peer, path, headers, question)``."""
    peer, headers, place, address = request_of(chance)
    chance.shuffle(headers)
    page, also = chance.choice(list(paths)), chance.choice(ALSO)
    query = "&".join(filter(None, [chance.choice(JUNK), f"in={also}" if also else ""]))
    path = paths[page] + (f"?{query}" if query else "")
    question = {"place": place, "address": address, "also": also, "page": page}
    return peer, path, headers, question


def read(port, requests):
    """Each with what it got, over a connection for each peer."""
    lines = {peer: Line(port, peer) for peer in (EDGE, STRANGER)}
    for peer, path, headers, question in requests:
        yield (peer, path, headers), question, patiently(lines[peer], path, headers)
    for line in lines.values():
        line.hang_up()


def patiently(line, path, headers):
    """A machine too busy says so; a reader asks again a second later, and so do we."""
    for _try in range(PATIENCE):
        status, body = line.get(path, *headers)
        if status != 503:
            break
        time.sleep(1)
    return status, body


def test_ten_thousand_requests_never_get_another_zones_page(site, lawyer, law):
    seed = random.randrange(10**9)
    chance = random.Random(seed)
    requests = [asked(chance, lawyer.paths) for _one in range(REQUESTS)]
    with ThreadPoolExecutor(THREADS) as pool:
        shares = [requests[number::THREADS] for number in range(THREADS)]
        answers = [one for share in pool.map(lambda s: list(read(site.port, s)), shares)
                   for one in share]  # fmt: skip
    wrong = [
        (request, question, status, shown_on(body), law(**question))
        for request, question, (status, body) in answers
        if not is_lawful(status, body, law(**question), question["page"])
    ]
    kinds = {json.dumps(law(**question)) for _request, question, _answer in answers}
    print(f"\n{len(answers)} requests, {len(kinds)} kinds of page, {len(wrong)} wrong")
    assert wrong[:3] == [], f"seed {seed}"
    assert len(answers) == REQUESTS
    assert len(kinds) > 10
    zones = {key.split(" ")[3] for pages in site.kept().values() for key in pages}
    assert len(zones) > 5  # they came out of the cache, not past it


def shown_on(body):
    return sorted({slug.decode() for slug in re.findall(rb'data-notice="([^"]+)"', body)})


def is_lawful(status, body, expected, page):
    if status != expected["status"]:
        return False
    if page == "front" and (b"Count-withheld" in body) != expected["lists_withheld"]:
        return False
    return status == 451 or shown_on(body) == expected["notices"]
