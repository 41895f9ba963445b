"""What stands against a legal notice: it reaches nobody, or names what is not there."""

from datetime import timedelta

import pytest

from articles.models import (
    NoticeTarget,
    Region,
    RegionMembership,
    Section,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.vocabularies import ServiceStatus
from tests.publishing.notice_preflight.finding import found, told


@pytest.mark.parametrize(
    ("include", "exclude"),
    [(["RU"], ["RU"]), (["UA-43"], ["UA"]), (["DE", "FR"], ["EU"]), (["EU"], ["EEA"])],
)
def test_what_is_included_and_excluded_never_shows(include, exclude, make_notice, now):
    notice = make_notice(include={"region": include})
    if include != exclude:
        for code in exclude:
            NoticeTarget.objects.create(
                notice=notice, dimension="region", value=code, is_exclude=True
            )
        assert ("never", True) in found(notice, now)
    else:
        assert found(notice, now) == []


def test_a_region_that_is_taken_out_beside_others_is_pointless(make_notice, now):
    notice = make_notice(include={"region": ["UA-43", "RU"]}, exclude={"region": ["UA"]})
    assert found(notice, now) == [("pointless_region", False)]
    assert "Crimea" in told(notice, now)


def test_a_country_with_some_parts_taken_out_still_shows(make_notice, now):
    assert found(make_notice(include={"region": ["UA"]}, exclude={"region": ["UA-OCC"]}), now) == []


def test_a_group_without_members_never_shows(make_notice, now):
    empty = Region.objects.create(code="GONE", name="Gone Union", kind="group")
    member = Region.objects.get(code="RU")
    RegionMembership.objects.create(
        group=empty, member=member, ends_on=(now - timedelta(days=1)).date()
    )
    assert ("never", True) in found(make_notice(include={"region": ["GONE"]}), now)


def test_partial_members_are_never_certain(make_notice, now):
    notice = make_notice(include={"region": ["UA-OCC"]})
    assert found(notice, now) == [("partial", False)]
    assert "Donetsk Oblast" in told(notice, now)


@pytest.mark.parametrize("dimension", ["region", "service", "topic", "section"])
def test_a_value_that_names_nothing_is_told(dimension, make_notice, english, now):
    notice = make_notice(include={dimension: ["nothing"]})
    assert f"There is no {dimension} “nothing”." in told(notice, now)


def test_no_place_on_the_page_blocks(make_notice, now):
    assert ("no_placement", True) in found(make_notice(placements=[]), now)


def test_closed_services_are_told(make_notice, english, now):
    english.status, english.closed_on = ServiceStatus.CLOSED, now.date()
    english.save()
    assert ("closed_services", False) in found(make_notice(include={"service": ["en"]}), now)


def test_a_service_in_another_language_never_shows(make_notice, english, now):
    notice = make_notice(include={"service": ["en"], "language": ["fa"]})
    assert ("never", False) in found(notice, now)


def test_a_section_of_another_service_never_shows(make_notice, english, persian, now):
    Section.objects.create(service=persian, name="سیاست", slug="siasat")
    notice = make_notice(include={"service": ["en"], "section": ["siasat"]})
    assert ("never", False) in found(notice, now)


def test_a_killed_story_never_shows(make_notice, story, now):
    publish(story, actor=SYSTEM, now=now)
    kill(story, actor=SYSTEM, now=now, reason="Wrong")
    notice = make_notice(include={"story": [story.pk]})
    assert found(notice, now) == [("killed_story", False), ("never", False)]


def test_a_story_that_does_not_exist_is_told(make_notice, story, now):
    notice = make_notice(include={"story": [story.pk, 987]})
    assert told(notice, now) == "There is no story number 987."


def test_a_story_outside_the_chosen_topic_never_shows(make_notice, story, now):
    topic = Topic.objects.create(slug="courts", name="Courts")
    notice = make_notice(include={"story": [story.pk], "topic": ["courts"]})
    assert ("never", False) in found(notice, now)
    story.topics.add(topic)
    assert found(notice, now) == []


def test_a_translation_in_a_chosen_service_will_do(make_notice, story, make_story, persian, now):
    make_story(service=persian, translation_key=story.translation_key)
    notice = make_notice(texts=("fa", "en"), include={"story": [story.pk], "service": ["fa"]})
    assert found(notice, now) == []
    notice.reaches_translations = False
    notice.save()
    assert found(notice, now) == [("never", False)]
