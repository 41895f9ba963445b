"""What was meant is looked for among few words, however long and many the stories are."""

import random
import re

import pytest
from django.db import connection

from articles.front import meant
from articles.models import SearchEntry
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.search import resembling
from articles.text import misspelt
from tests.front.test_queries import queries_of

LETTERS, LONG, MANY = "abcdefghijklmnopqrstuvwxyz", 1500, 12


@pytest.fixture
def long_stories(make_story, now):
    """Each of the words of a long read, and all about a flood."""
    chance = random.Random(7)
    for number in range(MANY):
        on_air = publish(make_story(headline=f"Flooding {number}"), actor=SYSTEM, now=now)
        words = " ".join("".join(chance.choices(LETTERS, k=8)) for _word in range(LONG))
        entry = SearchEntry.objects.get(on_air=on_air)
        SearchEntry.objects.filter(pk=entry.pk).update(words=f"{entry.words} {words}")


@pytest.fixture
def measured(monkeypatch):
    """The words that were held against one of the question."""
    found, distance = [], misspelt.distance

    def noted(one, other, most):
        found.append(other)
        return distance(one, other, most)

    monkeypatch.setattr(misspelt, "distance", noted)
    return found


@pytest.mark.parametrize("question", ["floding", "floding+vally", "floding+vally+vilagers"])
def test_few_words_of_many_are_measured(question, long_stories, client, measured):
    assert client.get(f"/en/search/?q={question}").status_code == 200
    assert len(measured) < 200


def test_only_those_that_the_index_can_have_found(long_stories, client, measured):
    page = client.get("/en/search/?q=floding").content.decode()
    assert "<bdi>flooding</bdi>" in page
    assert measured
    assert {word[:3] for word in measured} == {"flo"}


def test_words_beyond_the_newest_stories_are_not_looked_at(
    long_stories, client, measured, monkeypatch
):
    looked_at, likely = [], meant._likely

    def noted(spelling, words):
        looked_at.extend(words)
        return likely(spelling, words)

    monkeypatch.setattr(meant, "_likely", noted)
    client.get("/en/search/?q=floding")
    assert LONG < len(looked_at) <= meant.MOST_WORDS_LOOKED_AT


@pytest.fixture
def flooding(make_story, now):
    """On air, so many stories about a flood, the last of them the newest."""

    def make(many):
        for number in range(many):
            publish(make_story(headline=f"Flooding {number}"), actor=SYSTEM, now=now)

    return make


def test_its_queries_are_as_many_for_one_story_as_for_a_hundred(flooding, client):
    flooding(1)
    few = queries_of(client, "/en/search/?q=floding")
    flooding(99)
    many = queries_of(client, "/en/search/?q=floding")
    assert len(few) == len(many) <= 4  # besides what it found: nothing, and what is new
    assert sum("MATCH" in sql or "@@" in sql for sql in many) == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL stops otherwise, see below")
def test_of_all_that_resemble_the_question_only_the_newest_are_fetched(
    flooding, make_story, client, now, monkeypatch
):
    publish(make_story(headline="The oldest is called Floodings"), actor=SYSTEM, now=now)
    flooding(3)
    assert "<bdi>floodings</bdi>" in client.get("/en/search/?q=floodins").content.decode()
    monkeypatch.setattr(resembling, "MOST_RESEMBLING", 3)
    page = client.get("/en/search/?q=floodins").content.decode()
    assert "<bdi>flooding</bdi>" in page
    assert "floodings</bdi>" not in page
    asked = queries_of(client, "/en/search/?q=floodins")
    assert any("DESC LIMIT 3)" in sql for sql in asked)


@pytest.fixture
def archive(english):
    """Entries alone, of an archive that is large enough for plans to matter."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchentry (on_air_id, service_id, published_at, words) "
            "SELECT n, %s, TIMESTAMPTZ '2025-01-01' + n * INTERVAL '1 second', "
            "(SELECT string_agg(md5((n * 50 + k)::text), ' ') FROM generate_series(1, 30) k) "
            "FROM generate_series(1000001, 1008000) n",
            [english.pk],
        )
        # What was written at last waits beside the index, and makes it dear.
        cursor.execute("SELECT gin_clean_pending_list('articles_searchentry_vector')")
        cursor.execute("ANALYZE articles_searchentry")
    yield
    SearchEntry.objects.filter(pk__gt=1_000_000).delete()


on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the plan of PostgreSQL is told otherwise"
)


def plan_of(client, path, how="EXPLAIN"):
    asked = [sql for sql in queries_of(client, path) if "COALESCE" in sql]
    assert len(asked) == 1 + (connection.vendor == "postgresql")  # whose search is asked so, too
    with connection.cursor() as cursor:
        cursor.execute(f"{how} {asked[-1]}")
        return "\n".join(str(row) for row in cursor.fetchall())


@on_postgresql
@pytest.mark.parametrize(
    "question", ["floding", "xqzwvk", "floding+vally", "floding&to=2026-01-01", "floding&from=2025"]
)
def test_postgresql_takes_the_index_of_words_and_walks_through_no_archive(
    question, archive, flooding, client
):
    flooding(2)
    plan = plan_of(client, f"/en/search/?q={question}")
    assert "Bitmap Index Scan on articles_searchentry_vector" in plan
    assert "Seq Scan on articles_searchentry" not in plan
    assert "Backward using articles_searchentry" not in plan


@on_postgresql
def test_postgresql_leaves_its_index_alone_where_the_newest_suffice(
    archive, flooding, client, monkeypatch
):
    flooding(3)
    index = r"articles_searchentry_vector[^\n]*never executed"
    whole = "EXPLAIN (ANALYZE, TIMING OFF)"
    assert not re.search(index, plan_of(client, "/en/search/?q=floding", whole))
    monkeypatch.setattr(meant, "LOOKED_AT", 3)
    assert re.search(index, plan_of(client, "/en/search/?q=floding", whole))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL is asked above")
def test_no_walk_through_the_archive_of_a_service(flooding, client):
    flooding(2)
    assert "search_newest" not in plan_of(client, "/en/search/?q=floding", "EXPLAIN QUERY PLAN")
