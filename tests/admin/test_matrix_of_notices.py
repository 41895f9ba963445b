"""Before approval one sees exactly who will see what: zones, places on the page, languages."""

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.candidate import candidate_rules
from articles.legal.law import law_at
from articles.legal.rules import load_rules
from articles.models import CacheLedger, Region, StaffRole
from articles.publishing.notices import propose
from articles.publishing.publish import publish
from tests.html import errors_in
from tests.notices import page, put_in_force, write_notice


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def officer(cast, english, log_in):
    return log_in(cast.second_legal_officer)


PERHAPS = (
    "Ukraine, where the part is not known; "
    "Donetsk Oblast, Kherson Oblast, Luhansk Oblast, Zaporizhzhia Oblast "
    "(Occupied territories of Ukraine), and unknown place"
)


def rows(response):
    return {row.zone.name: row for row in response.context["matrix"].rows}


def entries(row):
    return [entry for cell in row.cells for entry in cell]


def test_zones_are_named_by_their_places(officer, cast, now):
    notice = write_notice(now, regions=["RU", "UA-OCC"])
    response = officer.get(page(notice, "matrix"))
    found = rows(response)

    assert set(found) == {
        "Russia; Crimea, Sevastopol (Occupied territories of Ukraine)",
        PERHAPS,
        "Anywhere else",
    }
    assert errors_in(response.content.decode()) == []


def test_each_row_says_what_the_law_would_say_there(officer, cast, now):
    """The matrix and the law cannot differ: for every place of the atlas."""
    put_in_force(write_notice(now, "old", regions=["DE"]), cast, now)
    notice = write_notice(now, regions=["RU", "UA-OCC"], exclude=["UA-40"])
    response = officer.get(page(notice, "matrix"))
    matrix = response.context["matrix"]
    rules, atlas = load_rules(now), load_atlas()
    after = law_at(candidate_rules(rules, response.context["candidate"].rule), atlas, now)
    shown = {row.zone.region: row for row in matrix.rows}
    for region, row in shown.items():
        expected = {
            one.rule.slug for one in after.resolve(Place(region), matrix.page.facets).notices
        }
        told = {entry.name for entry in entries(row) if entry.change != "removed"}
        assert told == expected, region
    zones = {after.zone(place) for place in (UNKNOWN, *map(Place, atlas.kinds))}
    assert {after.zone(Place(region)) for region in shown} >= zones


def test_cells_say_in_words_what_comes_goes_and_stays(officer, cast, now):
    put_in_force(write_notice(now, "stays", regions=["RU", "KZ"]), cast, now)
    notice = write_notice(now, "moves", regions=["RU"])
    put_in_force(notice, cast, now)
    notice.targets.update(value="KZ")
    found = rows(officer.get(page(notice, "matrix")))

    def told(name):
        return {entry.name: entry.in_words for entry in entries(found[name])}

    assert told("Russia") == {"stays": "= unchanged", "moves": "− removed"}
    assert told("Kazakhstan") == {"stays": "= unchanged", "moves": "+ added"}


def test_other_words_in_the_same_place_are_told_apart(officer, cast, now):
    notice = write_notice(now, regions=["RU"], reach="matched")
    put_in_force(notice, cast, now)
    notice.texts.update(title="Be very careful")
    found = rows(officer.get(page(notice, "matrix")))
    assert [entry.in_words for entry in entries(found["Russia"])] == ["± other words"]


def test_a_withheld_story_and_effects_have_columns_of_their_own(officer, cast, now, story, english):
    publish(story, actor=cast.desk_editor, now=now)
    notice = write_notice(
        now, "order", kind="withheld", reach="matched", regions=["GB"], story=story,
        effects=["noindex"],
    )  # fmt: skip
    response = officer.get(page(notice, "matrix"))
    britain = rows(response)["United Kingdom"]
    assert [entry.in_words for entry in britain.story] == ["+ added"]
    assert [(one.name, one.change) for one in britain.effects] == [
        ("Not in search engines", "added")
    ]
    assert "Withheld (451)" in response.content.decode()
    assert rows(response)["Anywhere else, also where the place is unknown"].story == ()


def test_the_language_of_the_text_is_told_for_each_service(officer, cast, now, persian, english):
    english_only = write_notice(now, "english-only")
    texts = officer.get(page(english_only, "matrix")).context["texts"]
    assert {one.service.slug: (one.language, one.how) for one in texts} == {
        "en": ("English", "own"),
        "fa": ("English", "fallback"),
    }
    both = write_notice(now, "both", texts=("en", "fa"), services=["fa"])
    texts = officer.get(page(both, "matrix")).context["texts"]
    assert {one.service.slug: one.how for one in texts} == {"en": "none", "fa": "own"}


def test_the_future_is_looked_at_when_it_begins(officer, now, english):
    from datetime import timedelta

    notice = write_notice(now, regions=["RU"], starts_at=now + timedelta(days=3))
    response = officer.get(page(notice, "matrix"))
    assert "As of 2026-02-04 12:00 UTC" in response.content.decode()
    assert rows(response)["Russia"].changes


def test_looking_changes_nothing(officer, cast, now, english):
    notice = write_notice(now, regions=["RU"])
    propose(notice, actor=cast.legal_officer, now=now)
    before = (CacheLedger.objects.count(), load_rules(now))
    with CaptureQueriesContext(connection) as captured:
        officer.get(page(notice, "matrix"))
    writes = [
        one["sql"] for one in captured if one["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")
    ]
    assert writes == []
    assert (CacheLedger.objects.count(), load_rules(now)) == before


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"of": "99"}, 404), ({"of": "x"}, 404), ({"of": "٣"}, 404), ({"of": "9" * 40}, 404),
        ({"service": "xx"}, 404), ({"story": "1"}, 404), ({"story": "x"}, 404),
        ({"story": "9" * 30}, 404), ({"at": "soon"}, 422), ({"at": "2020-01-01T00:00"}, 422),
        ({"at": "9999-12-31T23:59"}, 422), ({"at": "0001-01-01T00:00"}, 422),
        ({"at": "\x00"}, 422), ({"service": "\x00"}, 404),
    ],
)  # fmt: skip
def test_tampered_parameters_get_an_answer(query, status, officer, now, english):
    notice = write_notice(now, regions=["RU"])
    assert officer.get(page(notice, "matrix", **query)).status_code == status


def test_a_notice_without_text_shows_nothing_to_anybody(officer, now, english):
    notice = write_notice(now, texts=())
    response = officer.get(page(notice, "matrix"))
    assert "no text in any language yet" in response.content.decode()


def test_another_newsrooms_notices_stay_unnamed(now, cast, english, persian, log_in):
    put_in_force(write_notice(now, "theirs", services=["en"]), cast, now)
    user = User.objects.create_user("fa_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian.newsroom, role="legal_officer")
    notice = write_notice(now, "own", services=["fa"])
    client = log_in(user)
    assert "theirs" not in client.get(page(notice, "matrix")).content.decode()
    assert client.get(page(notice, "matrix", service="en")).status_code == 404


def test_a_whole_group_has_its_own_name(officer, now, english):
    notice = write_notice(now, regions=["EEA"], reach="matched")
    name = Region.objects.get(code="EEA").name
    assert name in rows(officer.get(page(notice, "matrix")))
