"""What open pages ask for."""

import json
import re
from datetime import timedelta

from articles.models import PublishedEntry
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from tests.front.live.asking import html_of, many, own
from tests.front.test_no_query_is_unbounded import BY_KEY
from tests.front.test_queries import WORKING_COPY, queries_of
from tests.live import post


def test_open_pages_hear_of_what_is_new_corrected_and_removed_far_below(client, updates, live, now):
    rows = many(live, now, 60)
    change_entry(rows[5], Words(text="Mended."), actor=SYSTEM, now=now + timedelta(hours=9))
    remove_entry(rows[6], actor=SYSTEM, now=now + timedelta(hours=9), reason="x")
    html = html_of(client, updates)
    changed = html[html.index("data-changed") :]
    assert f'data-entry="{rows[5].pk}"' in changed
    assert "Mended." in changed
    assert f'data-gone="{rows[6].pk}"' in changed


def test_a_page_that_slept_hears_of_what_is_gone_behind_many_that_are_new(
    client, updates, live, tell, now
):
    gone = tell(1, headline="A name")
    remove_entry(gone, actor=SYSTEM, now=now + timedelta(minutes=2), reason="x")
    many(live, now + timedelta(hours=1), 30)
    assert f'data-gone="{gone.pk}"' in html_of(client, updates)


def test_nothing_new_is_not_sent_again(client, updates, tell):
    tell(1)
    etag = client.get(updates)["ETag"]
    assert client.get(updates, headers={"if-none-match": etag}).status_code == 304
    tell(2)
    assert client.get(updates, headers={"if-none-match": etag}).status_code == 200


def test_what_is_pinned_changes_its_mark(client, updates, tell, now):
    entry = tell(1)
    marks = re.compile(rf'data-entry="{entry.pk}" data-mark="(\w+)"')
    before = marks.findall(html_of(client, updates))
    mark_entry(entry, pinned=True, actor=SYSTEM, now=now)
    assert marks.findall(html_of(client, updates)) != before


def test_no_address_of_live_coverage_touches_a_working_copy(client, path, live, english, tell):
    entry = tell(1)
    tables = (*WORKING_COPY, "articles_liveentry", "articles_liveentryversion")
    found = [one for output in OUTPUTS for one in output.paths(live.on_air, english)]
    assert {path, own(path, entry), path.replace(".html", "/updates/")} <= set(found)
    for one in found:
        for sql in queries_of(client, one):
            for table in tables:
                assert f'"{table}"' not in sql, (one, sql)
            if '"articles_publishedstory"' in sql:
                assert " LIMIT " in sql or any(key in sql for key in BY_KEY), sql


def test_an_entry_in_public_says_nothing_of_who_wrote_it(client, path, updates, live, cast, now):
    post(live, now=now, actor=cast.desk_editor)
    assert PublishedEntry.objects.get().document["credit"] is None
    said = json.dumps(PublishedEntry.objects.get().document)
    assert "desk_editor" not in said + html_of(client, path) + html_of(client, updates)
