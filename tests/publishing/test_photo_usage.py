"""Where a photo is used, as far as each may see it; which rights end soon."""

from datetime import timedelta

import pytest

from articles.models import Contributor, PhotoLease, StoryPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.end_rights import end_due_rights
from articles.publishing.kill import kill
from articles.publishing.photo_usage import rights_ending_soon, used_in
from articles.publishing.publish import publish

DAY = timedelta(days=1)


@pytest.fixture
def uses(story, photo, make_story, persian, cast, now):
    """On air in English; drafts with it beside and in the text; a Persian draft; a portrait."""
    publish(story, actor=SYSTEM, now=now)
    beside, in_text = make_story(headline="Beside"), make_story(
        headline="In the text", body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>'
    )  # fmt: skip
    foreign = make_story(persian, headline="Secret plan")
    for one in (beside, foreign):
        StoryPhoto.objects.create(story=one, photo=photo)
    make_story(headline="Another", body=f'<p>x</p><figure data-photo="{photo.pk}0"></figure>')
    Contributor.objects.create(name="RL", slug="rl", portrait=photo)
    return story, beside, in_text


def test_every_kind_of_use_is_found(uses, photo, cast):
    usage = used_in(photo, cast.desk_editor)
    assert [row.pk for row in usage.on_air] == [uses[0].pk]
    assert {one.headline for one in usage.working} == {"The river rises", "Beside", "In the text"}
    assert [one.name for one in usage.portraits] == ["RL"]
    assert usage.is_used


def test_working_copies_of_another_newsroom_are_a_number(uses, photo, cast):
    assert used_in(photo, cast.desk_editor).elsewhere == 1
    outsider = used_in(photo, cast.outsider)
    assert [one.headline for one in outsider.working] == ["Secret plan"]
    assert outsider.elsewhere == 3
    assert len(outsider.on_air) == 1


def test_a_killed_story_uses_nothing(story, photo, cast, now):
    publish(story, actor=SYSTEM, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Wrong")
    assert not used_in(photo, cast.desk_editor).is_used


def test_rights_that_end_within_days_are_listed_first_to_go_first(
    make_photo, make_story, cast, now
):
    for number, days in enumerate((6, 2, 8)):
        story = make_story(headline=f"In {days} days")
        photo = make_photo(number, rights_end_at=now + days * DAY)
        StoryPhoto.objects.create(story=story, photo=photo, role="lead")
        publish(story, actor=SYSTEM, now=now)
    soon = rights_ending_soon(cast.desk_editor, now)
    assert [row.on_air.headline for row in soon] == ["In 2 days", "In 6 days"]
    assert len(rights_ending_soon(cast.desk_editor, now, days=9)) == 3


def test_a_photo_that_comes_back_is_not_one_that_leaves(story, photo, cast, now):
    PhotoLease.objects.create(photo=photo, ends_at=now + DAY)
    PhotoLease.objects.create(photo=photo, starts_at=now + 3 * DAY)
    publish(story, actor=SYSTEM, now=now)
    assert len(rights_ending_soon(cast.desk_editor, now)) == 1
    end_due_rights(now + DAY)
    assert rights_ending_soon(cast.desk_editor, now + DAY) == []


def test_another_newsroom_s_photos_are_not_listed(make_photo, make_story, cast, now, english):
    photo = make_photo(1, rights_end_at=now + DAY, newsroom=english.newsroom)
    story = make_story()
    StoryPhoto.objects.create(story=story, photo=photo, role="lead")
    publish(story, actor=SYSTEM, now=now)
    assert len(rights_ending_soon(cast.reporter, now)) == 1
    assert rights_ending_soon(cast.outsider, now) == []
