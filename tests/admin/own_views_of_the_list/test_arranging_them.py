"""Own views are renamed, ordered, deleted, and one of them opens the list."""

from articles.models import OwnView
from articles.publishing.own_views import keep_view
from tests.admin.own_views_of_the_list.keeping import LIST, VIEWS, shown, text_of


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
