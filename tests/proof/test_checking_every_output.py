"""``check_notices`` reads every output in every zone as readers do, and says what is wrong."""

from datetime import timedelta

import pytest

from articles.front import lists, views
from articles.legal.atlas import load_atlas
from articles.legal.law import law_at
from articles.legal.resolve import Resolution
from articles.legal.rules import load_rules
from articles.legal.zones import zones_of
from articles.pages import frame
from articles.pages import reader as readers
from articles.pages import story as story_page
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.live import go_live, post


@pytest.fixture
def law_of_the_day(enforce, on_air):
    """A warning, a banner, a label that keeps machines away, and an order."""
    enforce("warning", targets=[("region", "RU"), ("region", "UA-OCC")], effects=["hide_save"])
    enforce("banner", targets=[("region", "EU")], reach="matched", placements=["site_banner"])
    enforce("label", targets=[("region", "FR")], reach="matched", effects=["noindex"],
            placements=["article_top"])  # fmt: skip
    enforce("order", kind="withheld", reach="matched",
            targets=[("region", "GB"), ("story", str(on_air.pk))])  # fmt: skip


@pytest.fixture
def other(make_story, now, law_of_the_day):
    return publish(
        make_story(
            headline="The harvest begins in the valley", body="<p>Farmers are at work.</p>"
        ),
        actor=SYSTEM, now=now - timedelta(hours=1),
    )  # fmt: skip


def test_nothing_is_missing_on_a_healthy_site(law_of_the_day, other, run, now):
    code, said = run("check_notices")
    zones = zones_of(law_at(load_rules(now), load_atlas(), now))
    # world, front, section, author; feeds of three of them; the day, its map; of two stories the
    # pages and the searches; of all that is no feed and no map, the edition without pictures, too
    assert (code, said) == (0, f"{29 * len(zones)} pages in {len(zones)} zones: nothing missing\n")


def test_stories_that_no_notice_concerns_are_passed_by(on_air, enforce, run):
    enforce(targets=[("topic", "elections")])
    assert run("check_notices")[1].startswith("0 pages in 1 zone:")
    assert "25 pages in" in run("check_notices", story=on_air.pk)[1]


def test_a_page_that_lacks_a_notice_is_listed(law_of_the_day, other, run, monkeypatch):
    monkeypatch.setattr(story_page, "notices_at", lambda *_arguments: ())
    code, said = run("check_notices")
    assert code == 1
    assert f"story\t/en/a/{other.slug}/{other.pk}.html\tzone " in said
    assert "\tRU\tthe notice “warning” is missing at article_foot" in said
    assert "\tFR\tthe notice “label” is missing at article_top" in said
    assert "\tDE\t" not in said


def test_a_banner_that_lists_lack_is_listed(law_of_the_day, run, monkeypatch):
    monkeypatch.setattr(frame, "notices_at", lambda *_arguments: ())
    said = run("check_notices")[1]
    for path in ("/", "/en/", "/en/z/politics/", "/en/author/mara-ellery/"):
        assert f"\t{path}\t" in said


def test_a_notice_that_stands_twice_or_in_the_wrong_place_is_listed(
    law_of_the_day, run, monkeypatch
):
    at = story_page.notices_at

    def twice(resolution, placement, service):
        return at(resolution, placement, service) * 2

    monkeypatch.setattr(story_page, "notices_at", twice)
    assert (
        "the notice “warning” stands here 2 times, not 1 (article_foot)" in run("check_notices")[1]
    )

    def anywhere(resolution, placement, service):
        return at(resolution, "article_foot", service)

    monkeypatch.setattr(frame, "notices_at", anywhere)
    assert "\t/en/\tzone" in run("check_notices")[1]
    assert "the notice “warning” stands here and should not" in run("check_notices")[1]


def test_effects_that_are_not_obeyed_are_listed(law_of_the_day, on_air, run, monkeypatch):
    build = frame.Frame

    def careless(**values):
        return build(**values | {"robots": "", "may_be_stored": True})

    monkeypatch.setattr(frame, "Frame", careless)
    said = run("check_notices")[1]
    assert "\tFR\tnoindex is not in the X-Robots-Tag header" in said
    assert "\tFR\tnoindex is not in the page’s robots element" in said
    assert "\tRU\tno-store is not in the Cache-Control header" in said


