"""The house's officers write for everybody, a newsroom's for its own services."""

import pytest
from django.urls import reverse

from articles.models import LegalNotice, StaffRole
from articles.vocabularies import Role
from tests.admin.notice_forms import notice_data
from tests.admin.notice_permissions.addresses import ADD, change
from tests.notices import page, put_in_force, write_notice


@pytest.mark.parametrize("who", ["legal_officer", "administrator"])
def test_the_house_s_officers_may_name_anything(who, cast, log_in, english, persian):
    client = log_in(getattr(cast, who))
    assert client.post(ADD, notice_data(service=["en", "fa"])).status_code == 302


def test_a_newsroom_s_officer_writes_for_the_own_services(newsroom_officer, log_in):
    response = log_in(newsroom_officer).post(ADD, notice_data(service=["en"]))
    assert response.status_code == 302
    assert LegalNotice.objects.get().changed_by == newsroom_officer


@pytest.mark.parametrize(
    ("services", "sentence"),
    [
        ([], "Choose the services of your newsroom"),
        (["fa"], "not for Persian Service."),
        (["en", "fa"], "not for Persian Service."),
    ],
)
def test_a_newsroom_s_officer_goes_no_further(services, sentence, newsroom_officer, log_in):
    response = log_in(newsroom_officer).post(ADD, notice_data(service=services))
    assert sentence in str(response.context["errors"])
    assert not LegalNotice.objects.exists()


def test_nor_by_changing_a_notice_of_the_own(newsroom_officer, log_in, make_notice):
    notice = make_notice("ours", "en")
    client = log_in(newsroom_officer)
    for services in ([], ["fa"], ["en", "fa"]):
        client.post(change(notice), notice_data(notice, service=services))
    assert list(notice.targets.values_list("value", flat=True)) == ["en"]


def test_an_officer_of_two_newsrooms_writes_for_one_at_a_time(
    newsroom_officer, persian_newsroom, log_in
):
    StaffRole.objects.create(
        user=newsroom_officer, newsroom=persian_newsroom, role=Role.LEGAL_OFFICER
    )
    client = log_in(newsroom_officer)
    response = client.post(ADD, notice_data(service=["en", "fa"]))
    assert "one newsroom of yours alone" in str(response.context["errors"])
    assert client.post(ADD, notice_data(service=["fa"])).status_code == 302


def test_notices_of_the_house_are_seen_and_not_changed(newsroom_officer, log_in, make_notice):
    for notice in (make_notice("house"), make_notice("both", "en", "fa")):
        client = log_in(newsroom_officer)
        page = client.get(change(notice))
        assert page.status_code == 200
        assert "You may look at this notice, not change it." in page.content.decode()
        assert 'name="_save"' not in page.content.decode()
        data = notice_data(notice, service=["en"])
        assert client.post(change(notice), data).status_code == 403


def test_notices_of_other_newsrooms_do_not_exist(newsroom_officer, log_in, make_notice):
    notice = make_notice("persian-only", "fa")
    client = log_in(newsroom_officer)
    assert client.get(change(notice)).status_code == 404
    assert client.post(change(notice), notice_data(notice)).status_code == 404
    history = reverse("admin:articles_legalnotice_history", args=[notice.pk])
    assert client.get(history).status_code == 404
    listing = client.get(reverse("admin:articles_legalnotice_changelist"))
    assert "persian-only" not in listing.content.decode()


def test_a_version_on_air_elsewhere_is_not_theirs_to_take_away(newsroom_officer, cast, log_in, now):
    """The working copy names the English service alone by now; readers of both still see it."""
    notice = write_notice(now, services=["en", "fa"])
    put_in_force(notice, cast, now)
    notice.targets.filter(value="fa").delete()
    client = log_in(newsroom_officer)
    for name in ("propose", "approve", "alone", "retire"):
        asked = client.post(page(notice, name), {"reason": "Mine", "seen_hash": "x"})
        assert asked.status_code == 404, name
    assert notice.versions.in_force().exists()
