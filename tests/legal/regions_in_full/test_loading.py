"""Loading the atlas again changes nothing, and there is a way back."""

import importlib
import json
from datetime import date

import pytest
from django.apps import apps

from articles.models import Region, RegionAlias, RegionMembership
from tests.legal.regions_in_full.source import DATA


@pytest.fixture
def migration():
    return importlib.import_module("articles.migrations.0004_regions_in_full")


def snapshot():
    return (
        set(Region.objects.values_list("code", "name", "kind", "parent__code", "note")),
        set(RegionMembership.objects.values_list(
            "group__code", "member__code", "extent", "starts_on", "ends_on", "note")),
        set(RegionAlias.objects.values_list("country", "subdivision", "region__code")),
    )  # fmt: skip


def test_loading_twice_is_loading_once(db, migration):
    before = snapshot()
    migration.load(apps, None)
    assert snapshot() == before


def test_the_way_back_ends_where_the_first_load_did_and_leads_here_again(db, migration):
    before, first = snapshot(), json.loads((DATA / "regions.json").read_text("utf-8"))
    migration.unload(apps, None)
    regions, members, aliases = snapshot()
    assert {code for code, *_ in regions} == (
        first["countries"].keys() | first["subdivisions"].keys() | first["groups"].keys()
    )
    assert {(g, m, e) for g, m, e, *_ in members} == {
        (group, member, extent)
        for group, values in first["groups"].items()
        for member, extent in values["members"]
    }
    assert aliases == {(country, said, code) for country, said, code in first["aliases"]}
    migration.load(apps, None)
    assert snapshot() == before


def test_what_staff_have_changed_stays(db, migration):
    migration.unload(apps, None)
    Region.objects.filter(code="UA-14").update(name="Donetsk region", note="Ours")
    german = RegionMembership.objects.get(group__code="EU", member__code="DE")
    german.starts_on = date(1993, 11, 1)
    german.save()
    RegionAlias.objects.create(
        country="UA", subdivision="krim", region=Region.objects.get(code="UA-40")
    )
    migration.load(apps, None)
    assert Region.objects.get(code="UA-14").name == "Donetsk region"
    assert Region.objects.get(code="UA-14").note == "Ours"
    kept = RegionMembership.objects.get(group__code="EU", member__code="DE")
    assert kept.starts_on == date(1993, 11, 1)
    assert RegionAlias.objects.get(country="UA", subdivision="krim").region.code == "UA-40"


def test_the_way_back_keeps_what_staff_have_added(db, migration):
    nordic = Region.objects.create(code="NORDIC", name="Nordic countries", kind="group")
    RegionMembership.objects.create(group=nordic, member=Region.objects.get(code="NO"))
    RegionAlias.objects.create(
        country="UA", subdivision="lvivska oblast", region=Region.objects.get(code="UA-46")
    )
    migration.unload(apps, None)
    assert nordic.members.count() == 1
    assert RegionAlias.objects.filter(subdivision="lvivska oblast").exists()


def test_loading_asks_few_questions(db, migration, django_assert_max_num_queries):
    migration.unload(apps, None)
    with django_assert_max_num_queries(150):
        migration.load(apps, None)
