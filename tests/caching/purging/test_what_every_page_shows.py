"""A change of the house or of the law purges every page; every tag of the list stands on one."""

import inspect

import pytest

from articles.caching import tags
from articles.models import (
    Region,
)
from articles.publishing.atlas_change import region_changed
from articles.publishing.notices import approve, propose, retire
from tests.notices import write_notice


@pytest.mark.parametrize("noun", ["service", "section", "topic"])
def test_a_change_of_what_every_page_shows_purges_every_page(
    noun, site, pages, gone, english, politics, library, at_the_desk
):
    changed = {"service": english, "section": politics, "topic": library["water"]}[noun]
    at_the_desk(changed, name="Quite another")
    assert gone() == set(pages)


@pytest.fixture
def notice(cast, english, persian, politics, now):
    """Proposed, not in force."""
    return propose(write_notice(now, reach="everyone"), actor=cast.legal_officer, now=now)


def test_a_notice_purges_every_page_when_it_comes_and_when_it_goes(
    site, pages, gone, notice, cast, now
):
    approve(notice, actor=cast.second_legal_officer, now=now)
    assert gone() == set(pages)
    assert b'data-notice="warning"' in site.get(pages["river"]).body
    retire(notice.notice, actor=cast.legal_officer, now=now, reason="It was lifted")
    assert gone() == set(pages)
    assert b'data-notice="warning"' not in site.get(pages["river"]).body


def test_a_changed_region_purges_every_page(pages, gone, cast, now):
    region_changed(Region.objects.get(code="UA-43"), actor=cast.administrator, now=now)
    assert gone() == set(pages)


def kind_of(tag: str) -> str:
    return tag.partition("-")[0]


def test_every_tag_of_the_list_stands_on_a_page_and_no_page_has_another(site, pages):
    made = {
        name: function(*("x" for _argument in inspect.signature(function).parameters))
        for name, function in inspect.getmembers(tags, inspect.isfunction)
        if name != "file"  # stands on a photo's file, which is no page
    }
    listed = {kind_of(tag) for tag in made.values()} | {tags.STANDING, tags.NOTICES, tags.WORLD}
    carried = {tag for entry in site.cache.store._entries.values() for tag in entry.tags}
    assert {kind_of(tag) for tag in carried} == listed
