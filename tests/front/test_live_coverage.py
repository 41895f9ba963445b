"""The page of live coverage, an entry's own address, and what open pages ask for."""

import json
import re
from datetime import timedelta

import extruct
import pytest
from django.contrib.staticfiles import finders
from django.db import connection

from articles.models import LiveEntry, PublishedEntry, PublishedStory
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.kill_photo import kill_photo
from articles.publishing.live.change_entry import change_entry, mark_entry
from articles.publishing.live.freeze import freeze
from articles.publishing.live.remove_entry import remove_entry
from articles.publishing.live.words import Words
from articles.publishing.unpublish import unpublish
from tests.front.test_no_query_is_unbounded import BY_KEY
from tests.front.test_queries import WORKING_COPY, queries_of
from tests.html import errors_in
from tests.live import go_live, post


@pytest.fixture
def live(story, now):
    go_live(story, now)
    story.refresh_from_db()
    return story


@pytest.fixture
def path(live):
    return f"/en/a/{live.on_air.slug}/{live.pk}.html"


@pytest.fixture
def updates(path):
    return path.replace(".html", "/updates/")


@pytest.fixture
def tell(live, now):
    """``tell(5, "Text", …)``: an entry posted five minutes after the story."""

    def make(minutes, text="Something happened.", **words):
        return post(live, text, now=now + timedelta(minutes=minutes), **words)

    return make


def own(path, entry):
    return path.replace(".html", f"/{entry.pk}/")


def html_of(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    html = response.content.decode()
    assert errors_in(html) == [], path
    return html


def numbers(html):
    return [int(number) for number in re.findall(r'data-entry="(\d+)"', html)]


def many(live, now, count):
    """Straight into the tables: two thousand posts would take minutes."""
    rows = LiveEntry.objects.bulk_create(
        LiveEntry(
            story=live, status="on_air", headline=f"Entry {number}", text="Text.", number=1,
            posted_at=now + timedelta(minutes=number), changed_at=now, is_pinned=number == 3,
            is_key_event=number % 50 == 0,
        )
        for number in range(count)
    )  # fmt: skip
    go_live_again(live, now)
    return rows


def go_live_again(live, now):
    from articles.publishing.live.on_air import put_entries_on_air

    put_entries_on_air(PublishedStory.objects.get(story=live), now=now)


# -- The page --------------------------------------------------------------------------------------


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


def test_the_script_is_small_and_keeps_nothing_on_the_device():
    with open(finders.find("articles/front/live.js"), "rb") as file:  # noqa: PTH123
        script = file.read()
    assert len(script) <= 5_000
    for word in (b"localStorage", b"sessionStorage", b"indexedDB", b"cookie", b"serviceWorker"):
        assert word not in script


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


# -- An entry's own address ------------------------------------------------------------------------


def test_an_entry_has_an_address_of_its_own(client, path, tell):
    entry = tell(1, "The bridge is closed.", headline="Bridge closed")
    html = html_of(client, own(path, entry))
    assert '<h1 dir="auto">Bridge closed</h1>' in html
    assert f'<link rel="canonical" href="http://testserver{own(path, entry)}">' in html
    data = extruct.extract(html, syntaxes=["json-ld"])["json-ld"][0]
    assert data["isPartOf"]["@type"] == "LiveBlogPosting"
    back = re.search(r'href="([^"]+#entry-\d+)"', html)[1].replace("&amp;", "&")
    assert numbers(html_of(client, back.partition("#")[0])) == [entry.pk]


def test_a_wrong_slug_is_led_to_the_right_one(client, path, updates, tell):
    entry = tell(1)
    for right in (own(path, entry), updates):
        response = client.get(right.replace("the-river-rises", "x"))
        assert (response.status_code, response["Location"]) == (301, right)


@pytest.mark.parametrize("number", ["999999", "9" * 30])
def test_there_is_no_other_entry(number, client, path, tell):
    tell(1)
    assert client.get(path.replace(".html", f"/{number}/")).status_code == 404


def test_an_entry_is_not_found_under_another_story_nor_under_a_report(
    client, path, tell, make_story, now
):
    entry = tell(1)
    other = make_story(headline="Other", story_type="live")
    go_live(other, now)
    report = make_story(headline="Report")
    go_live(report, now)
    PublishedStory.objects.filter(story=report).update(story_type="report")
    for story in (other, report):
        assert client.get(f"/en/a/{story.slug or 'x'}/{story.pk}/{entry.pk}/").status_code in (
            301,
            404,
        )
        slug = PublishedStory.objects.get(story=story).slug
        assert client.get(f"/en/a/{slug}/{story.pk}/{entry.pk}/").status_code == 404
    assert client.get(f"/en/a/report/{report.pk}/updates/").status_code == 404


# -- Removed, killed, withheld ---------------------------------------------------------------------


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


# -- What open pages ask for -----------------------------------------------------------------------


def test_open_pages_hear_of_what_is_new_corrected_and_removed_far_below(client, updates, live, now):
    rows = many(live, now, 60)
    change_entry(rows[5], Words(text="Mended."), actor=SYSTEM, now=now + timedelta(hours=9))
    remove_entry(rows[6], actor=SYSTEM, now=now + timedelta(hours=9), reason="x")
    html = html_of(client, updates)
    changed = html[html.index("data-changed") :]
    assert f'data-entry="{rows[5].pk}"' in changed
    assert "Mended." in changed
    assert f'data-gone="{rows[6].pk}"' in changed


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
