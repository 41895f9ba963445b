"""A notice's form loses nothing that was typed, and says what stands against it."""

from django.urls import reverse

from articles.models import LegalNotice
from articles.publishing.notices import propose
from articles.vocabularies import NoticeStatus
from tests.admin.notice_form.sent import ADD, form_of, refused
from tests.admin.notice_forms import notice_data, text_row


def test_everything_typed_survives_a_refusal(desk, story):
    data = notice_data(
        slug="not a slug", region=["RU"], region_exclude=["QQ"], story=[str(story.pk)],
        effects=["hide_save"], internal_note="Ask counsel", legal_basis="Some act",
        texts=[text_row("en", title="My title")],
    )  # fmt: skip
    page = desk.post(ADD, data).content.decode()
    for typed in ("not a slug", "Russia (RU)", story.headline, "Ask counsel", "Some act",
                  "My title", "2024-02-20"):  # fmt: skip
        assert typed in page, typed
    assert 'value="hide_save" id="id_effects_3" checked' in " ".join(page.split()).replace(
        ' aria-invalid="true"', ""
    )


def test_the_second_to_save_is_told_and_loses_nothing(desk, notice, cast, log_in):
    mine, theirs = notice_data(notice), notice_data(notice)
    other = log_in(cast.second_legal_officer)
    other.post(form_of(notice), theirs | {"legal_basis": "Theirs"})

    response = desk.post(form_of(notice), mine | {"legal_basis": "Mine"})
    assert "second_legal_officer saved this notice after you had opened it" in refused(response)
    assert "Mine" in response.content.decode()
    notice.refresh_from_db()
    assert notice.legal_basis == "Theirs"

    again = mine | {"legal_basis": "Mine", "seen": notice.changed_at.isoformat()}
    assert f'value="{again["seen"]}"' in response.content.decode()
    desk.post(form_of(notice), again)
    notice.refresh_from_db()
    assert notice.legal_basis == "Mine"


def test_a_form_that_hides_what_it_has_seen_is_refused(desk, notice):
    response = desk.post(form_of(notice), notice_data(notice, seen=None))
    assert "after you had opened it" in refused(response)


def test_a_double_submit_makes_one_notice_and_no_second_text(desk):
    data = notice_data()
    assert desk.post(ADD, data).status_code == 302
    assert "already exists" in refused(desk.post(ADD, data))
    notice = LegalNotice.objects.get()
    change = notice_data(notice, texts=[text_row("fa")])
    desk.post(form_of(notice), change)
    assert desk.post(form_of(notice), change).status_code == 200
    assert notice.texts.count() == 2


def test_a_changed_proposal_is_a_draft_again(desk, notice, cast, now):
    propose(notice, actor=cast.legal_officer, now=now)
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice, region=["RU"]))
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.DRAFT


def test_saving_without_a_change_leaves_a_proposal_as_it_is(desk, notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice))
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.PROPOSED
    assert propose(notice, actor=cast.legal_officer, now=now) == version


def test_the_page_tells_the_summary_the_findings_and_the_verbs(desk, notice):
    notice.texts.update(title="[name of the organization]")
    page = desk.get(form_of(notice)).content.decode()
    assert "Shown at the foot of every story to readers in Russia and the occupied" in page
    assert "Fill in “[name of the organization]”" in page
    assert "Must be mended" in page
    assert reverse("admin:articles_legalnotice_propose", args=[notice.pk]) in page


def test_proposing_with_blanks_left_is_refused_with_a_sentence(desk, notice):
    notice.texts.update(title="[name of the organization]")
    response = desk.post(reverse("admin:articles_legalnotice_propose", args=[notice.pk]))
    assert response.status_code == 422
    assert "Fill in" in response.content.decode()


def test_opening_the_form_costs_at_most_50_queries(desk, notice, django_assert_max_num_queries):
    with django_assert_max_num_queries(50):
        desk.get(form_of(notice))
