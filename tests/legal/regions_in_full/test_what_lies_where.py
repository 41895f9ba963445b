"""The atlas as it is loaded: whole, and dated."""

from datetime import date

import pytest

from articles.legal.atlas import Place
from articles.models import Region
from tests.legal.regions_in_full.source import MAYBE, NO, YES

TODAY = date(2026, 2, 1)


def test_every_country_and_every_subdivision_is_there(db):
    assert Region.objects.filter(kind="country").count() == 250
    assert Region.objects.filter(kind="subdivision").count() == 5027
    assert set(Region.objects.filter(kind="group").values_list("code", flat=True)) == {
        "EU", "EEA", "CIS", "EAEU", "CSTO", "COE", "UA-OCC", "GE-OCC",
    }  # fmt: skip


def test_each_subdivision_lies_in_its_own_country(db):
    rows = Region.objects.filter(kind="subdivision").values_list("code", "parent__code")
    assert [code for code, parent in rows if parent.partition("-")[0] != code[:2]] == []


@pytest.mark.parametrize(
    ("place", "target", "expected"),
    [
        ("GB-LND", "GB-ENG", YES),
        ("GB-LND", "GB", YES),
        ("GB-ENG", "GB-ENG", YES),
        ("GB-SCT", "GB-ENG", NO),
        ("GB", "GB-ENG", MAYBE),
        ("GB-ENG", "GB-LND", MAYBE),
        ("GB", "GB-LND", MAYBE),
        ("DE", "GB-ENG", NO),
        ("UA-43", "RU", NO),
        ("RU", "UA-43", NO),
        ("RU", "UA-OCC", NO),
        ("UA", "UA-OCC", MAYBE),
        ("UA-14", "UA-OCC", MAYBE),
        ("GE-AB", "GE-OCC", YES),
        ("GE-SO", "GE-OCC", YES),
        ("GE-SK", "GE-OCC", MAYBE),
        ("GE-TB", "GE-OCC", NO),
        ("GE-SO", "GE", YES),
        ("XK", "RS", NO),
        ("FR-75C", "EU", YES),
        ("RE", "EU", YES),
        ("AX", "EEA", YES),
        ("NC", "EU", NO),
        ("CH", "EEA", NO),
        ("", "EU", MAYBE),
    ],
)
def test_what_lies_in_what(place, target, expected, atlas):
    assert atlas.membership(Place(place), target, TODAY) is expected


@pytest.mark.parametrize(
    ("place", "group", "day", "expected"),
    [
        ("GB", "EU", "1972-12-31", NO),
        ("GB", "EU", "2019-01-01", YES),
        ("GB-SCT", "EU", "2020-01-31", YES),
        ("GB", "EU", "2020-02-01", NO),
        ("GB", "EEA", "2020-02-01", YES),
        ("GB", "EEA", "2020-12-31", YES),
        ("GB", "EEA", "2021-01-01", NO),
        ("HR", "EU", "2013-06-30", NO),
        ("HR", "EEA", "2013-07-01", YES),
        ("AT", "EEA", "1994-06-01", YES),
        ("AT", "EU", "1994-06-01", NO),
        ("GL", "EU", "1985-01-31", YES),
        ("GL", "EU", "1985-02-01", NO),
        ("GE", "CIS", "2009-08-17", YES),
        ("GE", "CIS", "2009-08-18", NO),
        ("TM", "CIS", "2005-08-25", YES),
        ("TM", "CIS", "2026-02-01", MAYBE),
        ("UA", "CIS", "2000-01-01", MAYBE),
        ("UA", "CIS", "2026-02-01", NO),
        ("UZ", "CSTO", "2000-01-01", NO),
        ("UZ", "CSTO", "2010-01-01", YES),
        ("UZ", "CSTO", "2026-02-01", NO),
        ("AZ", "CSTO", "1998-01-01", YES),
        ("KG", "EAEU", "2015-01-01", NO),
        ("RU", "COE", "2022-03-15", YES),
        ("RU", "COE", "2022-03-16", NO),
        ("RU", "EAEU", "2026-02-01", YES),
    ],
)
def test_groups_are_what_they_were_on_the_day(place, group, day, expected, atlas):
    assert atlas.membership(Place(place), group, date.fromisoformat(day)) is expected


def test_the_council_of_europe_has_its_members_and_the_union_its_own(atlas):
    def members(group):
        return {m.code for m in atlas.groups[group] if m.counts_on(TODAY)}

    assert len(members("COE")) == 46
    countries = members("EU") - {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
    assert len(countries) == 27
