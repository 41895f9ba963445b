"""A link that is over, ended or deleted opens nothing any more."""

from datetime import timedelta

import time_machine

from articles.publishing.kill import kill
from articles.publishing.preview_links import end_link
from articles.publishing.publish import publish
from tests.admin.secret_preview_links.reply import html


def test_when_its_time_is_over_it_says_so(link, client, now):
    _row, address = link(hours=1)
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        page = client.get(address)
    assert page.status_code == 410
    assert "This preview is over" in html(page)
    assert "The river" not in html(page)
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"


def test_when_it_was_ended_it_says_so(link, client, cast, now):
    row, address = link()
    end_link(row, actor=cast.desk_editor, now=now)
    assert client.get(address).status_code == 410


def test_a_killed_story_is_over_for_everybody(link, client, story, cast, now):
    _row, address = link()
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    page = client.get(address)
    assert page.status_code == 410
    assert "The river" not in html(page)


def test_a_deleted_link_is_not_found(link, client):
    row, address = link()
    row.delete()
    page = client.get(address)
    assert page.status_code == 404
    assert "cannot be found" in html(page)
