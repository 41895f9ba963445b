"""A migration of a large archive takes longer than any request may; PostgreSQL lets it end."""

import pytest
from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import CommandError
from django.db import connection
from django.db.models.signals import pre_migrate

from articles.management.unhurried import Unhurried

LONG = (
    "check_notices",
    "import_ninjs",
    "import_notices",
    "load_demo",
    "migrate",
    "rebuild_search",
    "verify_manifest",
)
on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has no time limit of a statement"
)


class Look(Unhurried):
    def __init__(self, fails=False):
        super().__init__()
        self.fails, self.seen = fails, None

    def handle(self, *_args, **_options):
        self.seen = limits()
        if self.fails:
            raise CommandError("Not today.")


def limits():
    with connection.cursor() as cursor:
        found = []
        for name in ("statement_timeout", "lock_timeout"):
            cursor.execute(f"SHOW {name}")
            found.append(cursor.fetchone()[0])
        return found


@pytest.mark.parametrize("name", LONG)
def test_a_command_that_walks_through_the_archive_is_unhurried(name):
    assert isinstance(load_command_class(get_commands()[name], name), Unhurried)


@on_postgresql
@pytest.mark.django_db
def test_a_migration_has_all_the_time_it_needs_and_waits_no_longer_for_a_lock():
    seen = []

    def look(**_more):
        seen.append(limits())

    pre_migrate.connect(look)
    try:
        call_command("migrate", verbosity=0)
    finally:
        pre_migrate.disconnect(look)
    assert {tuple(one) for one in seen} == {("0", "5s")}


@on_postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fails", [False, True])
def test_the_limit_is_back_when_the_command_has_ended(fails):
    command = Look(fails)
    try:
        call_command(command)
    except CommandError:
        assert fails
    assert command.seen == ["0", "5s"]
    assert limits() == ["10s", "5s"]


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_made_anew_on_the_way_has_no_limit_either():
    class LoseIt(Look):
        def handle(self, *args, **options):
            connection.close()
            super().handle(*args, **options)

    command = LoseIt()
    call_command(command)
    assert command.seen == ["0", "5s"]
    assert limits() == ["10s", "5s"]


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_request_afterwards_keeps_its_limit(client):
    call_command(Look())
    connection.close()
    assert limits() == ["10s", "5s"]


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_command_that_calls_another_stays_unhurried_to_its_end():
    class CallsAnother(Look):
        def handle(self, *args, **options):
            call_command(Look())
            super().handle(*args, **options)

    command = CallsAnother()
    call_command(command)
    assert command.seen == ["0", "5s"]
    assert limits() == ["10s", "5s"]
