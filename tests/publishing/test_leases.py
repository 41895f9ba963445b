"""Leases: dated, of one service or of all; a denying one always wins."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import LanguageService, Photo, PhotoLease
from articles.publishing.leases import may_show, rights_change, rights_until
from articles.publishing.publish import publish
from articles.publishing.refusals import NotFit
from tests.conftest import NOW

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def lease(photo, kind="allow", service=None, starts=None, ends=None):
    return PhotoLease.objects.create(
        photo=photo, kind=kind, service=service, starts_at=starts, ends_at=ends
    )


def test_without_leases_everybody_may(photo, english, persian, now):
    assert may_show(photo, english, now)
    assert may_show(photo, persian, now)


def test_a_photo_with_leases_is_shown_within_one_of_them_only(photo, english, persian, now):
    lease(photo, service=english, starts=now, ends=now + DAY)
    assert not may_show(photo, english, now - HOUR)
    assert may_show(photo, english, now)
    assert may_show(photo, english, now + DAY - HOUR)
    assert not may_show(photo, english, now + DAY)
    assert not may_show(photo, persian, now)


def test_a_denying_lease_wins_over_every_allowing_one(photo, english, persian, now):
    lease(photo)
    lease(photo, "deny", english, now, now + HOUR)
    assert not may_show(photo, english, now)
    assert may_show(photo, persian, now)
    assert may_show(photo, english, now + HOUR)


def test_what_ends_and_begins_at_the_same_moment_is_one_time(photo, english, now):
    lease(photo, ends=now + HOUR)
    lease(photo, starts=now + HOUR, ends=now + DAY)
    assert rights_until(photo, english, now) == now + DAY


def test_the_end_of_rights_ends_every_lease(photo, english, now):
    photo.rights_end_at = now + HOUR
    lease(photo, ends=now + DAY)
    assert rights_until(photo, english, now) == now + HOUR
    assert rights_change(photo, english, now + HOUR) is None


def test_the_next_start_is_when_it_may_be_seen_again(photo, english, now):
    lease(photo, starts=now + DAY)
    assert rights_until(photo, english, now) is None
    assert rights_change(photo, english, now) == now + DAY


def test_a_photo_that_the_service_may_not_use_blocks(story, photo, english, persian, cast, now):
    lease(photo, service=persian)
    with pytest.raises(NotFit, match="English Service may not use") as refused:
        publish(story, actor=cast.desk_editor, now=now)
    assert [problem.code for problem in refused.value.problems] == ["lease"]


class Leased:
    """A photo with leases that no database knows."""

    killed_at = None

    def __init__(self, end, leases):
        self.rights_end_at, self._leases = end, leases

    @property
    def leases(self):
        return self

    def all(self):
        return self._leases


moments = st.none() | st.integers(-5, 5).map(lambda hours: NOW + hours * HOUR)


@given(
    end=moments,
    rows=st.lists(
        st.tuples(st.sampled_from(["allow", "deny"]), st.sampled_from([None, 1, 2]), moments,
                  moments), max_size=4,
    ),
)  # fmt: skip
@settings(max_examples=300)
def test_the_next_change_is_the_first_hour_at_which_the_answer_differs(end, rows):
    leases = [
        PhotoLease(kind=kind, service_id=service, starts_at=start, ends_at=stop)
        for kind, service, start, stop in rows
    ]
    photo, service = Leased(end, leases), LanguageService(pk=1)
    hours = [NOW + number * HOUR for number in range(1, 8)]
    now = may_show(photo, service, NOW)
    expected = next((at for at in hours if may_show(photo, service, at) != now), None)
    assert rights_change(photo, service, NOW) == expected


def test_a_killed_photo_is_shown_nowhere(english, now):
    photo = Photo(killed_at=now)
    photo.pk = 0
    assert not may_show(photo, english, now)
