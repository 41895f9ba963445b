"""What stands against a legal notice: what it does, and the notices beside it."""

from datetime import timedelta

import pytest

from articles.publishing.notice_preflight import notice_problems
from articles.publishing.notices import propose
from articles.publishing.refusals import NotFit
from tests.publishing.notice_preflight.finding import found, told


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
