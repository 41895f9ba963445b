"""Nobody ever gets the page of another zone, and no page outlives its law."""

import random
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

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


def test_whatever_is_asked_the_page_is_that_of_the_place(site, make_site, url, law):
    forgetful = make_site(limit=0)
    true = {place: forgetful.get(url, region=place) for place in PLACES}
    chance = random.Random(7)
    for _request in range(600):
        place = chance.choice(PLACES)
        forged = {"cf_ipcountry": chance.choice(PLACES), "noticezone": chance.choice(PLACES)}
        reply = site.get(url, region=place, **forged)
        assert reply == true[place]
    assert len(site.made) < len(PLACES)


def test_a_notice_begins_and_ends_on_the_kept_page_by_itself(site, url, enforce):
    end = MIDNIGHT + timedelta(minutes=10)
    enforce("silence", regions=["RU"], starts_at=MIDNIGHT, ends_at=end)
    shown = []
    for moment in (MIDNIGHT - timedelta(seconds=1), MIDNIGHT, end - timedelta(seconds=1), end):
        with time_machine.travel(moment, tick=False):
            site.get(url, region="RU")
            shown.append(notices(site.get(url, region="RU")))
    assert shown == [[], [b"silence"], [b"silence"], []]
