"""The strip on a service's pages: raised by editors, told politely, and told of nothing else."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.alert import Alarm, Line, raise_alert
from articles.publishing.publish import publish

TEXT = "Parliament dissolved – more soon"


@pytest.fixture
def raised(english):
    def put(text=TEXT, *, story=None, service=english, label="breaking"):
        alarm = Alarm(uuid.uuid4(), [Line(service, text, story)], label)
        made = raise_alert(alarm, actor=SYSTEM, now=timezone.now())[0]
        standing.forget()  # a process looks at the ledger every 100 ms; a test does not wait
        return made

    return put


@pytest.fixture
def html_of(client):
    return lambda path: client.get(path).content.decode()


def test_it_stands_on_every_page_of_the_service_and_on_no_other(
    raised, on_air, url, persian, html_of
):
    for path in ("/en/", "/en/z/politics/", "/en/author/mara-ellery/", url, "/en/place/"):
        assert " data-breaking " not in html_of(path)
    raised()
    for path in ("/en/", "/en/z/politics/", "/en/author/mara-ellery/", url, "/en/place/"):
        html = html_of(path)
        assert TEXT in html, path
        assert html.count(" data-breaking ") == html.count('<p class="wrap" role="status"') == 1, (
            path
        )
    for path in ("/", "/fa/"):
        assert TEXT not in html_of(path)


def test_it_ends_at_its_minute(raised, on_air, html_of):
    alert = raised()
    with time_machine.travel(alert.until, tick=False):
        assert TEXT not in html_of("/en/")


def test_a_story_is_linked_with_its_headline_but_not_from_its_own_page(
    raised, on_air, url, html_of
):
    raised("", story=on_air.story)
    html = html_of("/en/z/politics/")
    assert f'<a href="{url}" dir="auto">{on_air.headline}</a>' in html
    assert " data-breaking " not in html_of(url)
    lead = html_of("/en/")  # there it leads, and says so itself
    assert lead.count(" data-breaking ") == 1
    assert 'class="flash" role="status"' in lead


def test_developing_is_another_word(raised, on_air, html_of):
    raised(label="developing")
    assert "<strong>Developing</strong>" in html_of("/en/")


def test_a_strip_about_what_is_withheld_here_is_not_shown(raised, on_air, html_of, enforce):
    raised("They did it", story=on_air.story)
    assert "They did it" in html_of("/en/")
    enforce("order", regions=["RU"], story=on_air, kind="withheld", reach="matched_or_unknown")
    assert "They did it" not in html_of("/en/")


def test_hostile_words_are_words(raised, on_air, html_of):
    raised("<script>alert(1)</script>")
    assert "<script>alert" not in html_of("/en/")


def test_a_developing_story_says_so_until_then_and_neither_leads_nor_strips(
    make_story, html_of, on_air, url
):
    now = timezone.now()
    publish(make_story(headline="Newer"), actor=SYSTEM, now=now)
    story = make_story(headline="Talks go on", developing_until=now + timedelta(hours=1))
    row = publish(story, actor=SYSTEM, now=now - timedelta(minutes=5))
    own = f"/en/a/{row.slug}/{row.pk}.html"
    assert "<strong>Developing</strong>" in html_of("/en/")
    assert "<strong>Developing</strong>" in html_of(own)
    assert " data-breaking " not in html_of("/en/")
    with time_machine.travel(now + timedelta(hours=2), tick=False):
        assert "Developing" not in html_of("/en/") + html_of(own)


def test_a_video_is_told_in_a_word_and_watched_elsewhere(story, html_of):
    story.story_type, story.video_url = "video", "https://video.example.org/1"
    story.save()
    row = publish(story, actor=SYSTEM, now=timezone.now())
    assert "<span>Video</span>" in html_of("/en/")
    html = html_of(f"/en/a/{row.slug}/{row.pk}.html")
    assert 'href="https://video.example.org/1" rel="noopener noreferrer"' in html
    assert "<iframe" not in html
    assert "<video" not in html
