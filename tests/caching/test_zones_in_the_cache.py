"""Nobody ever gets the page of another zone, and no page outlives its law."""

import random
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.legal.atlas import UNKNOWN
from articles.legal.edge import place_said
from articles.legal.resolve import resolve
from articles.pages import standing
from articles.pages.outputs import OUTPUTS
from articles.pages.reader import facets_of
from articles.proof.findings import flaws
from articles.proof.seen import Seen
from articles.proof.visits import Page
from tests.forging import forged

PLACES = ["RU", "UA-43", "DE", "GB", "KZ", "XX", "T1", "", "ru", "UA", "nonsense"]
MIDNIGHT = datetime(2026, 2, 3, tzinfo=UTC)


def notices(reply):
    return sorted(re.findall(rb'data-notice="([^"]+)"', reply.body))


@pytest.fixture
def law(enforce, on_air):
    enforce("und", regions=["RU", "UA-OCC"])
    enforce("eea", regions=["EEA"], reach="matched", kind="privacy")
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")


def test_places_of_one_zone_share_a_page_and_others_do_not(site, url, law):
    site.get(url, region="DE")
    site.get(url, region="CZ")
    assert len(site.made) == 1
    site.get(url, region="RU")
    assert len(site.made) == 2
    assert site.get(url, region="GB").status == 451
    assert site.get(url, region="DE").status == 200


def test_ten_thousand_readers_get_the_page_of_their_own_place(site, make_site, url, law):
    forgetful = make_site(limit=0)
    true = {place: forgetful.get(url, region=place) for place in PLACES}
    chance = random.Random(7)
    for _request in range(10_000):
        place = chance.choice(PLACES)
        lines = {name.lower().replace("-", "_"): value for name, value in forged(chance)}
        own = {"region": place, "x_forwarded_for": "10.0.0.9"}  # what a front sets itself
        assert site.get(url, **lines | own) == true[place], (place, lines)
    assert len(site.made) < len(PLACES)


def test_the_page_of_a_place_is_what_the_law_says(site, url, law, on_air):
    story = next(output for output in OUTPUTS if output.has_text)
    book, data = standing.get(timezone.now()).book, standing.get(timezone.now())
    for said in PLACES:
        place = place_said({"HTTP_REGION": said}, book.atlas, "Region") or UNKNOWN
        facets = facets_of(on_air, data.by_id[on_air.service_id], data)
        found = resolve(place, facets, book.rules, book.atlas, timezone.now())
        reply = site.get(url, region=said)
        text = reply.body.decode()
        headers = {name.lower(): value for name, value in reply.headers.items()}
        assert list(flaws(story, Page(reply.status, headers, text), Seen(text), found)) == [], said


def test_a_notice_begins_and_ends_on_the_kept_page_by_itself(site, url, enforce):
    end = MIDNIGHT + timedelta(minutes=10)
    enforce("silence", regions=["RU"], starts_at=MIDNIGHT, ends_at=end)
    shown = []
    for moment in (MIDNIGHT - timedelta(seconds=1), MIDNIGHT, end - timedelta(seconds=1), end):
        with time_machine.travel(moment, tick=False):
            site.get(url, region="RU")
            shown.append(notices(site.get(url, region="RU")))
    assert shown == [[], [b"silence"], [b"silence"], []]
