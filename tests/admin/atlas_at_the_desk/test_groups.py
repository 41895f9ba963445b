"""Groups change through a verb, with places that join and leave in order."""

from django.urls import reverse

from articles.caching import tags
from articles.models import (
    CacheLedger,
    EditorialLog,
    Region,
    RegionMembership,
)
from tests.admin.atlas_at_the_desk.forms import ADD, save_group, term


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
