"""A region is well-formed, lies where it can, and keeps its code and kind."""

import pytest
from django.urls import reverse

from articles.models import EditorialLog, Region, RegionMembership
from articles.publishing.atlas_change import region_changed
from articles.publishing.refusals import NotFit
from tests.admin.atlas_at_the_desk.forms import ADD, formset, page_of


def test_code_and_kind_never_change_because_notices_name_them(administrator, nordic):
    data = {"code": "SOUTH", "kind": "country", "name": "North", "note": ""}
    administrator.post(page_of("NORDIC"), data | formset("members", []))
    nordic.refresh_from_db()
    assert (nordic.code, nordic.kind, nordic.name) == ("NORDIC", "group", "North")


@pytest.mark.parametrize(
    ("kind", "code", "parent", "sentence"),
    [
        ("country", "RUS", "", "two capital letters"),
        ("subdivision", "GB-LONDON", "GB", "up to three capital letters or digits"),
        ("subdivision", "ua-99", "UA", "up to three capital letters or digits"),
        ("group", "the group", "", "capital letters and digits"),
        ("subdivision", "UA-99", "RU", "is no part of its country"),
        ("subdivision", "UA-99", "UA-OCC", "is no part of its country"),
        ("group", "ALL", "UA", "Only a subdivision lies in another region"),
        ("unknown", "NOWHERE", "", "Select a valid choice"),
    ],
)
def test_a_region_is_well_formed(kind, code, parent, sentence, administrator):
    data = {"code": code, "name": "Somewhere", "kind": kind, "note": ""}
    data["parent"] = Region.objects.get(code=parent).pk if parent else ""
    page = administrator.post(reverse(ADD), data)
    assert sentence in page.content.decode()
    assert not Region.objects.filter(code=code).exists()


def test_a_subdivision_lies_in_its_country_or_a_part_of_it_but_not_in_itself(administrator):
    data = {"name": "England", "note": "", "parent": Region.objects.get(code="GB-LND").pk}
    page = administrator.post(page_of("GB-ENG"), data | formset("aliases", []))
    assert "GB-ENG cannot lie in itself" in page.content.decode()
    new = {"code": "GB-ZZZ", "name": "New", "kind": "subdivision", "note": ""}
    new["parent"] = Region.objects.get(code="GB-ENG").pk
    assert administrator.post(reverse(ADD), new).status_code == 302


def test_a_change_that_makes_no_sense_any_more_is_refused_by_the_verb(nordic, cast, now):
    RegionMembership.objects.create(group=nordic, member=Region.objects.get(code="EU"))
    eu = Region.objects.get(code="EU")
    RegionMembership.objects.create(group=eu, member=nordic)
    with pytest.raises(NotFit, match="EU would contain itself"):
        region_changed(eu, actor=cast.administrator, now=now)
    assert not EditorialLog.objects.filter(noun="region").exists()