def test_controls_that_an_effect_forbids_are_listed(enforce, on_air, run, monkeypatch):
    enforce(targets=[("region", "RU")], reach="matched", effects=["hide_share", "hide_donate"])
    render = views.answer

    def with_controls(request, kind, page, reader, **options):
        response = render(request, kind, page, reader, **options)
        response.content += b"<a data-donate href=/>Give</a><p title='data-share'>data-share</p>"
        return response

    monkeypatch.setattr(views, "answer", with_controls)
    said = run("check_notices")[1]
    assert "\tRU\ta control with data-donate is here, in spite of hide_donate" in said
    assert "data-share" not in said
    assert "\tunknown\t" not in said


def test_a_withheld_teaser_is_listed(law_of_the_day, other, on_air, run, monkeypatch):
    monkeypatch.setattr(readers.Reader, "may_read", lambda _self, _row: True)
    code, said = run("check_notices")
    assert code == 1
    for path in ("/", "/en/", "/en/z/politics/"):
        for what in ("headline", "address", "slug"):
            assert f"\t{path}\tzone " in said
            assert f"\tGB\tthe {what} of story {on_air.pk}, which is withheld here" in said
    assert f"the headline of story {other.pk}" not in said


def test_a_link_to_a_withheld_story_in_another_language_is_listed(
    law_of_the_day, make_story, persian, story, enforce, now, run, monkeypatch
):
    theirs = make_story(
        service=persian,
        headline="رود",
        body="<p>آب بالا آمد.</p>",
        translation_key=story.translation_key,
    )
    row = publish(theirs, actor=SYSTEM, now=now)
    enforce("only-persian", kind="withheld", reach="matched",
            targets=[("region", "IE"), ("service", "fa")])  # fmt: skip
    assert run("check_notices")[0] == 0
    monkeypatch.setattr(readers.Reader, "may_read", lambda _self, _row: True)
    said = run("check_notices", service="en")[1]
    assert f"\tIE\tthe address of story {row.pk}, which is withheld here, can be seen" in said


def test_a_withheld_story_that_still_shows_is_listed(law_of_the_day, on_air, run, monkeypatch):
    monkeypatch.setattr(views, "resolve_story", lambda *_arguments: Resolution())
    said = run("check_notices", story=on_air.pk)[1]
    assert "\tGB\tthe story is withheld here, but the page answers 200, not 451" in said
    assert f"\tGB\tthe first sentence of story {on_air.pk}, which is withheld here" in said


def test_a_page_with_a_wrong_status_is_listed(law_of_the_day, on_air, run, monkeypatch):
    def gone(*_arguments):
        raise views.Http404

    monkeypatch.setattr(views, "service_called", gone)
    assert "\t/en/\tzone" in run("check_notices")[1]
    assert "the page answers 404, not 200" in run("check_notices")[1]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"service": "zz"}, "There is no service “zz”."),
        ({"story": "4711"}, "Story 4711 is not on air."),
        ({"story": "x"}, "“x” is not a whole number above 0."),
        ({"newest": "0"}, "“0” is not a whole number above 0."),
    ],
)
def test_bad_input_is_answered_with_a_sentence(options, sentence, english, run):
    assert run("check_notices", **options) == (1, sentence)


def test_a_story_of_another_service_is_not_found_there(on_air, persian, run):
    code, said = run("check_notices", service="fa", story=on_air.pk)
    assert (code, said) == (1, f"Story {on_air.pk} is not on air in the service “fa”.")


def test_only_the_newest_stories_are_visited(law_of_the_day, other, run):
    few, all_ = (run("check_notices", **options)[1] for options in ({"newest": 1}, {}))
    assert int(few.split()[0]) < int(all_.split()[0])


def test_a_list_of_withheld_stories_alone_may_be_missing_there_and_nowhere_else(
    enforce, on_air, run, monkeypatch
):
    enforce("order", kind="withheld", reach="matched",
            targets=[("region", "GB"), ("story", str(on_air.pk))])  # fmt: skip
    assert run("check_notices")[0] == 0
    monkeypatch.setattr(lists, "readable", lambda *_arguments: [])
    code, said = run("check_notices")
    assert code == 1
    assert "author\t/en/author/mara-ellery/\tzone " in said
    assert "\tGB\tthe page answers 404" not in said


def test_live_coverage_its_entries_and_what_open_pages_ask_for_are_read_too(
    law_of_the_day, story, run, now
):
    go_live(story, now)
    for number in range(3):
        post(story, f"The river stands at the mill, {number}.", now=now)
    zones = zones_of(law_at(load_rules(now), load_atlas(), now))
    # world, front, section, author, the day, the search, the coverage, two of its entries, its
    # updates, each in both editions; feeds of three lists in three forms, the day's map
    code, said = run("check_notices")
    assert (code, said) == (0, f"{31 * len(zones)} pages in {len(zones)} zones: nothing missing\n")
