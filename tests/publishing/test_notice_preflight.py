"""What stands against a legal notice: found before a second person is asked."""

from datetime import timedelta

import pytest

from articles.models import (
    LegalNotice,
    NoticeTarget,
    NoticeText,
    Region,
    RegionMembership,
    Section,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.notice_preflight import notice_problems
from articles.publishing.notices import approve, propose
from articles.publishing.publish import publish
from articles.publishing.refusals import NotFit
from articles.vocabularies import ServiceStatus


@pytest.fixture
def make_notice(db, now):
    def make(slug="warning", texts=("en",), include=None, exclude=None, **fields):
        values = {
            "kind": "reader_warning", "placements": ["article_foot"], "reach": "matched",
            "starts_at": now + timedelta(days=1),
        }  # fmt: skip
        notice = LegalNotice.objects.create(slug=slug, **values | fields)
        for number, language in enumerate(texts):
            NoticeText.objects.create(
                notice=notice, language=language, title="Be careful", body="<p>Text</p>",
                is_default=number == 0,
            )  # fmt: skip
        for rows, is_exclude in ((include, False), (exclude, True)):
            for dimension, values in (rows or {}).items():
                for value in values:
                    NoticeTarget.objects.create(
                        notice=notice, dimension=dimension, value=str(value), is_exclude=is_exclude
                    )
        return notice

    return make


@pytest.fixture
def approved(cast, now):
    def put_in_force(notice):
        version = propose(notice, actor=cast.legal_officer, now=now)
        approve(version, actor=cast.second_legal_officer, now=now)
        return notice

    return put_in_force


def found(notice, now):
    return [(problem.code, problem.blocks) for problem in notice_problems(notice, now)]


def told(notice, now):
    return " ".join(problem.message for problem in notice_problems(notice, now))


def test_a_sound_notice_has_no_problem(make_notice, english, now):
    assert found(make_notice(include={"region": ["RU", "UA-OCC"]}, reach="everyone"), now) == []


# -- Words ---------------------------------------------------------------------------------------


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


# -- When ----------------------------------------------------------------------------------------


def test_a_window_that_has_ended(make_notice, now):
    notice = make_notice(starts_at=now - timedelta(days=2), ends_at=now)
    assert found(notice, now) == [("ended", False)]


def test_a_start_in_the_past_is_told_once(make_notice, approved, now):
    notice = make_notice(starts_at=now - timedelta(days=2))
    assert found(notice, now) == [("past_start", False)]
    assert found(approved(notice), now) == []


def test_an_unknown_time_zone_blocks(make_notice, now):
    assert ("time_zone", True) in found(make_notice(legal_timezone="Mars/Base"), now)


# -- Where ---------------------------------------------------------------------------------------


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


# -- What it concerns ----------------------------------------------------------------------------


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


# -- Orders and labels ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"include": {"story": [1]}}, "withheld_everywhere"),
        ({"include": {"region": ["GB"]}}, "withheld_everything"),
        ({"include": {"region": ["GB"], "story": [1]}, "reach": "everyone"},
         "withheld_from_everyone"),
    ],
)  # fmt: skip
def test_an_order_that_would_silence_the_house_is_refused(fields, code, make_notice, cast, now):
    notice = make_notice(kind="withheld", **fields)
    assert (code, True) in found(notice, now)
    with pytest.raises(NotFit):
        propose(notice, actor=cast.legal_officer, now=now)


def test_a_verbatim_label_wants_a_size(make_notice, now):
    notice = make_notice(kind="label", verbatim=True)
    assert found(notice, now) == [("no_scale", False)]


def test_under_feed_items_that_are_dropped(make_notice, now):
    notice = make_notice(placements=["feed_footer"], effects=["drop_from_feeds"])
    assert found(notice, now) == [("feed_footer", False)]


# -- Beside others -------------------------------------------------------------------------------


def test_an_alternative_that_always_loses(make_notice, approved, now):
    approved(make_notice("strong", group_key="k", priority=9, starts_at=now))
    weak = make_notice("weak", group_key="k", include={"language": ["en"]}, priority=1)
    assert found(weak, now) == []  # more specific: it wins where it applies
    same = make_notice("same", group_key="k", priority=1)
    assert found(same, now) == [("shadowed", False)]
    assert "“strong”" in told(same, now)


def test_an_alternative_that_would_hide_one_in_force(make_notice, approved, now):
    approved(make_notice("old", group_key="k", include={"region": ["UA-43"]}))
    new = make_notice("new", group_key="k", priority=5, include={"region": ["UA-43", "UA-40"]})
    assert found(new, now) == [("shadows", False)]


def test_alternatives_in_different_places_do_not_shadow_each_other(make_notice, approved, now):
    approved(make_notice("ru", group_key="k", include={"region": ["RU"]}, priority=9))
    assert found(make_notice("by", group_key="k", include={"region": ["BY"]}), now) == []


def test_a_country_is_less_specific_than_its_part(make_notice, approved, now):
    approved(make_notice("ua", group_key="k", include={"region": ["UA"]}, priority=9))
    assert found(make_notice("crimea", group_key="k", include={"region": ["UA-43"]}), now) == []


def test_two_alike_in_force_are_told(make_notice, approved, now):
    approved(make_notice("first", include={"region": ["RU"]}))
    twin = make_notice("second", include={"region": ["RU"]})
    assert found(twin, now) == [("twin", False)]
    twin.ends_at = twin.starts_at + timedelta(days=1)
    twin.starts_at -= timedelta(days=5)
    twin.save()
    assert ("twin", False) in found(twin, now)
    twin.ends_at = now + timedelta(hours=23)
    twin.save()
    assert ("twin", False) not in found(twin, now)


def test_a_notice_is_not_compared_with_its_own_version_in_force(make_notice, approved, now):
    assert found(approved(make_notice(include={"region": ["RU"]})), now) == []


def test_the_preflight_costs_at_most_20_queries(
    make_notice, story, now, django_assert_max_num_queries
):
    notice = make_notice(
        include={"region": ["RU"], "service": ["en"], "section": ["politics"], "topic": ["x"],
                 "story": [story.pk]},
    )  # fmt: skip
    with django_assert_max_num_queries(20):
        notice_problems(notice, now)


def test_a_later_start_would_leave_readers_without_either_version(make_notice, approved, now):
    notice = approved(make_notice(starts_at=now - timedelta(days=1)))
    assert "gap" not in dict(found(notice, now))
    notice.starts_at = now + timedelta(days=3)
    notice.save()
    assert ("gap", False) in found(notice, now)
    assert "2026-02-04 12:00 UTC: until then readers see neither" in told(notice, now)
