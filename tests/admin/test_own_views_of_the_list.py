"""Views of the story list that a person keeps: found again everywhere, and theirs alone."""

import html
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import OwnView, Story
from articles.publishing.own_views import MOST_VIEWS, keep_view

LIST, VIEWS = "/admin/articles/story/", "/admin/stories/views/"


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)


def keep(client, name="Dams", query="q=dam", **more):
    return client.post(VIEWS, {"deed": "keep", "name": name, "query": query} | more)


def text_of(response):
    return html.unescape(response.content.decode())


def shown(response):
    return {story.headline for story in response.context["cl"].result_list}


def test_what_was_narrowed_is_found_again_by_its_name(reporter, cast, log_in, make_story, english):
    make_story(headline="The dam")
    make_story(headline="The zoo")
    query = f"service__id__exact={english.pk}&workflow_status__exact=draft&q=dam&section=&p=2&x=1"
    answer = keep(reporter, "Dams of ours", query)
    kept = OwnView.objects.get()
    assert kept.query == f"service__id__exact={english.pk}&workflow_status__exact=draft&q=dam"
    assert answer.url == f"{LIST}?{kept.query}"
    page = log_in(cast.reporter).get(answer.url)  # on another computer
    assert shown(page) == {"The dam"}
    assert page.context["cl"].own_view == kept
    assert "Dams of ours" in text_of(page)


def test_nobody_sees_or_touches_anybody_else_s(reporter, cast, log_in):
    keep(reporter, "Only hers")
    view = OwnView.objects.get()
    for person in (cast.desk_editor, cast.outsider, cast.administrator):
        other = log_in(person)
        assert "Only hers" not in text_of(other.get(LIST))
        assert "Only hers" not in text_of(other.get(VIEWS))
        for deed in ("rename", "up", "down", "first"):
            sent = {"deed": deed, "view": view.pk, "name": "Stolen"}
            assert other.post(VIEWS, sent).status_code == 404
        other.post(VIEWS, {"deed": "drop", "view": view.pk})
    view.refresh_from_db()
    assert (view.name, view.is_first) == ("Only hers", False)


def test_who_is_not_logged_in_keeps_nothing(client, db):
    assert keep(client).status_code == 302
    assert client.get(VIEWS).status_code == 302
    assert not OwnView.objects.exists()


def test_the_same_twice_is_one_view(reporter):
    assert [keep(reporter).status_code, keep(reporter).status_code] == [302, 302]
    assert OwnView.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("dams", "q=river", "“Dams” already"),
        ("DAMS ", "q=river", "“Dams” already"),
        ("Rivers", "q=dam", "You have this as “Dams”."),
        ("", "q=river", "Give the view a name"),
        (" \u200b\u2066 ", "q=river", "name"),
        ("x" * 81, "q=river", "at most 80 characters; this one has 81"),
        ("All", "", "narrow it first"),
        ("All", "view=all&q=&p=7&nonsense=1", "narrow it first"),
    ],
)
def test_what_cannot_be_kept_is_a_sentence_and_loses_nothing(name, query, said, reporter):
    keep(reporter)
    answer = keep(reporter, name, query)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert OwnView.objects.count() == 1
    assert f'value="{name}"' in text_of(answer)


def test_twenty_are_enough(reporter, cast):
    for number in range(MOST_VIEWS):
        keep_view(f"View {number}", f"q={number}", actor=cast.reporter)
    answer = keep(reporter, "One more", "q=more")
    assert answer.status_code == 422
    assert "You have 20 views already" in text_of(answer)
    assert OwnView.objects.count() == MOST_VIEWS


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x>',
        "آب و سد",
        "\u202egnihtemos",
        "🔥🔥",
        "a\0b",
        "ﷺ" * 80,
    ],
)
def test_hostile_names_are_only_names(name, reporter):
    assert keep(reporter, name).status_code == 302
    for page in (reporter.get(LIST), reporter.get(VIEWS)):
        assert page.status_code == 200
        assert b"<script>alert" not in page.content
        assert b"<img src=x>" not in page.content
    assert "\0" not in OwnView.objects.get().name


