"""Looking for missing cards reads few rows, from an index alone where all was refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import PublishedStory
from articles.publishing import complete_cards as worker
from articles.publishing import missing_cards
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish

pytestmark = pytest.mark.usefixtures("letters")

EMOJI = "The river 🚨 rises"


def test_a_round_reads_few_rows_and_no_text_of_theirs(old, now, django_assert_num_queries):
    for number in range(missing_cards.FEW + 3):
        old(f"Old {number}")
    with django_assert_num_queries(2) as captured:
        found = missing_cards.missing_cards((), now)
    assert len(found) == missing_cards.FEW
    asked = " ".join(query["sql"] for query in captured)
    assert '"articles_story"' not in asked
    assert '"document"' not in asked


def test_a_look_at_an_archive_that_was_refused_reads_an_index_alone(
    make_story, old, order, english, now, looks
):
    for number in range(6):
        old(f"Old {number}")
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    notice = order(topics=["none"])
    assert notice.pk
    for _round in range(8):
        complete_cards(now)
    PublishedStory.objects.filter(headline__startswith="Old").update(
        share_card="", share_card_refused=missing_cards.by_orders(worker.orders_known(now))
    )
    looks.clear()
    with CaptureQueriesContext(connection) as captured:
        assert complete_cards(now) == 0
    asked = [query["sql"] for query in captured if "share_card_refused" in query["sql"]]
    assert looks == []
    assert len(captured) == 3
    if connection.vendor == "sqlite":
        plans = [plan_of(sql) for sql in asked]
        assert sum(plan.count("published_card_missing") for plan in plans) == 4, plans
        assert not any("SCAN articles_publishedstory" in plan for plan in plans), plans


def plan_of(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row) for row in cursor.fetchall())
