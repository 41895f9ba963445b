"""A legal notice reads as one plain English sentence."""

from datetime import UTC, datetime

import pytest

from articles.models import LegalNotice, NoticeTarget, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.notice_names import names_of
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.notice_summary import summary
from articles.publishing.publish import publish


@pytest.fixture
def notice(db):
    return LegalNotice.objects.create(
        slug="warning",
        kind="reader_warning",
        placements=["article_foot"],
        starts_at=datetime(2024, 2, 19, 21, 0, tzinfo=UTC),
        legal_timezone="Europe/Moscow",
        reach="matched_or_unknown",
    )


def target(notice, dimension, *values, is_exclude=False):
    for value in values:
        NoticeTarget.objects.create(
            notice=notice, dimension=dimension, value=str(value), is_exclude=is_exclude
        )


def said(notice, **fields):
    for name, value in fields.items():
        setattr(notice, name, value)
    return summary(notice_snapshot(notice))


def test_the_russian_notice_in_a_sentence(notice, english, persian):
    target(notice, "region", "UA-OCC", "RU")
    target(notice, "service", "en", "fa")

    assert said(notice, effects=["hide_save", "hide_share"]) == (
        "Shown at the foot of every story to readers in Russia and the occupied territories of "
        "Ukraine, and to readers whose place is unknown; in English and Persian services; "
        "hides sharing and saving; keeps the page out of browsers’ memory; "
        "from 20 February 2024, 00:00 (Moscow) without end."
    )


def test_without_regions_it_is_for_everybody(notice):
    assert said(notice).startswith("Shown at the foot of every story to all readers; ")


def test_an_exclude_is_said(notice):
    target(notice, "region", "UA")
    target(notice, "region", "UA-43", is_exclude=True)
    assert "to readers in Ukraine except Crimea; " in said(notice, reach="matched")


def test_everywhere_but_in_one_place(notice):
    target(notice, "region", "EU", is_exclude=True)
    assert "to readers everywhere except the European Union; " in said(notice, reach="matched")


def test_told_to_everyone_and_prominently_to_some(notice):
    target(notice, "region", "GB")
    assert "to all readers, prominently to those in the United Kingdom; " in said(
        notice, reach="everyone"
    )


def test_several_places_on_the_page(notice):
    places = ["article_foot", "article_top", "site_banner", "feed_footer"]
    assert said(notice, placements=places).startswith(
        "Shown at the top of every page, after the headline and at the foot of every story "
        "and under the items of feeds to all readers; "
    )


def test_many_regions_are_counted(notice):
    target(notice, "region", *["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE"])
    assert (
        "readers in Austria, Belgium, Bulgaria, Cyprus, Czechia and 3 more, and to readers"
        in said(notice)
    )


def test_one_beyond_the_limit_is_named_rather_than_counted(notice):
    target(notice, "region", *["AT", "BE", "BG", "CY", "CZ", "DE"])
    assert "Czechia and Germany" in said(notice)


def test_what_stories_it_is_about(notice, politics, english):
    Topic.objects.create(slug="courts", name="Courts")
    Topic.objects.create(slug="elections", name="Elections")
    target(notice, "topic", "courts", "elections")
    target(notice, "section", "politics")
    assert "foot of every story about Courts or Elections in the section Politics to" in said(
        notice
    )


def test_an_order_withholds(notice, story, cast):
    publish(story, actor=SYSTEM, now=datetime(2024, 1, 1, tzinfo=UTC))
    target(notice, "region", "GB")
    target(notice, "story", story.pk)
    words = said(notice, kind="withheld", reach="matched", public_reason=True)
    assert words.startswith(
        "Withholds the story “The river rises” from readers in the United Kingdom; "
        "readers are told why; left out of deliveries to partners; from "
    )


def test_a_draft_is_named_only_to_those_who_may_see_it(notice, story, cast):
    target(notice, "story", story.pk)
    content = notice_snapshot(notice)

    assert "river" not in summary(content)
    assert f"number {story.pk}" in summary(content)
    assert "river" not in summary(content, user=cast.outsider)
    assert "“The river rises”" in summary(content, user=cast.reporter)


def test_a_label_with_its_wording_and_size(notice):
    assert "; wording fixed by law, at least 2.5 times the size of the text; " in said(
        notice, verbatim=True, min_scale=2.5
    )


def test_a_window_with_an_end_and_seconds(notice):
    ends = datetime(2024, 2, 20, 20, 59, 59, tzinfo=UTC)
    assert said(notice, ends_at=ends).endswith(
        "from 20 February 2024, 00:00 until 20 February 2024, 23:59:59 (Moscow)."
    )


def test_an_unknown_time_zone_is_told_in_utc(notice):
    assert "19 February 2024, 21:00 (UTC)" in said(notice, legal_timezone="Mars/Base")


def test_names_of_what_is_gone_are_the_codes(notice):
    target(notice, "region", "QQ")
    target(notice, "topic", "gone")
    assert "every story about “gone” to readers in “QQ”" in said(notice)


def test_languages_and_what_is_left_out(notice, english):
    target(notice, "language", "kk", "zh-Hant")
    target(notice, "service", "en", is_exclude=True)
    assert "; not in the English Service; on pages in Kazakh or Chinese (Traditional); " in said(
        notice
    )


def test_no_place_on_the_page_is_said(notice):
    assert said(notice, placements=[]).startswith("Shown nowhere: ")


def test_a_hundred_summaries_cost_one_query_a_dimension(
    notice, english, politics, story, django_assert_num_queries
):
    target(notice, "region", "RU", "UA")
    target(notice, "service", "en")
    target(notice, "section", "politics")
    content = notice_snapshot(notice)
    with django_assert_num_queries(3):
        names = names_of([content] * 100)
        assert len({summary(content, names=names) for _row in range(100)}) == 1
