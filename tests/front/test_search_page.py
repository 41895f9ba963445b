"""The search page: found, narrowed, marked, and good manners where there is nothing."""

import re
from datetime import timedelta

import pytest

from articles.models import Section, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.front.test_queries import WORKING_COPY, queries_of


def links(page):
    return re.findall(r'href="/en/a/[^"]+/(\d+)\.html', page.partition("<main")[2])


@pytest.fixture
def search(client):
    def ask(question="", **parameters):
        reply = client.get("/en/search/", {"q": question} | parameters)
        assert reply.status_code == 200
        return reply.content.decode()

    return ask


@pytest.fixture
def stories(on_air, make_story, now, english):
    """Three about rivers: another section, another topic, other days."""
    culture = Section.objects.create(service=english, name="Culture", slug="culture")
    water = Topic.objects.create(slug="water", name="Water")
    older = make_story(headline="River songs", section=culture)
    oldest = make_story(headline="River law", body="<p>About <em>a</em> & b: dams &amp; weirs.</p>")
    oldest.topics.add(water)
    return {
        "newest": on_air,
        "older": publish(older, actor=SYSTEM, now=now - timedelta(days=3)),
        "oldest": publish(oldest, actor=SYSTEM, now=now - timedelta(days=9)),
    }


def test_the_newest_stands_first(stories, search):
    ids = [str(stories[name].pk) for name in ("newest", "older", "oldest")]
    assert links(search("river")) == ids


def test_a_search_is_narrowed_by_section_topic_and_day(stories, search):
    pk = {name: str(row.pk) for name, row in stories.items()}
    assert links(search("river", section="culture")) == [pk["older"]]
    assert links(search("river", topic="water")) == [pk["oldest"]]
    assert links(search("river", **{"from": "2026-01-30"})) == [pk["newest"]]
    assert links(search("river", to="2026-01-29")) == [pk["older"], pk["oldest"]]
    assert links(search("river", to="2026-01-29", **{"from": "2026-01-29"})) == [pk["older"]]


def test_a_day_is_one_of_the_services_own_clock(make_story, search, now):
    late = now.replace(day=1, hour=23, minute=30)  # half past midnight in Prague
    row = publish(make_story(headline="Midnight"), actor=SYSTEM, now=late)
    assert links(search("midnight", **{"from": "2026-02-02"})) == [str(row.pk)]
    assert "Nothing was found" in search("midnight", to="2026-02-01")


@pytest.mark.parametrize(
    "parameters",
    [
        {"from": "yesterday"},
        {"to": "9999-12-31"},
        {"from": "0001-01-01"},
        {"section": "no-such"},
        {"topic": "'; DROP TABLE"},
        {"before": "nonsense"},
        {"topic": "x" * 500},
    ],
)
def test_what_makes_no_sense_is_as_good_as_absent(parameters, on_air, search):
    assert links(search("river", **parameters)) == [str(on_air.pk)]


def test_found_words_are_marked_in_headline_and_passage(stories, search):
    page = search("riv weirs")
    assert "<mark>River</mark> law</a>" in page
    assert "b: dams &amp; <mark>weirs</mark>." in page


def test_marks_do_not_open_a_way_for_markup(make_story, search, now):
    row = publish(
        make_story(headline='<img src=x onerror="a">beware</script> & co'), actor=SYSTEM, now=now
    )
    page = search("beware")
    assert links(page) == [str(row.pk)]
    assert "<img src=x" not in page
    assert "&lt;img" in page


def test_nothing_found_is_said_and_the_latest_is_offered(on_air, search):
    page = search("riverbanks <b>")
    assert "Nothing was found for “<bdi>riverbanks &lt;b&gt;</bdi>”" in page
    assert links(page) == [str(on_air.pk)]


@pytest.mark.parametrize(
    "question",
    ["x" * 10_000, "\x00river\x00", '"river', "river*", "a OR b NOT c", "%", "\u202eabc", "'", "-"],
)
def test_hostile_questions_get_a_page(question, on_air, search):
    assert "<h1>Search</h1>" in search(question)


def test_without_a_question_there_is_the_form_alone(on_air, search, client):
    page = search()
    assert 'role="search"' in page
    assert links(page) == []
    assert 'href="/en/search/"' in client.get("/en/").content.decode()


def test_pages_go_on_by_key_with_the_same_question(make_story, search, client, now):
    for number in range(33):
        made = make_story(headline=f"Flood {number:02}")
        publish(made, actor=SYSTEM, now=now + timedelta(minutes=number))
    first = search("flood", **{"from": "2026-01-01"})
    older = re.search(r'href="([^"]+)" rel="next"', first)[1].replace("&amp;", "&")
    assert "q=flood" in older
    assert "from=2026-01-01" in older
    second = client.get(older).content.decode()
    assert len(links(first)) == 30
    assert len(links(second)) == 3
    assert "Back to the newest" in second


# -- Law, privacy, caches --------------------------------------------------------------------------


def test_a_withheld_story_is_not_found_where_it_is_withheld(stories, enforce, story, reader_in):
    story.refresh_from_db()
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    there = reader_in("GB")("/en/search/?q=river").content.decode()
    assert links(there) == [str(stories[name].pk) for name in ("older", "oldest")]
    assert "rises" not in there
    assert "rises" in reader_in("IE")("/en/search/?q=river").content.decode()
    alone = reader_in("GB")("/en/search/?q=rises").content.decode()
    assert "Nothing was found" in alone
    assert str(stories["newest"].pk) not in links(alone)


def test_a_topic_is_not_named_by_a_withheld_story(enforce, make_story, now, reader_in):
    made = make_story(headline="River trial")
    made.topics.add(Topic.objects.create(slug="trial", name="The trial of X"))
    publish(made, actor=SYSTEM, now=now)
    enforce("order", regions=["GB"], story=made, kind="withheld", reach="matched")
    for path in ("/en/search/?q=river", "/en/search/?q=river&topic=trial"):
        assert "The trial of X" not in reader_in("GB")(path).content.decode()
        assert "The trial of X" in reader_in("IE")(path).content.decode()


def test_an_effect_takes_a_story_out_of_search_alone(on_air, enforce, story, reader_in, url):
    enforce(story=story, regions=["RU"], effects=["drop_from_search"])
    assert "Nothing was found" in reader_in("RU")("/en/search/?q=rises").content.decode()
    assert reader_in("RU")(url).status_code == 200
    assert links(reader_in("DE")("/en/search/?q=rises").content.decode()) == [str(on_air.pk)]


def test_banners_stand_on_search_pages(on_air, enforce, reader_in):
    enforce(regions=["RU"], placements=["site_banner"])
    assert b"data-notice" in reader_in("RU")("/en/search/?q=rises").content


def test_search_engines_are_kept_out_of_answers(on_air, client):
    assert client.get("/en/search/", {"q": "river"})["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/en/search/")


@pytest.mark.parametrize("question", ["river", "weirs", "nothing-like-it"])
def test_a_search_costs_at_most_four_queries_and_touches_no_working_copy(question, stories, client):
    asked = queries_of(client, f"/en/search/?q={question}")
    assert len(asked) <= 4
    for sql in asked:
        for table in WORKING_COPY:
            assert f'"{table}"' not in sql, sql
