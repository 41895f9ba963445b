"""What readers are told of a new version is what an editor wrote for them, and nothing else."""

import json
import re

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusals import WrongState
from articles.publishing.restore import restore
from articles.vocabularies import CorrectionKind

TOLD = "Adds the reaction of the ministry"


@pytest.fixture
def update(story, on_air, now):
    def make(told="", **changes):
        story.refresh_from_db()
        for name, value in changes.items():
            setattr(story, name, value)
        story.save()
        return publish(story, actor=SYSTEM, now=now, told=told)

    return make


@pytest.fixture
def page(client, url):
    return lambda: client.get(url).content.decode()


def changes_in(html):
    return re.findall(r'<section class="changes".*?</section>', html, re.DOTALL)


def test_the_line_stands_on_the_page_and_is_no_correction(update, page):
    update(TOLD, body="<p>Another text.</p>")
    (section,) = changes_in(page())
    assert TOLD in section
    assert "data-correction" not in page()
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', page())[1])
    assert "correction" not in data


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_feeds_do_not_call_it_a_correction_either(file, update, client):
    update(TOLD, headline="Another headline")
    feed = client.get(f"/en/{file}").content.decode()
    assert "Another headline" in feed
    assert TOLD not in feed


def test_without_words_nothing_is_told_of_what_changed(update, page):
    update(body="<p>A name was taken out.</p>")
    assert changes_in(page()) == []
    assert "The first paragraph" not in page()


def test_the_newest_stands_first_and_the_same_words_are_said_once(update, page):
    update(TOLD, headline="One")
    update(TOLD, headline="Two")
    update("Adds a map", headline="Three")
    (section,) = changes_in(page())
    assert section.count(TOLD) == 1
    assert section.index("Adds a map") < section.index(TOLD)


def test_a_first_version_has_nothing_new(make_story, now):
    with pytest.raises(WrongState, match="on air"):
        publish(make_story(), actor=SYSTEM, now=now, told=TOLD)


def test_a_line_of_any_length_is_not_cut_but_refused(update):
    with pytest.raises(WrongState, match="at most 300"):
        update("x" * 301)


def test_markup_is_words(update, page):
    update("<b>Bold</b> & <script>alert(1)</script>", headline="Other")
    assert "<script>alert" not in page()


def test_an_update_cannot_be_smuggled_in_as_a_correction(story, on_air, now):
    with pytest.raises(WrongState):
        correct(story, "x", kind=CorrectionKind.UPDATE, actor=SYSTEM, now=now)


def test_what_readers_were_told_survives_a_restored_text(story, update, page, now):
    update(TOLD, headline="Two")
    restore(story, 1, actor=SYSTEM, now=now)
    update()
    assert TOLD in page()
