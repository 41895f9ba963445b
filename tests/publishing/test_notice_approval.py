"""Readers see approved notices only, and approval takes two people."""

from datetime import timedelta

import pytest

from articles.models import CacheLedger, LegalNotice, NoticeText, NoticeVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve, propose, retire
from articles.publishing.refusals import NotAllowed, WrongState


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
