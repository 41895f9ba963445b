"""Topics and authors: their words, their way back, and an index however many stories they have."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from articles.models import Contributor, PublishedContributor, PublishedTopic, Topic, TopicName
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.front.test_queries import queries_of

LISTS = ["/en/t/water/", "/en/author/mara-ellery/"]


@pytest.fixture
def water(db):
    topic = Topic.objects.create(slug="water", name="Water (desk)")
    TopicName.objects.create(
        topic=topic, language="en", name="Water", description="Rivers, rain & dams."
    )
    return topic


@pytest.fixture
def many(water, make_story, reporter_byline, now):
    for number in range(33):
        made = make_story(headline=f"Story {number:02}")
        made.topics.add(water)
        made.bylines.create(contributor=reporter_byline)
        publish(made, actor=SYSTEM, now=now + timedelta(minutes=number))


def test_a_topic_has_a_name_and_a_description_in_the_readers_language(many, client):
    page = client.get("/en/t/water/").content.decode()
    assert '<h1 dir="auto">Water</h1>' in page
    assert "Rivers, rain &amp; dams." in page
    assert '<meta name="description" content="Rivers, rain &amp; dams.">' in page
    assert "(desk)" not in page
    assert 'href="/en/search/?topic=water"' in page


def test_a_topic_nobody_translated_has_the_desks_name(water, story, now, client):
    water.names.all().delete()
    story.topics.add(water)
    publish(story, actor=SYSTEM, now=now)
    assert '<h1 dir="auto">Water (desk)</h1>' in client.get("/en/t/water/").content.decode()


def test_a_topic_of_another_service_has_no_page_here(many, persian, client):
    assert client.get("/fa/t/water/").status_code == 404


@pytest.mark.parametrize("path", LISTS)
def test_older_pages_lead_back_to_the_newest(path, many, client):
    first = client.get(path).content.decode()
    older = re.search(r'href="([^"]+)" rel="next"', first)[1].replace("&amp;", "&")
    second = client.get(older).content.decode()
    seen = [f"Story {number:02}" for number in range(33)]
    assert all((text in first) != (text in second) for text in seen)
    assert "Back to the newest" not in first
    assert f'<a href="{path}">Back to the newest stories</a>' in second


@pytest.mark.parametrize("path", LISTS)
def test_a_list_costs_at_most_three_queries(path, many, client):
    assert len(queries_of(client, path)) <= 3


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans are read as SQLite writes them")
@pytest.mark.parametrize("path", LISTS)
def test_the_newest_are_read_from_an_index_and_nothing_is_sorted_but_a_page(path, many, client):
    stories = [sql for sql in queries_of(client, path) if '"articles_publishedstory"' in sql]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {stories[0]}".replace("%", "%%"))
        plan = {row[0]: (row[1], row[3]) for row in cursor.fetchall()}
    inner = next(number for number, (_parent, step) in plan.items() if "SUBQUERY" in step)
    steps = [step for parent, step in plan.values() if parent == inner]
    assert any("USING COVERING INDEX newest_of_" in step for step in steps), plan
    assert not any("TEMP B-TREE" in step for step in steps), plan
    outer = [step for parent, step in plan.values() if parent == 0]
    assert any("(story_id=?)" in step for step in outer), plan


def test_what_goes_out_again_stands_in_the_lists_of_today(story, water, now):
    row = publish(story, actor=SYSTEM, now=now)
    assert not PublishedTopic.objects.exists()
    story.refresh_from_db()
    story.topics.add(water)
    publish(story, actor=SYSTEM, now=now + timedelta(days=1))
    (topic,), (person,) = PublishedTopic.objects.all(), PublishedContributor.objects.all()
    for listed in (topic, person):
        assert (listed.on_air_id, listed.published_at) == (row.pk, now)
        assert listed.service_id == row.service_id


def test_a_person_without_a_public_credit_is_never_named_by_the_desks_name(many, client):
    Contributor.objects.create(name="Real Name", slug="p-17", byline_policy="pseudonym")
    reply = client.get("/en/author/p-17/")
    assert reply.status_code == 404
    assert b"Real Name" not in reply.content
