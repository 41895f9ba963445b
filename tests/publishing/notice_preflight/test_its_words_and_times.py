"""What stands against a legal notice: its words and its window."""

from datetime import timedelta

import pytest

from articles.publishing.notices import propose
from articles.publishing.refusals import NotFit
from tests.publishing.notice_preflight.finding import found, told


def test_a_sound_notice_has_no_problem(make_notice, english, now):
    assert found(make_notice(include={"region": ["RU", "UA-OCC"]}, reach="everyone"), now) == []


def test_a_notice_without_a_text_cannot_be_proposed(make_notice, cast, now):
    notice = make_notice(texts=())
    assert ("no_text", True) in found(notice, now)
    with pytest.raises(NotFit, match="no text"):
        propose(notice, actor=cast.legal_officer, now=now)


def test_one_text_must_be_the_default(make_notice, now):
    notice = make_notice()
    notice.texts.update(is_default=False)
    assert ("no_default", True) in found(notice, now)


def test_an_empty_text_is_found(make_notice, now):
    notice = make_notice()
    notice.texts.update(title="", body="<p> </p>")
    assert "The text in English is empty." in told(notice, now)


def test_a_blank_of_a_starter_must_be_filled_in(make_notice, cast, now):
    notice = make_notice(legal_basis="Act, [Date of the order]")
    notice.texts.update(body="<p>By [name of the organization], <strong>[sic]</strong>.</p>")
    assert ("blank", True) in found(notice, now)
    assert "Fill in “[name of the organization]” in the text in English." in told(notice, now)
    assert "Fill in “[Date of the order]” in the legal basis." in told(notice, now)
    assert "Is “[sic]” in the text in English a blank that was left?" in told(notice, now)
    with pytest.raises(NotFit, match="name of the organization"):
        propose(notice, actor=cast.legal_officer, now=now)


def test_words_in_brackets_alone_do_not_block(make_notice, now):
    notice = make_notice()
    notice.texts.update(title="So he said [sic]")
    assert found(notice, now) == [("bracket", False)]


def test_a_missing_language_says_what_readers_get_instead(make_notice, english, persian, now):
    notice = make_notice(texts=("ru", "en"))
    assert "Texts are missing. Persian: missing, readers get English." in told(notice, now)


def test_services_that_it_does_not_reach_need_no_text(make_notice, english, persian, now):
    assert found(make_notice(include={"service": ["en"]}), now) == []
    assert found(make_notice(slug="b", exclude={"language": ["fa"]}), now) == []


def test_a_window_that_has_ended(make_notice, now):
    notice = make_notice(starts_at=now - timedelta(days=2), ends_at=now)
    assert found(notice, now) == [("ended", False)]


def test_a_start_in_the_past_is_told_once(make_notice, approved, now):
    notice = make_notice(starts_at=now - timedelta(days=2))
    assert found(notice, now) == [("past_start", False)]
    assert found(approved(notice), now) == []


def test_an_unknown_time_zone_blocks(make_notice, now):
    assert ("time_zone", True) in found(make_notice(legal_timezone="Mars/Base"), now)
