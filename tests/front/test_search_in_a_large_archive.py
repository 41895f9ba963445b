"""A word of long ago is found without a walk through the archive; the newest always stand first."""

import json
from datetime import timedelta

import pytest
from django.db import connection

from articles.front.found import FoundStories
from articles.models import PublishedStory, SearchEntry, Section, Topic
from articles.pages.search import Question
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.search import matching
from articles.search.matching import terms_asked
from tests.front.test_did_you_mean_is_cheap import on_postgresql
from tests.front.test_queries import queries_of

MANY, PAGE = 12, 2


@pytest.fixture
def stories(make_story, english, politics, now):
    """Twelve, an hour apart; every second is about a dam, every third in a section of its own."""
    science = Section.objects.create(service=english, name="Science", slug="science", position=9)
    floods = Topic.objects.create(slug="floods", name="Floods")
    for number in range(MANY):
        story = make_story(
            headline=f"{'Dam' if number % 2 else 'Bridge'} {number}",
            section=politics if number % 3 else science,
        )
        if number % 4 < 3:
            story.topics.add(floods)
        publish(story, actor=SYSTEM, now=now, first_published_at=now - timedelta(hours=number // 2))
    return science


def pages(service, question):
    """All that is found, a page at a time, each after the last of the one before."""
    found, key = [], None
    while rows := FoundStories(service, question).page(key, PAGE):
        found += [row.headline for row in rows]
        key = (rows[-1].published_at, rows[-1].pk)
    return found


def expected(word, **where):
    rows = PublishedStory.objects.filter(headline__startswith=word, **where).newest_first()
    return [row.headline for row in rows]


@pytest.mark.parametrize("walked", [1, 3, 1_000])
def test_the_newest_stand_first_however_far_one_walks(walked, stories, english, now, monkeypatch):
    monkeypatch.setattr(matching, "NEWEST_WALKED", walked)
    dam, day = {"text": "dam", "terms": terms_asked("dam")}, now.date()
    floods = {"topics__slug": "floods"}
    for chosen, where in (
        ({}, {}),
        ({"section": stories}, {"section": stories}),
        ({"topic": "floods"}, floods),
        ({"section": stories, "topic": "floods"}, floods | {"section": stories}),
        ({"since": day, "until": day}, {}),
    ):
        assert pages(english, Question(**dam, **chosen)) == expected("Dam", **where)
    for nowhere in ({"topic": "nothing"}, {"since": day + timedelta(days=1)}):
        assert pages(english, Question(**dam, **nowhere)) == []
    both = Question(text="dam rises", terms=terms_asked("dam 3"))
    assert pages(english, both) == ["Dam 3"]


@pytest.mark.parametrize("walked", [1, 2, 3, 5, 1_000])
@pytest.mark.parametrize("chosen", [{}, {"topic": "floods"}])
def test_a_page_is_full_wherever_the_walk_ended(chosen, walked, stories, english, monkeypatch):
    """A reader's list ends at the first page that is not."""
    monkeypatch.setattr(matching, "NEWEST_WALKED", walked)
    words = expected("Dam", **({"topics__slug": "floods"} if chosen else {}))
    asked = Question(text="dam", terms=terms_asked("dam"), **chosen)
    for many in range(1, len(words) + 1):
        rows = FoundStories(english, asked).page(None, many)
        assert [row.headline for row in rows] == words[:many]


@pytest.fixture
def archive(english, now):
    """Entries alone; a word that stands in all of the older half, and in none since."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchentry (on_air_id, service_id, published_at, words) "
            "SELECT n, %s, %s - (n - 1000000) * INTERVAL '1 hour', CASE WHEN n > 1006000 THEN "
            "'ancient ' ELSE '' END || 'common ' || "
            "(SELECT string_agg(md5((n * 50 + k)::text), ' ') FROM generate_series(1, 30) k) "
            "FROM generate_series(1000001, 1012000) n",
            [english.pk, now],
        )
        cursor.execute("SELECT gin_clean_pending_list('articles_searchentry_vector')")
        cursor.execute("ANALYZE articles_searchentry")
    yield
    SearchEntry.objects.filter(pk__gt=1_000_000).delete()


def walked_by(client, path):
    """How many entries were looked into from the newest on, of all queries of a page."""
    looked_into = 0
    for sql in queries_of(client, path):
        if "articles_searchentry" not in sql:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}")
            plan = cursor.fetchone()[0]
        found = json.loads(plan) if isinstance(plan, str) else plan
        looked_into += sum(map(_walked, _nodes(found[0]["Plan"])))
    return looked_into


def _nodes(plan):
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)


def _walked(node):
    if node["Node Type"].startswith("Bitmap"):
        return 0
    if node.get("Index Name") != "search_newest" and (
        node["Node Type"] != "Seq Scan" or node["Relation Name"] != "articles_searchentry"
    ):
        return 0
    seen = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    return seen * node["Actual Loops"]


@on_postgresql
@pytest.mark.parametrize(
    "question", ["ancient", "ancient+common", "ancient&from=2025-12-01", "common&topic=nothing"]
)
def test_postgresql_walks_through_no_archive(question, archive, stories, client):
    assert walked_by(client, f"/en/search/?q={question}") <= 4 * matching.NEWEST_WALKED


@on_postgresql
def test_what_ends_within_the_walk_is_not_asked_of_the_index(archive, stories, client):
    asked = [sql for sql in queries_of(client, "/en/search/?q=ancient&topic=floods") if "@@" in sql]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {asked[0]}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    found = [line for line in plan.splitlines() if "articles_searchentry_vector" in line]
    assert found
    assert all("never executed" in line for line in found)


@on_postgresql
@pytest.mark.parametrize("question", ["commmn", "ancieent"])
def test_of_hundreds_of_spellings_some_are_asked_for_at_a_time(question, archive, stories, client):
    """For each story that has one of them PostgreSQL goes through all asked for together."""
    asked = [sql for sql in queries_of(client, f"/en/search/?q={question}") if "@@" in sql][-1]
    lists = [part for part in asked.split("::tsquery") if "@@ (SELECT" in part]
    assert max(part.rpartition("@@ (SELECT")[2].count("|") for part in lists) < 40
