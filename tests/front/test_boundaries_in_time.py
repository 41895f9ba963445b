"""A notice stands from its second to its second, on every page, without anybody doing anything."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.models import RegionMembership

MIDNIGHT = datetime(2026, 2, 3, 0, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def at(reader_in, url):
    """The pages of a reader at a moment; nothing is told to the process in between."""
    get = reader_in("RU")

    def ask(moment, path=url):
        with time_machine.travel(moment, tick=False):
            return get(path).content.decode()

    return ask


@pytest.fixture
def banner(enforce):
    return enforce(
        "silence", regions=["RU"], placements=["site_banner"], starts_at=MIDNIGHT,
        ends_at=MIDNIGHT + timedelta(days=1),
    )  # fmt: skip


@pytest.mark.parametrize("page", ["/", "/en/", "/en/z/politics/", "story"])
def test_it_comes_and_goes_by_itself(page, at, banner, url):
    path = url if page == "story" else page
    shown = [
        'data-notice="silence"' in at(moment, path)
        for moment in (
            MIDNIGHT - SECOND,
            MIDNIGHT,
            MIDNIGHT + SECOND,
            MIDNIGHT + timedelta(days=1) - SECOND,
            MIDNIGHT + timedelta(days=1),
        )
    ]
    assert shown == [False, True, True, True, False]


def test_an_order_ends_with_its_second(at, on_air, enforce):
    enforce("order", regions=["RU"], story=on_air, kind="withheld", reach="matched",
            ends_at=MIDNIGHT)  # fmt: skip
    assert on_air.headline not in at(MIDNIGHT - SECOND, "/en/")
    assert on_air.headline in at(MIDNIGHT, "/en/")


def test_a_country_that_leaves_a_group_takes_its_notices_with_it(at, enforce):
    enforce("members", regions=["CIS"], reach="matched")
    RegionMembership.objects.update_or_create(
        group_id=_id("CIS"), member_id=_id("RU"), defaults={"ends_on": MIDNIGHT.date()}
    )
    assert 'data-notice="members"' in at(MIDNIGHT - SECOND)
    assert 'data-notice="members"' not in at(MIDNIGHT)


def _id(code):
    from articles.models import Region

    return Region.objects.get_or_create(code=code, defaults={"name": code, "kind": "group"})[0].pk
