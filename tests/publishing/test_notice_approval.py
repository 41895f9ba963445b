"""Readers see approved notices only, and approval takes two people."""

from datetime import timedelta

import pytest

from articles.models import (
    CacheLedger,
    EditorialLog,
    LegalNotice,
    NoticeText,
    NoticeVersion,
    StaffRole,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve, approve_alone, propose, retire
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.withhold import Order, withhold


@pytest.fixture
def notice(db, now):
    made = LegalNotice.objects.create(
        slug="warning",
        kind="reader_warning",
        placements=["article_foot"],
        starts_at=now,
        reach="matched_or_unknown",
    )
    NoticeText.objects.create(
        notice=made, language="en", title="Be careful", body="<p>Text</p>", is_default=True
    )
    return made


def test_a_second_legal_officer_approves(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    assert not NoticeVersion.objects.in_force().exists()

    approve(version, actor=cast.second_legal_officer, now=now)

    assert NoticeVersion.objects.in_force().get() == version
    assert CacheLedger.objects.get().tags == ["notices"]


def test_nobody_approves_the_own_proposal(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)

    with pytest.raises(NotAllowed):
        approve(version, actor=cast.legal_officer, now=now)


@pytest.mark.parametrize("who", ["reporter", "service_chief", "administrator"])
def test_only_legal_officers_approve(who, notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)

    with pytest.raises(NotAllowed):
        approve(version, actor=getattr(cast, who), now=now)


def test_the_system_never_approves(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)

    with pytest.raises(NotAllowed):
        approve(version, actor=SYSTEM, now=now)


def test_text_changed_after_the_proposal_is_unapproved_text(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    notice.texts.update(body="<p>Other words</p>")

    with pytest.raises(WrongState, match="changed after"):
        approve(version, actor=cast.second_legal_officer, now=now)


def test_the_approved_version_stays_in_force_while_a_change_waits(notice, cast, now):
    first = propose(notice, actor=cast.legal_officer, now=now)
    approve(first, actor=cast.second_legal_officer, now=now)
    notice.texts.update(body="<p>Other words</p>")
    second = propose(notice, actor=cast.legal_officer, now=now)

    assert NoticeVersion.objects.in_force().get() == first
    approve(second, actor=cast.second_legal_officer, now=now + timedelta(hours=1))
    assert NoticeVersion.objects.in_force().get() == second


def test_a_retired_notice_is_not_in_force(notice, cast, now):
    approve(
        propose(notice, actor=cast.legal_officer, now=now),
        actor=cast.second_legal_officer,
        now=now,
    )
    retire(notice, actor=cast.legal_officer, now=now, reason="The court lifted it")

    assert not NoticeVersion.objects.in_force().exists()
    with pytest.raises(WrongState):
        retire(notice, actor=cast.legal_officer, now=now, reason="Twice")


def test_whoever_wrote_the_words_does_not_approve_them_though_another_proposed(notice, cast, now):
    notice.written_by = cast.legal_officer
    notice.save()
    version = propose(notice, actor=cast.administrator, now=now)

    with pytest.raises(NotAllowed):
        approve(version, actor=cast.legal_officer, now=now)

    approve(version, actor=cast.second_legal_officer, now=now)


def test_an_own_order_is_approved_by_somebody_else(story, cast, now):
    order = Order(regions=("GB",), starts_at=now, key="abcd2345")
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    propose(version.notice, actor=cast.second_legal_officer, now=now)  # the same words again

    with pytest.raises(NotAllowed):
        approve(version, actor=cast.legal_officer, now=now)


def test_two_roles_are_one_person(notice, cast, english_newsroom, now):
    for role in ("legal", "administrator"):
        StaffRole.objects.create(user=cast.legal_officer, newsroom=english_newsroom, role=role)
    version = propose(notice, actor=cast.legal_officer, now=now)

    with pytest.raises(NotAllowed):
        approve(version, actor=cast.legal_officer, now=now)


def test_a_reason_longer_than_the_log_holds_is_refused_with_a_sentence(notice, cast, now):
    version, officer = propose(notice, actor=cast.legal_officer, now=now), cast.second_legal_officer
    long = "x" * 501
    with pytest.raises(WrongState, match="at most 500 characters"):
        approve_alone(version, actor=officer, now=now, reason=long)
    approve(version, actor=officer, now=now)
    with pytest.raises(WrongState, match="at most 500 characters"):
        retire(notice, actor=officer, now=now, reason=long)


def test_a_reason_with_hostile_characters_is_kept_clean(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    approve_alone(version, actor=cast.legal_officer, now=now, reason="a\0b\x07 ‮c")
    version = NoticeVersion.objects.get()
    assert "\0" not in version.emergency_reason
    assert (
        version.emergency_reason == EditorialLog.objects.filter(verb="approve_alone").get().reason
    )
