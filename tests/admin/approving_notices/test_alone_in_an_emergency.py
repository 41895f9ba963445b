"""Who approves alone in an emergency is reviewed; who retires a notice says why."""

from django.urls import reverse

from articles.models import EditorialLog, NoticeVersion
from articles.publishing.notices import approve_alone, propose
from tests.admin.approving_notices.proposal import hash_in
from tests.notices import page, put_in_force


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


def test_the_review_of_a_first_version_does_not_say_that_readers_see_nothing(
    notice, cast, log_in, now
):
    version = propose(notice, actor=cast.legal_officer, now=now)
    approve_alone(version, actor=cast.legal_officer, now=now, reason="Arrests tonight")
    text = log_in(cast.second_legal_officer).get(page(notice, "review")).content.decode()
    assert "Readers see nothing of this notice today" not in text
    assert "It is in force. Before it readers saw nothing of this notice." in text