@pytest.mark.parametrize("query", ["q=" + "x" * 5000, "q=%00&who=%ff", "=&&&", "view=" + "ü" * 900])
def test_hostile_queries_are_no_error(query, reporter):
    answer = keep(reporter, "Odd", query)
    assert answer.status_code in (302, 422)
    assert reporter.get(LIST, {"view": "all"}).status_code == 200
    assert reporter.get(VIEWS).status_code == 200
    for view in OwnView.objects.all():
        assert reporter.get(f"{LIST}?{view.query}").status_code == 200


@pytest.mark.parametrize("deed", ["", "steal", "rename", "up"])
def test_there_are_no_other_deeds(deed, reporter):
    assert reporter.post(VIEWS, {"deed": deed}).status_code == 404
    assert reporter.post(VIEWS, {"deed": deed, "view": "9" * 30}).status_code == 404
    assert reporter.post(VIEWS, {"deed": deed, "view": "x"}).status_code == 404


def test_views_are_renamed_ordered_and_deleted(reporter, cast):
    first, second = (keep_view(name, f"q={name}", actor=cast.reporter) for name in ("One", "Two"))

    def names():
        return [view.name for view in OwnView.objects.all()]

    reporter.post(VIEWS, {"deed": "down", "view": first.pk})
    assert names() == ["Two", "One"]
    for _twice in range(2):
        reporter.post(VIEWS, {"deed": "up", "view": first.pk})
    assert names() == ["One", "Two"]
    reporter.post(VIEWS, {"deed": "rename", "view": first.pk, "name": "ONE"})
    refused = reporter.post(VIEWS, {"deed": "rename", "view": first.pk, "name": "two"})
    assert refused.status_code == 422
    assert 'value="two"' in text_of(refused)
    assert names() == ["ONE", "Two"]
    for _twice in range(2):
        assert reporter.post(VIEWS, {"deed": "drop", "view": second.pk}).status_code == 302
    assert names() == ["ONE"]


def test_the_list_opens_with_the_one_that_was_chosen(reporter, cast, make_story):
    make_story(headline="The dam")
    make_story(headline="The zoo")
    dams, zoos = (keep_view(name, f"q={name}", actor=cast.reporter) for name in ("dam", "zoo"))
    for view in (dams, zoos):
        reporter.post(VIEWS, {"deed": "first", "view": view.pk})
    assert reporter.get(LIST).url == "?q=zoo"
    everything = reporter.get(LIST, {"view": "all"})
    assert shown(everything) == {"The dam", "The zoo"}
    one_filter = reporter.get(LIST, {"q": "zoo", "view": "all"})
    assert 'href="?view=all"' in text_of(
        one_filter
    )  # nothing leads to the bare address by accident
    reporter.post(VIEWS, {"deed": "all_first"})
    assert shown(reporter.get(LIST)) == {"The dam", "The zoo"}


def links_of(page):
    return {str(one["display"]): one["query_string"] for one in page.context["cl"].built_in}


def test_from_a_view_of_ones_own_the_others_lead_out_of_it(reporter):
    keep(reporter, "Dams", "view=mine&who=me&changed=week&q=dam")
    own = links_of(reporter.get(f"{LIST}?view=mine&who=me&changed=week&q=dam"))
    assert (own["All"], own["Approved"]) == ("?view=all", "?view=approved")
    by_hand = links_of(reporter.get(f"{LIST}?view=mine&who=me"))
    assert (by_hand["All"], by_hand["Approved"]) == ("?view=all", "?view=approved&who=me")


def test_all_is_lit_where_all_are_shown_and_else_all_is_cleared_in_one_step(reporter):
    clear = '<a class="story-to-narrow" href="?view=all" data-clear'
    everything = reporter.get(LIST, {"view": "all"})
    assert [one["selected"] for one in everything.context["cl"].built_in].index(True) == 0
    assert f"{clear} hidden>" in text_of(everything)
    narrowed = reporter.get(LIST, {"q": "dam"})
    assert not any(one["selected"] for one in narrowed.context["cl"].built_in)
    assert f"{clear}>" in text_of(narrowed)


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
