"""What a page asks does not grow with the archive: rows are limited, and found by an index."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from articles.models import PublishedStory, Topic
from articles.models.published import LEADING_FOR
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.front.test_queries import queries_of

# Kept in memory and as many as the newsroom has: services, sections, law. The rest is stories.
STORIES = '"articles_publishedstory"'
# By the key of one story and its language versions, of which there is one a service.
BY_KEY = ('"translation_key" IN', '."story_id" = ')


@pytest.fixture
def archive(make_story, story, now, english, persian):
    """Two pages of stories with a topic and an author, one of them also in Persian."""
    topic = Topic.objects.create(slug="water", name="Water")
    for number in range(34):
        made = make_story(headline=f"Story {number}")
        made.topics.add(topic)
        publish(made, actor=SYSTEM, now=now - timedelta(days=number))
    story.topics.add(topic)
    publish(
        make_story(service=persian, headline="رود", translation_key=story.translation_key),
        actor=SYSTEM,
        now=now,
    )
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def addresses(archive, english):
    found = {path for output in OUTPUTS for path in output.paths(archive, english)}
    before = f"before={(archive.published_at - timedelta(days=3)).isoformat()}_5"
    older = {f"{path}?{before}".replace("+", "%2B") for path in found if path.endswith("/")}
    return sorted(found | older | {"/", "/en/t/water/", "/en/author/mara-ellery/"})


def test_every_public_query_for_stories_is_limited_or_by_key(addresses, client):
    for path in addresses:
        for sql in queries_of(client, path):
            if STORIES in sql:
                is_bounded = re.search(r" LIMIT \d+", sql) or any(key in sql for key in BY_KEY)
                assert is_bounded, (path, sql)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans are read as SQLite writes them")
def test_no_public_query_reads_through_the_whole_archive(addresses, client):
    for path in addresses:
        for sql in queries_of(client, path):
            if STORIES in sql:
                assert whole_scans(sql) == [], (path, sql)


def whole_scans(sql):
    """The steps of its plan that go through all stories, under whatever name they stand there."""
    names = ["articles_publishedstory", *re.findall(rf"{STORIES} ([A-Z]+\d+)", sql)]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
        steps = [row[3] for row in cursor.fetchall()]
    return [step for step in steps if re.match(rf"SCAN ({'|'.join(names)})\b", step)]


# -- What leads, found without ranking the archive -------------------------------------------------


@pytest.fixture
def air(make_story, now, english):
    """``air("headline", hours=…, urgency=…)``: on air, that many hours old."""

    def put(headline, hours, *, urgency=5, breaking=False, service=english):
        made = make_story(service=service, headline=headline, urgency=urgency, section=None)
        if breaking:
            made.breaking_until = now + timedelta(hours=1)
            made.save()
        return publish(made, actor=SYSTEM, now=now - timedelta(hours=hours))

    return put


def leading(now):
    rows = PublishedStory.objects.leader_of_each_service(now, now - LEADING_FOR)
    return sorted(rows, key=lambda row: row.pk)


def test_a_breaking_story_leads_however_old_and_minor(air, now):
    air("urgent", 1, urgency=1)
    old = air("breaking", 100, urgency=9, breaking=True)
    assert leading(now) == [old]


def test_the_most_urgent_of_the_last_day_and_a_half_leads(air, now):
    air("newest", 1, urgency=5)
    urgent = air("urgent", 35, urgency=2)
    air("urgent yesterday", 37, urgency=1)
    assert leading(now) == [urgent]


def test_among_equals_the_newest_leads(air, now):
    air("older", 3)
    newer = air("newer", 2)
    assert leading(now) == [newer]


def test_where_nothing_is_new_the_newest_leads_and_each_service_has_its_own(
    air, now, persian, english
):
    air("old and urgent", 300, urgency=1)
    newest = air("old", 200, urgency=9)
    other = air("رود", 1, service=persian)
    assert leading(now) == sorted([newest, other], key=lambda row: row.pk)
