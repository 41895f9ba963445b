"""Approval is bound to what was shown: word for word, and for whom."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import EditorialLog, NoticeVersion
from articles.publishing.notices import propose
from tests.admin.approving_notices.proposal import hash_in
from tests.hostile import hostile_texts
from tests.html import errors_in
from tests.notices import page, put_in_force, write_notice


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
