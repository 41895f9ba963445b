"""What was narrowed is kept under a name; what cannot be kept is said, and nothing is lost."""

import pytest

from articles.models import OwnView
from articles.publishing.own_views import MOST_VIEWS, keep_view
from tests.admin.own_views_of_the_list.keeping import LIST, VIEWS, keep, shown, text_of


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
