"""The page of live coverage."""

import re
from datetime import timedelta
from pathlib import Path

import extruct
import pytest
from django.contrib.staticfiles import finders
from django.db import connection

from articles.publishing.actors import SYSTEM
from articles.publishing.live.change_entry import change_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.words import Words
from articles.vocabularies import BylinePolicy
from newsroom.light import lighter
from tests.front.live.asking import html_of, many, numbers, own
from tests.front.test_queries import queries_of
from tests.live import go_live, post


def test_pinned_entries_come_first_then_the_newest(client, path, tell):
    first, second, third = tell(1), tell(2, is_pinned=True, headline="What to do"), tell(3)
    html = html_of(client, path)
    assert numbers(html) == [second.pk, third.pk, first.pk]
    assert "Pinned" in html
    assert html.index('id="coverage"') < html.index(f'id="entry-{second.pk}"')


def test_key_events_lead_to_their_entries(client, path, tell):
    entry = tell(1, headline="The <bridge> falls", is_key_event=True)
    html = html_of(client, path)
    assert f'<a href="#entry-{entry.pk}">The &lt;bridge&gt; falls</a>' in html
    assert f'href="{own(path, entry)}"' in html


def test_two_thousand_entries_are_read_page_by_page_each_in_three_queries(client, path, live, now):
    rows = many(live, now, 2000)
    newest = [row.pk for row in reversed(rows)]
    html = html_of(client, path)
    assert numbers(html) == [rows[3].pk, *newest[:20]]
    older = re.search(r'<a href="([^"]+)" rel="next">', html)[1].replace("&amp;", "&")
    second = html_of(client, older)
    assert numbers(second) == newest[20:40]
    assert "Newest updates" in second
    assert "<p>The first paragraph of the story" not in second
    for one in (path, older, path.replace(".html", "/updates/"), own(path, rows[7])):
        assert len(queries_of(client, one)) <= 3, one


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans are read as SQLite writes them")
def test_no_query_goes_through_all_entries(client, path, updates, live, now):
    many(live, now, 100)
    for one in (path, updates):
        for sql in queries_of(client, one):
            if '"articles_publishedentry"' in sql:
                with connection.cursor() as cursor:
                    cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
                    steps = [row[3] for row in cursor.fetchall()]
                assert not [step for step in steps if step.startswith("SCAN")], steps


def test_the_last_page_has_no_older_one(client, path, live, now):
    many(live, now, 21)
    html = html_of(client, path)
    older = re.search(r'<a href="([^"]+)" rel="next">', html)[1].replace("&amp;", "&")
    assert 'rel="next"' not in html_of(client, older)


def test_nothing_has_been_posted_yet(client, path):
    assert "Nothing has been posted yet." in html_of(client, path)


def test_a_page_of_live_coverage_may_run_our_own_script_and_no_other_page_any(
    client, path, updates, tell
):
    tell(1)
    policy = client.get(path)["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    for other in (updates, "/en/", own(path, tell(2))):
        assert "connect-src 'none'" in client.get(other)["Content-Security-Policy"], other
    html = html_of(client, path)
    assert re.findall(r"<script(?! type=\"application/ld)[^>]*>", html) == [
        '<script src="/static/articles/front/reader.js" defer>',
        '<script src="/static/articles/front/live.js" defer>',
    ]


def test_its_scripts_are_small_together_and_keep_nothing_on_the_device():
    scripts = [Path(finders.find(f"articles/front/{name}.js")) for name in ("reader", "live")]
    served = "".join(lighter(f"articles/front/{one.name}", one.read_text()) for one in scripts)
    assert len(served.encode()) <= 5 * 1024
    for word in ("localStorage", "sessionStorage", "indexedDB", "cookie", "serviceWorker"):
        assert word not in served


def test_coverage_that_has_ended_says_so_and_follows_nothing(
    client, path, updates, tell, live, now
):
    tell(1)
    assert "Live</span>" in html_of(client, path)
    freeze(live, actor=SYSTEM, now=now + timedelta(hours=1))
    html = html_of(client, path)
    assert "This coverage has ended." in html
    assert "As it happened" in html
    assert "live.js" not in html
    assert "data-live" not in html
    assert "data-ended" in html_of(client, updates)
    assert "As it happened" in html_of(client, "/en/")


def test_machines_read_a_live_blog(client, path, tell, live, reporter_byline, now):
    entry = tell(1, "Closed </script> & dark.", headline="Bridge", contributor=reporter_byline)
    change_entry(
        entry, Words(text="Closed.", headline="Bridge", contributor=reporter_byline),
        actor=SYSTEM, now=now + timedelta(minutes=9), correction="It was open.",
    )  # fmt: skip
    freeze(live, actor=SYSTEM, now=now + timedelta(hours=1))
    data = extruct.extract(html_of(client, path), syntaxes=["json-ld"])["json-ld"][0]
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"] == now.isoformat()
    assert data["coverageEndTime"] == (now + timedelta(hours=1)).isoformat()
    update = data["liveBlogUpdate"][0]
    assert update["@type"] == "BlogPosting"
    assert (update["headline"], update["articleBody"]) == ("Bridge", "Closed.")
    assert update["author"]["name"] == "Mara Ellery"
    assert update["correction"] == "It was open."
    assert update["url"].endswith(f"{path}#entry-{entry.pk}")


def test_persian_coverage_is_dated_in_its_own_digits(client, persian, make_story, now):
    story = make_story(service=persian, headline="رود", story_type="live")
    on_air = go_live(story, now)
    post(story, "متن", now=now)
    html = html_of(client, f"/fa/a/{on_air.slug}/{story.pk}.html")
    assert "۱۵:۳۰" in html
    assert 'data-many="%n مطلب تازه"' in html


def test_older_entries_have_an_edition_without_pictures_of_their_own(client, path, live, now):
    many(live, now, 60)
    older = re.search(r'href="([^"]+before=[^"]+)" rel="next"', html_of(client, path))[1]
    page = html_of(client, older)
    assert f'<a href="{older}&amp;edition=text">Text only</a>' in page
    text = html_of(client, f"{older}&edition=text")
    assert numbers(text) == numbers(page)
    assert f'<a href="{older}">Edition with pictures</a>' in text


def test_who_is_credited_by_a_service_s_name_is_no_person(client, path, tell, reporter_byline):
    reporter_byline.byline_policy = BylinePolicy.SERVICE_NAME
    reporter_byline.save()
    tell(1, contributor=reporter_byline)
    data = extruct.extract(html_of(client, path), syntaxes=["json-ld"])["json-ld"][0]
    assert data["liveBlogUpdate"][0]["author"]["@type"] == "Organization"
    assert "Mara Ellery" not in str(data["liveBlogUpdate"])
