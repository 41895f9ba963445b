"""Presence: who else is in the story, for those who may write it, at little cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import StoryPresence, StoryVersion

PAGE = "a-page-of-mine"


@pytest.fixture
def tell(story):
    url = reverse("admin:articles_story_presence", args=[story.pk])

    def make(client, page=PAGE, **more):
        return client.post(url, {"page": page, "unsaved": "0", "behind": "0"} | more)

    return make


def test_colleagues_see_each_other_and_who_has_unsaved_changes(tell, cast, log_in):
    reporter, editor = log_in(cast.reporter), log_in(cast.desk_editor)
    assert tell(reporter, unsaved="1").json() == {"others": ""}
    assert tell(editor).json() == {"others": "Also here: reporter – unsaved changes"}
    assert tell(reporter).json() == {"others": "Also here: desk_editor"}
    assert not StoryVersion.objects.exists()


def test_one_s_own_other_tab_is_named_as_such(tell, cast, log_in):
    reporter = log_in(cast.reporter)
    tell(reporter)
    said = tell(reporter, page="another-page", unsaved="0").json()
    assert said == {"others": "Also here: you, in another tab"}


def test_who_left_or_went_home_is_not_here(tell, cast, log_in, story):
    reporter, editor = log_in(cast.reporter), log_in(cast.desk_editor)
    tell(reporter)
    tell(reporter, leave="1")
    assert tell(editor).json() == {"others": ""}
    tell(reporter)
    seen = StoryPresence.objects.get(user=cast.reporter).here_until - timezone.now()
    assert timedelta(seconds=20) < seen <= timedelta(seconds=30)
    StoryPresence.objects.filter(user=cast.reporter).update(here_until=timezone.now())
    assert tell(editor).json() == {"others": ""}


def test_a_page_behind_others_is_believed_for_longer(tell, cast, log_in):
    tell(log_in(cast.reporter), behind="1")
    assert StoryPresence.objects.get().here_until > timezone.now() + timedelta(seconds=60)


def test_asking_again_costs_three_queries_beside_the_session_s_two(tell, cast, log_in):
    reporter = log_in(cast.reporter)
    tell(reporter)
    tell(log_in(cast.desk_editor))
    with CaptureQueriesContext(connection) as captured:
        tell(reporter, unsaved="1")
    own = [
        one
        for one in captured
        if "session" not in one["sql"] and 'FROM "auth_user" WHERE' not in one["sql"]
    ]
    assert len(own) <= 3, [one["sql"][:90] for one in own]


@pytest.mark.parametrize("name", ["outsider", "photo_editor", "legal_officer"])
def test_who_may_not_write_the_story_learns_nothing(tell, cast, log_in, name):
    tell(log_in(cast.reporter))
    assert tell(log_in(getattr(cast, name))).status_code == 404
    assert StoryPresence.objects.count() == 1


def test_a_role_that_is_taken_away_ends_it(tell, cast, log_in):
    reporter = log_in(cast.reporter)
    tell(reporter)
    cast.reporter.staff_roles.all().delete()
    assert tell(reporter).status_code == 404


@pytest.mark.parametrize("page", ["", "short", "x" * 41, "ünïcödé-page"])
def test_a_page_without_a_number_is_refused(tell, cast, log_in, page):
    assert tell(log_in(cast.reporter), page=page).status_code == 400


def test_it_cannot_be_asked_for_by_a_link(story, cast, log_in):
    url = reverse("admin:articles_story_presence", args=[story.pk])
    assert log_in(cast.reporter).get(url).status_code == 405


def test_form_and_list_say_who_is_in_it(tell, cast, log_in, story):
    tell(log_in(cast.reporter), unsaved="1")
    editor = log_in(cast.desk_editor)
    form = editor.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
    assert "Also here: reporter – unsaved changes" in form
    listing = editor.get(reverse("admin:articles_story_changelist")).content.decode()
    assert "reporter · unsaved changes" in listing
