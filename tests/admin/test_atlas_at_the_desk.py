"""Regions at the desk: administrators of the whole house keep them in order, through a verb."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.caching import tags
from articles.models import (
    CacheLedger,
    EditorialLog,
    Region,
    RegionAlias,
    RegionMembership,
    StaffRole,
)
from articles.publishing.atlas_change import region_changed
from articles.publishing.refusals import NotAllowed, NotFit
from articles.vocabularies import Role

LIST = "admin:articles_region_changelist"
ADD = "admin:articles_region_add"


def page_of(code):
    return reverse("admin:articles_region_change", args=[Region.objects.get(code=code).pk])


def formset(prefix, rows, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{field}": value for field, value in row.items()}
    return data


def term(code, starts_on="", ends_on="", extent="full"):
    member = Region.objects.get(code=code).pk
    return {"member": member, "extent": extent, "starts_on": starts_on, "ends_on": ends_on}


@pytest.fixture
def nordic(db):
    return Region.objects.create(code="NORDIC", name="Nordic countries", kind="group")


@pytest.fixture
def administrator(cast, log_in):
    return log_in(cast.administrator)


def save_group(client, group, rows):
    data = {"name": group.name, "note": "", "_continue": "Save"} | formset("members", rows)
    return client.post(page_of(group.code), data)


# -- Who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "outsider"])
def test_journalists_see_no_regions(who, cast, log_in):
    client = log_in(getattr(cast, who))
    for path in (reverse(LIST), reverse(ADD), page_of("EU")):
        assert client.get(path).status_code in (403, 404)


def test_a_legal_officer_sees_and_does_not_change(cast, log_in, nordic):
    client = log_in(cast.legal_officer)
    assert client.get(reverse(LIST)).status_code == 200
    assert b"EEA" in client.get(page_of("EU")).content
    assert client.get(reverse(ADD)).status_code == 403
    assert save_group(client, nordic, [term("NO")]).status_code == 403
    assert not nordic.members.exists()


def test_an_administrator_of_one_newsroom_does_not_change_everybodys_atlas(
    english_newsroom, cast, log_in, nordic, now
):
    user = User.objects.create_user("own", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=english_newsroom, role=Role.ADMINISTRATOR)
    assert save_group(log_in(user), nordic, [term("NO")]).status_code == 403
    with pytest.raises(NotAllowed):
        region_changed(nordic, actor=user, now=now)


def test_nobody_deletes_a_region_that_notices_may_name(administrator):
    path = reverse("admin:articles_region_delete", args=[Region.objects.get(code="EU").pk])
    assert administrator.post(path, {"post": "yes"}).status_code == 403


# -- What a change leaves behind -------------------------------------------------------------------


def test_a_changed_group_is_logged_and_told_to_the_caches(administrator, nordic, cast):
    assert save_group(administrator, nordic, [term("NO"), term("IS")]).status_code == 302
    assert set(nordic.members.values_list("member__code", flat=True)) == {"NO", "IS"}
    entry = EditorialLog.objects.get(noun="region")
    assert (entry.verb, entry.noun_id, entry.actor) == ("change", nordic.pk, cast.administrator)
    assert entry.details == {"code": "NORDIC", "what": ["regionmembership"], "files": []}
    assert CacheLedger.objects.latest("id").tags == [tags.NOTICES]


def test_saving_without_a_change_leaves_no_trace(administrator, nordic):
    assert save_group(administrator, nordic, []).status_code == 302
    assert not EditorialLog.objects.filter(noun="region").exists()


def test_a_new_group_is_made_with_its_code(administrator):
    data = {"code": "BALTIC", "name": "Baltic states", "kind": "group", "note": ""}
    assert administrator.post(reverse(ADD), data).status_code == 302
    assert EditorialLog.objects.filter(noun="region").count() == 1
    assert Region.objects.get(code="BALTIC").kind == "group"


def test_code_and_kind_never_change_because_notices_name_them(administrator, nordic):
    data = {"code": "SOUTH", "kind": "country", "name": "North", "note": ""}
    administrator.post(page_of("NORDIC"), data | formset("members", []))
    nordic.refresh_from_db()
    assert (nordic.code, nordic.kind, nordic.name) == ("NORDIC", "group", "North")


# -- What is refused -------------------------------------------------------------------------------


def test_a_group_does_not_contain_itself_through_others(administrator, nordic):
    outer = Region.objects.create(code="OUTER", name="Outer", kind="group")
    middle = Region.objects.create(code="MIDDLE", name="Middle", kind="group")
    RegionMembership.objects.create(group=outer, member=middle)
    RegionMembership.objects.create(group=middle, member=nordic)
    page = save_group(administrator, nordic, [term("OUTER")])
    assert "NORDIC would contain itself through Outer (OUTER)." in page.content.decode()
    assert not nordic.members.exists()


def test_a_place_may_leave_and_join_again_but_not_twice_at_a_time(administrator, nordic):
    first = term("NO", "2000-01-01", "2005-01-01")
    overlapping = save_group(administrator, nordic, [first, term("NO", "2004-12-31")])
    assert "Norway (NO) is a member twice at the same time." in overlapping.content.decode()
    assert save_group(administrator, nordic, [first, term("NO", "2005-01-01")]).status_code == 302
    assert nordic.members.count() == 2


def test_dates_are_in_order(administrator, nordic):
    page = save_group(administrator, nordic, [term("NO", "2005-01-01", "2005-01-01")])
    assert "the first day no longer must be after the first day" in page.content.decode()


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


def save_alias(client, code, country, subdivision):
    region = Region.objects.get(code=code)
    data = {"name": region.name, "note": region.note, "parent": region.parent_id or ""}
    existing = list(region.aliases.all())
    rows = [{"id": a.pk, "country": a.country, "subdivision": a.subdivision} for a in existing]
    rows.append({"country": country, "subdivision": subdivision})
    return client.post(page_of(code), data | formset("aliases", rows, len(existing)))


def test_a_spelling_is_kept_in_the_form_in_which_it_is_compared(administrator):
    assert save_alias(administrator, "UA-46", "ua", "  L’VIVS’KA-Oblast ").status_code == 302
    assert RegionAlias.objects.get(region__code="UA-46").subdivision == "lvivska oblast"


def test_one_spelling_means_one_place(administrator):
    page = save_alias(administrator, "UA-46", "RU", "Crimea")
    import re

    print(re.findall(r"errorlist.*?</ul>|errornote.*?</p>", page.content.decode(), re.S))
    assert "RU with “crimea” already means Crimea (UA-43)." in page.content.decode()


def test_a_whole_country_is_not_aliased_away(administrator):
    page = save_alias(administrator, "KZ", "RU", "")
    assert "RU is a country already" in page.content.decode()


def test_a_change_that_makes_no_sense_any_more_is_refused_by_the_verb(nordic, cast, now):
    RegionMembership.objects.create(group=nordic, member=Region.objects.get(code="EU"))
    eu = Region.objects.get(code="EU")
    RegionMembership.objects.create(group=eu, member=nordic)
    with pytest.raises(NotFit, match="EU would contain itself"):
        region_changed(eu, actor=cast.administrator, now=now)
    assert not EditorialLog.objects.filter(noun="region").exists()


# -- Finding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [("UA-43", "UA-43"), ("Crim", "UA-43"), ("Республика Крым", "UA-43"), ("kosovo i met", "XK")],
)
def test_a_region_is_found_by_code_name_or_spelling(typed, code, administrator):
    page = administrator.get(reverse(LIST), {"q": typed})
    assert f">{code}</a>" in page.content.decode()


def test_regions_are_listed_by_kind(administrator):
    page = administrator.get(reverse(LIST), {"kind__exact": "group"}).content.decode()
    assert ">CSTO</a>" in page
    assert ">DE</a>" not in page


def test_the_list_asks_few_questions(administrator, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        administrator.get(reverse(LIST))


def test_a_page_says_to_what_a_place_belongs_since_when(administrator):
    page = administrator.get(page_of("GB")).content.decode()
    assert "EU (full member 1973-01-01 – 2020-02-01)" in page
