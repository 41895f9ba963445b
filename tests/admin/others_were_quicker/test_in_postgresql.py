"""Two at the same story in a real PostgreSQL: who waits in vain is told so, a victim goes on."""

import threading
import time

import psycopg2
import pytest
from django.db import connection

from articles.models import PublishedStory
from tests.admin.others_were_quicker.giving_way import PAGE, QUICKER, url

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows one writer alone"),
    pytest.mark.django_db(transaction=True),
]
WAITERS = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def colleague():
    """Somebody else's connection to the same database."""
    other = psycopg2.connect(**connection.get_connection_params())
    yield other.cursor()
    other.close()


def hold(cursor, row):
    table = row._meta.db_table
    cursor.execute(f"SELECT 1 FROM {table} WHERE id = %s FOR NO KEY UPDATE", [row.pk])


def test_who_waits_in_vain_sends_it_later(story, cast, log_in, colleague):
    client = log_in(cast.desk_editor)
    hold(colleague, story)
    with connection.cursor() as own:
        own.execute("SET lock_timeout = '200ms'")
    answer = client.post(url("publish", story), headers=PAGE)
    assert answer.status_code == 503
    assert QUICKER in answer.content.decode()
    colleague.connection.rollback()
    assert client.post(url("publish", story), headers=PAGE).status_code == 302


def test_the_victim_of_a_circle_is_published_when_the_other_has_ended(
    story, photo, cast, log_in, colleague
):
    client = log_in(cast.desk_editor)
    colleague.execute("SET deadlock_timeout = '60s'")  # it is the other one who notices
    hold(colleague, photo)

    def close_the_circle():
        with psycopg2.connect(**connection.get_connection_params()) as third:
            look, until = third.cursor(), time.monotonic() + 10
            while time.monotonic() < until:
                look.execute(WAITERS)
                if look.fetchone()[0]:
                    break
        hold(colleague, story)
        colleague.connection.commit()

    other = threading.Thread(target=close_the_circle)
    other.start()
    answer = client.post(url("publish", story), headers=PAGE)
    other.join()
    assert answer.status_code == 302
    assert PublishedStory.objects.get().headline == story.headline
