"""An order keeps a story from one place without a trace, and without costing others a thing."""

from datetime import timedelta

import pytest

from articles.models import Topic
from articles.pages.fronts import PAGE_SIZE
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


@pytest.fixture
def withheld_in_britain(enforce, story):
    return enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")


def test_no_address_betrays_the_headline_of_a_withheld_story(
    on_air, url, withheld_in_britain, reader_in
):
    for asked in (f"/en/a/x/{on_air.pk}.html", f"/fa/a/x/{on_air.pk}.html"):
        there = reader_in("GB")(asked)
        while there.status_code == 301:
            assert "river" not in there["Location"]
            there = reader_in("GB")(there["Location"])
        assert there.status_code == 451
        assert reader_in("IE")(asked)["Location"] == url


def test_a_service_whose_leader_is_withheld_leads_with_its_next_story(
    on_air, withheld_in_britain, make_story, reader_in, now
):
    publish(make_story(headline="The harvest begins"), actor=SYSTEM, now=now - timedelta(hours=1))
    there, elsewhere = (reader_in(place)("/").content.decode() for place in ("GB", "IE"))
    assert "The harvest begins" in there
    assert "The river rises" not in there
    assert "The river rises" in elsewhere
    assert "The harvest begins" not in elsewhere


def test_pages_that_miss_a_withheld_story_repeat_none(
    on_air, withheld_in_britain, make_story, reader_in, now
):
    for number in range(PAGE_SIZE + 5):
        publish(
            make_story(headline=f"Story {number:02}"),
            actor=SYSTEM,
            now=now - timedelta(minutes=number + 1),
        )
    for path in ("/en/", "/en/z/politics/"):
        first = reader_in("GB")(path).content.decode()
        older = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
        second = reader_in("GB")(older.replace("&amp;", "&")).content.decode()
        for number in range(PAGE_SIZE + 5):
            assert (f"Story {number:02}" in first) != (f"Story {number:02}" in second), number


def test_a_warning_against_saving_holds_beside_an_order_and_on_fronts(
    on_air, url, withheld_in_britain, enforce, reader_in
):
    enforce("saving", regions=["GB"], reach="matched", effects=["hide_save"])
    for path in (url, "/", "/en/", "/en/z/politics/"):
        assert reader_in("GB")(path)["Cache-Control"] == "private, no-store", path
        assert reader_in("IE")(path)["Cache-Control"] == "private, no-cache", path


def test_a_notice_for_a_topic_stands_on_the_page_of_the_topic(story, enforce, client, now):
    story.topics.add(Topic.objects.create(slug="elections", name="Elections"))
    publish(story, actor=SYSTEM, now=now)
    enforce(placements=["site_banner"], topics=["elections"])
    assert b'data-notice="warning"' in client.get("/en/t/elections/").content
    assert b"data-notice" not in client.get("/en/").content


def addresses_in(html):
    return [part.split('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]


def test_the_address_of_the_page_after_tells_nothing_of_a_withheld_story(
    on_air, withheld_in_britain, make_story, reader_in, now
):
    for number in range(PAGE_SIZE + 5):
        before = number < PAGE_SIZE - 1
        minutes = timedelta(minutes=number + 1)
        publish(
            make_story(headline=f"Story {number:02}"),
            actor=SYSTEM,
            now=now + minutes if before else now - minutes,
        )
    for path in ("/en/", "/en/z/politics/"):
        there, elsewhere = (
            [
                one
                for one in addresses_in(reader_in(place)(path).content.decode())
                if "before" in one
            ]
            for place in ("GB", "IE")
        )
        assert f"_{on_air.pk}" in elsewhere[0]
        assert there
        assert not any(f"_{on_air.pk}" in one for one in there)


def test_a_page_whose_newest_stories_are_all_withheld_shows_the_next(
    make_story, enforce, reader_in, now
):
    topic = Topic.objects.create(slug="elections", name="Elections")
    enforce("silence", regions=["GB"], topics=["elections"], kind="withheld", reach="matched")
    for number in range(PAGE_SIZE + 2):
        story = make_story(headline=f"Poll {number:02}")
        story.topics.add(topic)
        publish(story, actor=SYSTEM, now=now - timedelta(minutes=number))
    publish(make_story(headline="The harvest begins"), actor=SYSTEM, now=now - timedelta(days=1))
    for path in ("/en/", "/en/z/politics/"):
        there = reader_in("GB")(path).content.decode()
        assert "The harvest begins" in there
        assert "Poll " not in there


@pytest.mark.parametrize("suffix", ["", "?before=2030-01-01T00:00:00Z_1"])
def test_topics_and_authors_of_withheld_stories_alone_are_no_pages_there(
    story, enforce, reader_in, now, suffix
):
    story.topics.add(Topic.objects.create(slug="trial-of-x", name="The trial of X"))
    publish(story, actor=SYSTEM, now=now)
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    for path in ("/en/t/trial-of-x/", "/en/author/mara-ellery/"):
        there = reader_in("GB")(path + suffix)
        assert there.status_code == 404
        assert "trial of X" not in there.content.decode()
        assert "Ellery" not in there.content.decode()
        assert reader_in("IE")(path + suffix).status_code == 200
    assert reader_in("GB")("/en/z/politics/").status_code == 200


def test_a_topic_with_another_story_is_a_page_there_too(story, make_story, enforce, reader_in, now):
    topic = Topic.objects.create(slug="courts", name="Courts")
    for one in (story, make_story(headline="A new courthouse")):
        one.topics.add(topic)
        publish(one, actor=SYSTEM, now=now)
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    there = reader_in("GB")("/en/t/courts/")
    assert there.status_code == 200
    assert "A new courthouse" in there.content.decode()
    assert "river" not in there.content.decode()
