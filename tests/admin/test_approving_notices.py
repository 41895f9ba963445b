"""Approval is bound to what was shown: word for word, and for whom."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.notice_verbs import verb_links
from articles.models import EditorialLog, NoticeVersion, StaffRole
from articles.publishing.notices import approve_alone, propose
from tests.hostile import hostile_texts
from tests.html import errors_in
from tests.notices import page, put_in_force, write_notice

from .notice_forms import notice_data


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def notice(cast, english, now):
    return write_notice(now, regions=["RU", "UA-OCC"], body="<p>Sharing is punished.</p>")


@pytest.fixture
def proposed(notice, cast, now):
    """Version 2 waits; version 1 is in force."""
    put_in_force(notice, cast, now)
    notice.texts.update(body="<p>Sharing and saving is punished.</p>")
    return propose(notice, actor=cast.legal_officer, now=now)


def form_of(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def hash_in(response):
    return re.search(r'name="seen_hash" value="(\w+)"', response.content.decode())[1]


def test_the_page_shows_word_for_word_what_changes(proposed, notice, cast, log_in):
    text = log_in(cast.second_legal_officer).get(page(notice, "approve")).content.decode()

    assert "Sharing<ins> and saving</ins> is punished." in text
    assert "Word for word, against version 1" in text
    assert "proposed by legal_officer" in text
    assert proposed.content_hash[:12] in text
    assert errors_in(text) == []


def test_the_second_person_approves_what_was_shown(proposed, notice, cast, log_in):
    client = log_in(cast.second_legal_officer)
    shown = client.get(page(notice, "approve"))
    done = client.post(page(notice, "approve"), {"seen_hash": hash_in(shown)})

    assert done.status_code == 302
    assert NoticeVersion.objects.in_force().get().number == 2


def test_a_double_click_approves_once(proposed, notice, cast, log_in):
    client = log_in(cast.second_legal_officer)
    data = {"seen_hash": hash_in(client.get(page(notice, "approve")))}
    assert [client.post(page(notice, "approve"), data).status_code for _click in "12"] == [302, 302]
    assert EditorialLog.objects.filter(verb="approve").count() == 2  # version 1, version 2


@pytest.mark.parametrize("seen", ["", "0" * 64, "x"])
def test_what_was_not_shown_is_not_approved(seen, proposed, notice, cast, log_in):
    response = log_in(cast.second_legal_officer).post(page(notice, "approve"), {"seen_hash": seen})

    assert response.status_code == 422
    assert "changed meanwhile" in response.content.decode()
    assert NoticeVersion.objects.in_force().get().number == 1


def test_a_proposal_that_changed_meanwhile_is_refused_and_its_new_state_shown(
    proposed, notice, cast, log_in, now
):
    client = log_in(cast.second_legal_officer)
    seen = hash_in(client.get(page(notice, "approve")))
    notice.texts.update(body="<p>Sharing is forbidden.</p>")
    propose(notice, actor=cast.legal_officer, now=now)
    response = client.post(page(notice, "approve"), {"seen_hash": seen})

    assert response.status_code == 422
    text = response.content.decode()
    assert "changed meanwhile" in text
    assert "<ins>forbidden.</ins>" in text
    assert hash_in(response) != seen


def test_a_working_copy_changed_after_the_proposal_has_no_button(proposed, notice, cast, log_in):
    notice.texts.update(title="Other words")
    client = log_in(cast.second_legal_officer)
    text = client.get(page(notice, "approve")).content.decode()

    assert "propose it again" in text
    assert "seen_hash" not in text
    posted = client.post(page(notice, "approve"), {"seen_hash": proposed.content_hash})
    assert posted.status_code == 422


def test_the_own_proposal_has_no_button_but_a_way_for_emergencies(proposed, notice, cast, log_in):
    client = log_in(cast.legal_officer)
    text = client.get(page(notice, "approve")).content.decode()
    assert "somebody else has to approve it" in text
    assert "seen_hash" not in text
    assert page(notice, "alone") in text
    posted = client.post(page(notice, "approve"), {"seen_hash": proposed.content_hash})
    assert posted.status_code == 422
    assert "somebody else" in posted.content.decode()


def test_an_emergency_needs_a_reason_and_is_then_to_be_reviewed(proposed, notice, cast, log_in):
    client = log_in(cast.legal_officer)
    data = {"seen_hash": hash_in(client.get(page(notice, "alone")))}
    without = client.post(page(notice, "alone"), data | {"reason": " "})
    assert without.status_code == 422
    assert "needs a reason" in without.content.decode()

    assert client.post(page(notice, "alone"), data | {"reason": "Arrests"}).status_code == 302
    assert client.post(page(notice, "alone"), data | {"reason": "Arrests"}).status_code == 302
    version = NoticeVersion.objects.awaiting_review().get()
    assert (version.number, version.emergency_reason) == (2, "Arrests")


def test_somebody_elses_proposal_is_simply_approved(proposed, notice, cast, log_in):
    response = log_in(cast.second_legal_officer).get(page(notice, "alone"))
    assert response["Location"] == page(notice, "approve")


@pytest.fixture
def alone(proposed, cast, now):
    return approve_alone(proposed, actor=cast.legal_officer, now=now, reason="Arrests tonight")


def test_an_emergency_approval_is_flagged_until_somebody_else_reviewed_it(
    alone, notice, cast, log_in
):
    second = log_in(cast.second_legal_officer)
    start, waiting = reverse("admin:index"), reverse("admin:law_waiting")
    assert "1 notice approved by one person alone" in second.get(start).content.decode()
    assert "Arrests tonight" in second.get(waiting).content.decode()
    form = second.get(reverse("admin:articles_legalnotice_change", args=[notice.pk]))
    assert "Approved by one person alone: to be reviewed" in form.content.decode()

    own = log_in(cast.legal_officer).post(page(notice, "review"))
    assert own.status_code == 422
    shown = second.get(page(notice, "review"))
    assert "Sharing<ins> and saving</ins> is punished." in shown.content.decode()
    row = shown.context["matrix"].changed[0]
    assert [one.in_words for cell in row.cells for one in cell] == ["± other words"]
    for _click in "12":
        posted = second.post(page(notice, "review"), {"seen_hash": hash_in(shown)})
        assert posted.status_code == 302
    assert not NoticeVersion.objects.awaiting_review().exists()
    assert "approved by one person alone" not in second.get(start).content.decode()


def test_retiring_shows_what_readers_lose_and_needs_a_reason(notice, cast, log_in, now):
    put_in_force(notice, cast, now)
    client = log_in(cast.second_legal_officer)
    text = client.get(page(notice, "retire")).content.decode()
    assert "What readers lose" in text
    assert "− removed" in text

    assert client.post(page(notice, "retire"), {"reason": ""}).status_code == 422
    for _click in "12":
        assert client.post(page(notice, "retire"), {"reason": "Lifted"}).status_code == 302
    assert not NoticeVersion.objects.in_force().exists()
    assert EditorialLog.objects.filter(verb="retire").count() == 1


def test_retiring_another_version_than_the_one_shown_is_refused(proposed, notice, cast, log_in):
    client = log_in(cast.second_legal_officer)
    data = {"seen_hash": "0" * 64, "reason": "Lifted"}
    assert client.post(page(notice, "retire"), data).status_code == 422
    assert NoticeVersion.objects.in_force().exists()


def test_what_blocks_stands_in_the_way_of_a_proposal(notice, cast, log_in):
    notice.texts.all().delete()
    client = log_in(cast.legal_officer)
    text = client.get(page(notice, "propose")).content.decode()
    assert "Must be mended" in text
    assert '<button type="submit" class="button default">Propose' not in text
    assert client.post(page(notice, "propose")).status_code == 422
    assert not NoticeVersion.objects.exists()


def test_a_double_click_proposes_once(notice, cast, log_in):
    client = log_in(cast.legal_officer)
    assert [client.post(page(notice, "propose")).status_code for _click in "12"] == [302, 302]
    assert NoticeVersion.objects.count() == 1


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


def test_hostile_words_are_shown_and_do_nothing(shared, notice, cast, log_in, now):
    put_in_force(notice, cast, now)
    client = log_in(cast.second_legal_officer)
    for text in hostile_texts(shared)[::60]:
        title = text.replace("\0", "")[:300] or "x"
        if any("\ud800" <= character <= "\udfff" for character in title):
            continue
        notice.texts.update(title=title, link_text=title[:200], body=f"<p>{title}</p>")
        notice.legal_basis = title
        notice.save()
        propose_page = client.get(page(notice, "propose")).content.decode()
        assert "<script" not in re.sub(r'<script src="/static/[^"]+"( defer)?>', "", propose_page)
        assert "onerror=" not in re.sub(r"&lt;.*", "", propose_page)


def test_an_approval_page_costs_the_same_however_many_notices_there_are(
    proposed, notice, cast, english, log_in, now
):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page(notice, "approve")).status_code == 200
        return len(captured)

    client = log_in(cast.second_legal_officer)
    few = queries()
    for number in range(12):
        other = write_notice(now, f"other-{number}", regions=["DE"], placements=["site_banner"])
        put_in_force(other, cast, now)
    assert queries() <= few + 2
    assert few <= 60


def test_nothing_of_a_notice_that_changes_is_left_out_of_the_diff(notice, cast, log_in, now):
    """An approval is bound to a hash: whatever moves the hash is shown."""
    put_in_force(notice, cast, now)
    changes = {
        "kind": "info", "placements": ["article_top"], "priority": 7, "reach": "matched",
        "legal_timezone": "Europe/Moscow", "verbatim": True, "min_scale": 2,
        "effects": ["noindex"], "group_key": "grp", "demanding_party": "A court",
        "legal_basis": "A law", "citation_url": "https://example.org/c",
        "blocked_by_url": "https://example.org/b", "public_reason": True,
        "reaches_translations": False, "when_pushed": "carry",
        "starts_at": now - timedelta(days=9), "ends_at": now + timedelta(days=9),
    }  # fmt: skip
    client = log_in(cast.second_legal_officer)
    for field, value in changes.items():
        before = getattr(notice, field)
        setattr(notice, field, value)
        notice.save()
        response = client.get(page(notice, "propose"))
        assert response.context["diff"].changes, field
        setattr(notice, field, before)
        notice.save()
    assert not client.get(page(notice, "propose")).context["diff"].changes


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


def test_the_review_of_a_first_version_does_not_say_that_readers_see_nothing(
    notice, cast, log_in, now
):
    version = propose(notice, actor=cast.legal_officer, now=now)
    approve_alone(version, actor=cast.legal_officer, now=now, reason="Arrests tonight")
    text = log_in(cast.second_legal_officer).get(page(notice, "review")).content.decode()
    assert "Readers see nothing of this notice today" not in text
    assert "It is in force. Before it readers saw nothing of this notice." in text
