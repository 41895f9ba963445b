"""Each filter narrows; what is not there any more, or not theirs, is said and shows nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Story
from articles.publishing.own_views import MOST_VIEWS, keep_view
from tests.admin.own_views_of_the_list.keeping import LIST, VIEWS, keep, shown, text_of


def test_a_service_that_one_lost_is_said_and_shows_nothing(
    reporter, cast, make_story, persian, english
):
    make_story(service=persian, section=None, headline="Theirs")
    keep(reporter, "Persian", f"service__id__exact={persian.pk}")
    page = reporter.get(f"{LIST}?service__id__exact={persian.pk}")
    assert page.status_code == 200
    assert shown(page) == set()
    assert "not yours to see (service)" in text_of(page)
    assert persian.name not in text_of(page)
    assert persian.name not in text_of(reporter.get(VIEWS))
    assert "not there any more" in text_of(reporter.get(VIEWS))


@pytest.mark.parametrize(
    "query",
    ["section=999999", "section=x", "who=999999", "who=x", "changed=1900", "view=nothing",
     "service__id__exact=x", "service__id__exact=" + "9" * 40, "workflow_status__exact=gone",
     "review_status__exact=%00"],
)  # fmt: skip
def test_what_is_not_there_any_more_is_said_and_is_no_error(query, reporter, story):
    page = reporter.get(f"{LIST}?{query}&q=river")
    assert page.status_code == 200
    assert shown(page) == set()
    assert "not there any more" in text_of(page)
    assert 'href="?q=river"' in text_of(page)


def test_people_of_other_newsrooms_are_not_offered_nor_found(reporter, cast, make_story):
    make_story(created_by=cast.outsider)
    page = reporter.get(LIST, {"who": cast.outsider.pk})
    assert shown(page) == set()
    assert "outsider" not in text_of(page)


def test_each_filter_narrows(reporter, cast, make_story, english, politics):
    hers = make_story(headline="Hers", created_by=cast.reporter)
    given = make_story(headline="Given", assigned_to=cast.reporter, section=None)
    old = make_story(headline="Old", assigned_to=cast.desk_editor)
    Story.objects.filter(pk=old.pk).update(changed_at=timezone.now() - timedelta(days=8))

    def by(**query):
        return shown(reporter.get(LIST, query))

    assert by(who="me") == {hers.headline}
    assert by(who="mine") == {given.headline}
    assert by(who="nobody") == {hers.headline}
    assert by(who=cast.desk_editor.pk) == {old.headline}
    assert by(changed="week") == {"Hers", "Given"}
    assert by(changed="month", section=politics.pk) == {"Hers", "Old"}
    assert by(service__id__exact=english.pk, section="", who="") == {"Hers", "Given", "Old"}


def test_the_list_with_twenty_views_costs_at_most_twenty_queries(reporter, cast, make_story):
    for number in range(MOST_VIEWS):
        keep_view(f"View {number}", f"q={number}", actor=cast.reporter)
        make_story(headline=f"Story {number}", created_by=cast.reporter)
    with CaptureQueriesContext(connection) as captured:
        reporter.get(LIST, {"q": "story", "who": "me", "changed": "week"})
    assert len(captured) <= 20
    with CaptureQueriesContext(connection) as captured:
        reporter.get(VIEWS)
    assert len(captured) <= 12
