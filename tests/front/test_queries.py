"""What a page costs in queries in a warm process, and which tables it may touch."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.caching.watch import watch
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

WORKING_COPY = (
    "articles_story",
    "articles_storyversion",
    "articles_storyphoto",
    "articles_byline",
    "articles_correction",
    "articles_photo",
    "articles_legalnotice",
    "articles_noticetext",
    "auth_user",
)


@pytest.fixture
def busy_front(make_story, story, now, english, persian):
    """Enough stories for a second page, one of them breaking and translated."""
    for number in range(34):
        made = make_story(headline=f"Story {number}")
        publish(made, actor=SYSTEM, now=now - timedelta(minutes=number))
    story.breaking_until = now + timedelta(days=36500)
    story.save()
    publish(
        make_story(service=persian, headline="رود", translation_key=story.translation_key),
        actor=SYSTEM,
        now=now,
    )
    return publish(story, actor=SYSTEM, now=now)


def queries_of(client, path):
    client.get(path)  # warm
    watch.due_at = 0.0  # the look at the ledger counts, too
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    said = [query["sql"] for query in captured]
    # On a machine that is busy a request may last until the next look.
    looks = [sql for sql in said if '"articles_cacheledger"' in sql]
    return [sql for sql in said if sql not in looks] + looks[:1]


def test_a_story_page_costs_at_most_two_queries(busy_front, client):
    path = f"/en/a/{busy_front.slug}/{busy_front.pk}.html"
    assert len(queries_of(client, path)) <= 2


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/en/z/politics/", "/en/author/mara-ellery/", "/fa/"]
)
def test_a_front_costs_at_most_four_queries(path, busy_front, client):
    assert len(queries_of(client, path)) <= 4


def test_no_public_address_touches_a_working_copy(busy_front, client, english):
    for output in OUTPUTS:
        for path in output.paths(busy_front, english):
            for sql in queries_of(client, path):
                for table in WORKING_COPY:
                    assert f'"{table}"' not in sql, (path, sql)


@pytest.mark.parametrize("path", ["/", "/en/", "/en/z/politics/", "story", "story?in=RU"])
def test_notices_add_no_query_to_a_page_that_is_warm(path, busy_front, client, enforce):
    path = path.replace("story", f"/en/a/{busy_front.slug}/{busy_front.pk}.html")
    before = queries_of(client, path)
    for number, place in enumerate(["RU", "UA-OCC", "EEA", "GB"]):
        enforce(f"notice-{number}", regions=[place], placements=["site_banner", "article_foot"])
    enforce("order", regions=["GB"], story=busy_front, kind="withheld", reach="matched")
    assert "data-notice" in client.get(path).content.decode()
    assert len(queries_of(client, path)) == len(before)
