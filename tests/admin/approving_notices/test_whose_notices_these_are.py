"""Nobody but officers finds these pages, and each officer those of the own newsroom alone."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.admin.notice_verbs import verb_links
from articles.models import StaffRole
from articles.publishing.notices import propose
from tests.admin.notice_forms import notice_data
from tests.notices import page, write_notice


def form_of(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


PAGES = ["propose", "approve", "alone", "review", "retire", "matrix", "preview", "frame", "history"]


@pytest.mark.parametrize("name", PAGES)
def test_journalists_find_none_of_these_pages(name, proposed, notice, cast, log_in):
    for who in (cast.reporter, cast.desk_editor, cast.service_chief, cast.outsider):
        assert log_in(who).get(page(notice, name)).status_code == 404
        assert log_in(who).post(page(notice, name)).status_code == 404


def test_pages_of_the_desk_for_notices_are_not_found_by_journalists(cast, log_in):
    for who in (cast.reporter, cast.service_chief):
        for path in ("law/waiting/", "law/regions/", "law/regions/RU/", "law/read/?region=RU"):
            assert log_in(who).get(f"/admin/{path}").status_code == 404
        assert "Waiting for a second" not in log_in(who).get("/admin/").content.decode()


@pytest.mark.parametrize("name", ["approve", "alone", "review", "retire"])
def test_administrators_look_and_do_not_approve(name, proposed, notice, cast, log_in):
    assert log_in(cast.administrator).get(page(notice, name)).status_code == 404
    assert log_in(cast.administrator).get(page(notice, "matrix")).status_code == 200


@pytest.fixture
def persian_officer(persian_newsroom):
    user = User.objects.create_user("persian_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian_newsroom, role="legal_officer")
    return user


@pytest.mark.parametrize("name", PAGES)
def test_a_newsrooms_officer_has_nothing_to_do_with_anothers_notices(
    name, persian_officer, persian, cast, english, log_in, now
):
    theirs = write_notice(now, "theirs", services=["en"])
    propose(theirs, actor=cast.legal_officer, now=now)
    client = log_in(persian_officer)
    assert client.get(page(theirs, name)).status_code == 404
    assert "theirs" not in client.get(reverse("admin:law_waiting")).content.decode()


def test_a_newsrooms_officer_approves_what_is_its_own_alone(
    persian_officer, persian, cast, log_in, now
):
    own = write_notice(now, "own", services=["fa"])
    of_the_house = write_notice(now, "house")
    for notice in (own, of_the_house):
        propose(notice, actor=cast.legal_officer, now=now)
    client = log_in(persian_officer)
    assert client.get(page(own, "approve")).status_code == 200
    assert client.get(page(of_the_house, "approve")).status_code == 404
    assert client.get(page(of_the_house, "matrix")).status_code == 200


def test_each_is_offered_what_is_theirs_to_do(proposed, alone, notice, cast, now, rf):
    def offered(user):
        request = rf.get("/")
        request.user = user
        return [link.url.rstrip("/").rpartition("/")[2] for link in verb_links(request, notice)]

    assert offered(cast.administrator) == ["matrix", "preview", "propose"]
    assert offered(cast.second_legal_officer) == [
        "matrix", "preview", "propose", "review", "retire",
    ]  # fmt: skip


def test_whoever_wrote_it_has_no_button_though_another_proposed(notice, cast, log_in):
    writer, proposer = log_in(cast.legal_officer), log_in(cast.administrator)
    writer.post(form_of(notice), notice_data(notice, slug=notice.slug, priority="7"))
    notice.refresh_from_db()
    assert notice.priority == 7
    proposer.post(page(notice, "propose"))
    asked = writer.get(page(notice, "approve")).content.decode()
    assert "You wrote these words: somebody else has to approve them." in asked
    assert 'name="seen_hash"' not in asked
    assert "You wrote or proposed it" in writer.get("/admin/law/waiting/").content.decode()
    seen = notice.versions.get().content_hash
    assert writer.post(page(notice, "approve"), {"seen_hash": seen}).status_code == 422
    assert writer.get(page(notice, "alone")).status_code == 200
    log_in(cast.second_legal_officer).post(page(notice, "approve"), {"seen_hash": seen})
    assert notice.versions.in_force().exists()


def test_a_note_for_the_house_unapproves_nothing_and_makes_nobody_the_author(notice, cast, log_in):
    writer, second = log_in(cast.legal_officer), log_in(cast.second_legal_officer)
    writer.post(form_of(notice), notice_data(notice))
    writer.post(page(notice, "propose"))
    notice.refresh_from_db()
    second.post(form_of(notice), notice_data(notice, internal_note="Asked the court."))
    notice.refresh_from_db()
    assert notice.internal_note == "Asked the court."
    assert notice.status == "proposed"
    second.post(page(notice, "approve"), {"seen_hash": notice.versions.get().content_hash})
    notice.refresh_from_db()
    assert notice.status == "approved"
