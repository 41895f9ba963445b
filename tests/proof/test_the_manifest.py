"""Every change of the law leaves one entry, chained to the one before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.models import AtlasEdition, NoticeManifest, Region, RegionMembership
from articles.publishing.manifest import record_law
from articles.publishing.notices import approve_alone, propose, retire


def causes():
    return list(NoticeManifest.objects.order_by("number").values_list("cause", flat=True))


def test_approving_and_retiring_are_entered_in_order(enforce, cast, now):
    notice = enforce()
    retire(notice, actor=cast.legal_officer, now=now, reason="Lifted")
    assert causes() == ["The manifest begins", "approve warning v1", "retire warning"]


def test_a_proposal_is_no_change_of_the_law(write_notice, cast, now):
    propose(write_notice(), actor=cast.legal_officer, now=now)
    assert causes() == []


def test_an_emergency_is_entered_with_its_reason(write_notice, cast, now, newest_entry):
    version = propose(write_notice(), actor=cast.legal_officer, now=now)
    approve_alone(version, actor=cast.legal_officer, now=now, reason="The court rules at noon")
    assert newest_entry().cause == "approve warning v1 in an emergency"
    assert newest_entry().content["approvals"][0]["emergency_reason"] == "The court rules at noon"


def test_an_entry_names_the_versions_with_their_hashes_and_dates(enforce, newest_entry, now):
    ends = now + timedelta(days=3)
    version = enforce(ends_at=ends).versions.get()
    assert newest_entry().content["versions"] == [
        {
            "id": version.pk,
            "notice": version.notice_id,
            "slug": "warning",
            "number": 1,
            "content_hash": version.content_hash,
            "starts_at": version.starts_at.isoformat(),
            "ends_at": ends.isoformat(),
        }
    ]


def test_the_schedule_says_where_a_notice_applies(enforce, newest_entry, english, persian):
    number = enforce(targets=[("region", "RU"), ("region", "UA-OCC")]).versions.get().pk
    sure, unsure, hidden = newest_entry().content["schedule"]
    assert sure["places"] == ["RU", "UA-40", "UA-43"]
    assert unsure["places"] == ["UA", "UA-09", "UA-14", "UA-23", "UA-65", "unknown"]
    assert sure["applies"] == unsure["applies"] == {"*": [number]}
    assert hidden == {"zone": "0", "places": ["UA/*", "*"], "applies": {}}


def test_services_that_a_notice_does_not_concern_are_told_apart(
    enforce, newest_entry, english, persian
):
    everywhere = enforce("all").versions.get().pk
    only = enforce("one", targets=[("service", "fa")]).versions.get().pk
    [territory] = newest_entry().content["schedule"]
    assert territory["applies"] == {"en": [everywhere], "fa": [everywhere, only]}


def test_the_schedule_knows_the_day_on_which_a_country_leaves_a_group(
    enforce, newest_entry, english, now
):
    leaves = (now + timedelta(days=10)).date()
    member = RegionMembership.objects.filter(group__code="EU", member__code="MT")
    member.update(ends_on=leaves)
    number = enforce(targets=[("region", "EU")], reach="matched").versions.get().pk
    rows = {place: row for row in newest_entry().content["schedule"] for place in row["places"]}
    midnight = datetime(leaves.year, leaves.month, leaves.day, tzinfo=UTC).isoformat()
    [[found, _start, end]] = rows["MT"]["applies"]["*"]
    assert (found, end) == (number, midnight)
    assert rows["FR"]["applies"] == {"*": [number]}


def test_the_atlas_is_kept_once_per_content(enforce):
    enforce("first")
    enforce("second")
    assert AtlasEdition.objects.count() == 1
    Region.objects.create(code="XX", name="Somewhere", kind="country")
    enforce("third")
    assert AtlasEdition.objects.count() == 2


def test_a_changed_service_is_entered(cast, english, client):
    client.force_login(cast.administrator)
    url = reverse("admin:articles_languageservice_change", args=[english.pk])
    form = client.get(url).context["adminform"].form
    data = {name: form.get_initial_for_field(f, name) or "" for name, f in form.fields.items()}
    data |= {"fallback_languages": '["en", "ru"]'}
    assert client.post(url, data).status_code == 302
    assert causes()[-1] == "change service en"
    entry = NoticeManifest.objects.order_by("-number")[0]
    assert entry.content["services"][0]["languages"] == ["en", "en", "ru"]


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_written_in_the_verbs_transaction(now):
    with pytest.raises(RuntimeError, match="in the transaction of the verb"):
        record_law("Loose", now=now)


def test_nothing_of_it_can_be_changed_or_taken_away(enforce, newest_entry):
    enforce()
    entry = newest_entry()
    with pytest.raises(TypeError):
        NoticeManifest.objects.filter(number=1).update(cause="Nothing")
    with pytest.raises(TypeError):
        NoticeManifest.objects.all().delete()
    with pytest.raises(TypeError):
        entry.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()
