"""Starters are complete but for their blanks, and name only what the house knows."""

import pytest

from articles.legal.atlas import load_atlas
from articles.models.service import is_time_zone
from articles.publishing.starters import STARTERS, USUAL_REACH, blanks_in, starter
from articles.text.sanitise import clean_line, clean_notice
from articles.vocabularies import Effect, NoticeKind, Placement, WhenPushed


def test_there_are_seven():
    assert len(STARTERS) == len({one.key for one in STARTERS}) == 7
    assert starter("foreign-agent").fields["verbatim"] is True
    assert starter("no-such-law") is None


@pytest.mark.parametrize("one", STARTERS, ids=lambda one: one.key)
def test_a_starter_uses_our_vocabularies(one, db):
    fields = one.fields
    assert fields["kind"] in NoticeKind.values
    assert fields["reach"] == USUAL_REACH[fields["kind"]]
    assert set(fields["placements"]) <= set(Placement.values)
    assert set(fields.get("effects", [])) <= set(Effect.values)
    assert fields.get("when_pushed", "drop") in WhenPushed.values
    assert is_time_zone(fields["legal_timezone"])
    assert set(one.targets) == {"region"}
    assert set(one.targets["region"]) <= load_atlas().kinds.keys()


@pytest.mark.parametrize("one", STARTERS, ids=lambda one: one.key)
def test_its_texts_are_clean(one):
    assert [text["language"] for text in one.texts] == ["en", "ru"]
    for text in one.texts:
        assert clean_notice(text["body"]) == text["body"]
        assert clean_line(text["title"]) == text["title"]


@pytest.mark.parametrize("one", STARTERS, ids=lambda one: one.key)
def test_what_only_counsel_knows_is_a_blank(one):
    words = one.fields["legal_basis"] + "".join(text["title"] + text["body"] for text in one.texts)
    left, others = blanks_in(words)
    assert left
    assert not others


def test_every_kind_has_a_usual_reach():
    assert set(USUAL_REACH) == set(NoticeKind.values)
    assert USUAL_REACH["withheld"] == "matched"
