"""What was removed, killed, taken down or withheld is at none of its addresses."""

import re

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.kill_photo import kill_photo
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.unpublish import unpublish
from tests.front.live.asking import html_of, own
from tests.live import go_live


@pytest.mark.parametrize("note", ["", "It repeated a rumour."])
def test_a_removed_entry_is_gone_from_every_address(note, client, path, updates, tell, now):
    tell(1)
    entry = tell(2, "A rumour about Karasu.", headline="Rumour")
    remove_entry(entry, actor=SYSTEM, now=now, reason="secret reason", note=note)
    for one, status in ((path, 200), (updates, 200), (own(path, entry), 410)):
        html = html_of(client, one, status)
        assert "rumour about" not in html.lower()
        assert "secret reason" not in html
        assert not note or note in html, one
    assert (f'data-gone="{entry.pk}"' in html_of(client, updates)) is not note


def test_killed_and_withdrawn_coverage_is_gone_from_every_address(
    client, path, updates, tell, live, now
):
    entry = tell(1, "The bridge.")
    addresses = (path, updates, own(path, entry))
    unpublish(live, actor=SYSTEM, now=now)
    assert {client.get(one).status_code for one in addresses} == {404}
    live.refresh_from_db()
    go_live(live, now)
    kill(live, actor=SYSTEM, now=now, reason="A source is at risk")
    for one in addresses:
        assert "bridge" not in html_of(client, one, 410).lower(), one


def test_where_the_story_is_withheld_so_is_everything_of_it(
    path, updates, tell, live, enforce, reader_in
):
    entry = tell(1, "The bridge.", headline="Bridge closed")
    enforce("order", regions=["RU"], story=live, kind="withheld", reach="matched")
    for one in (path, updates, own(path, entry)):
        for asked in (one, one.replace("the-river-rises", "x")):
            response = reader_in("RU")(asked)
            assert response.status_code in (451, 301), asked
            assert "river-rises" not in response.get("Location", "") or asked == one
        response = reader_in("RU")(one)
        assert response.status_code == 451, one
        assert "bridge" not in response.content.decode().lower()
        assert reader_in("DE")(one).status_code == 200


def test_notices_stand_on_an_entrys_page_and_in_what_open_pages_ask_for(
    path, updates, tell, enforce, reader_in
):
    entry = tell(1)
    mark = re.compile(r'data-mark="(\w+)"')
    before = mark.findall(reader_in("RU")(updates).content.decode())[0]
    places = ["site_banner", "article_top", "article_foot"]
    enforce(regions=["RU"], placements=places, reach="matched")
    for one in (path, updates, own(path, entry)):
        assert reader_in("RU")(one).content.decode().count('data-notice="warning"') == 3, one
        assert "data-notice" not in reader_in("DE")(one).content.decode(), one
    # An open page learns that its notices are others by now.
    assert mark.findall(reader_in("RU")(updates).content.decode())[0] != before
    assert mark.findall(reader_in("DE")(updates).content.decode())[0] == before


def test_a_killed_photo_is_gone_from_every_address(client, path, updates, tell, photo, cast, now):
    entry = tell(1, photo=photo)
    tell(2, is_pinned=True, photo=photo)
    for one in (path, updates, own(path, entry)):
        assert f'data-photo="{photo.pk}"' in html_of(client, one)
    kill_photo(photo, actor=cast.photo_editor, now=now, reason="Staged")
    for one in (path, updates, own(path, entry)):
        assert f'data-photo="{photo.pk}"' not in html_of(client, one)
