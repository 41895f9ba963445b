"""The picker finds what a notice may name, few at a time, whatever is typed."""

import pytest

from articles.models import Story
from tests.admin.notice_permissions.addresses import found, picker


@pytest.fixture
def desk(cast, log_in, english, persian):
    return log_in(cast.legal_officer)


def test_a_region_is_found_by_code_and_by_name(desk):
    assert found(desk, "region", "ua-43")[0] == "UA-43"
    assert found(desk, "region", "RU")[0] == "RU"
    assert "UA-43" in found(desk, "region", "crimea")
    assert found(desk, "region", "aland")[0] == "AX"  # before New Zealand
    assert "UA-OCC" in found(desk, "region", "occupied")
    assert found(desk, "region", "no such place") == []


def test_labels_tell_groups_from_countries(desk):
    rows = desk.get(picker("region", "european")).json()["results"]
    assert {"id": "EU", "text": "European Union (EU, group)"} in rows


def test_at_most_thirty_and_whether_there_are_more(desk):
    rows = desk.get(picker("region")).json()["results"]
    assert len(rows) == 31
    assert rows[-1]["disabled"] is True


def test_a_story_is_found_by_headline_and_number(desk, story):
    assert found(desk, "story", "RIVER") == [str(story.pk)]
    assert found(desk, "story", str(story.pk)) == [str(story.pk)]


def test_killed_stories_are_not_offered(desk, story):
    Story.objects.update(workflow_status="killed")
    assert found(desk, "story", "river") == []


@pytest.mark.parametrize("dimension", ["", "nonsense", "slug", "region\x00"])
def test_an_unknown_dimension_is_not_found(dimension, desk):
    assert desk.get(picker(dimension)).status_code == 404


def test_hostile_terms_answer(desk, shared, story):
    from tests.hostile import hostile_texts

    for text in hostile_texts(shared)[::25]:
        for dimension in ("region", "story", "topic", "section", "language", "service"):
            assert desk.get(picker(dimension, text)).status_code == 200


def test_short_lists_are_searched_too(desk):
    assert set(found(desk, "service")) == {"en", "fa"}
    assert found(desk, "language", "persian") == ["fa"]
