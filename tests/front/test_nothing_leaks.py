"""Drafts, notes and killed text are on no public output."""

import re

import pytest

from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish

SECRETS = {
    "headline": "Secret headline",
    "standfirst": "Secret standfirst",
    "kicker": "Secret kicker",
    "ed_note": "Secret note",
    "slugline": "secret-slugline",
    "body": "<p>Secret words.</p>",
}


@pytest.fixture
def everywhere(on_air, english, client):
    """All public addresses at which a story on air can be seen, its address in place of words."""
    outputs = [(output, path) for output in OUTPUTS for path in output.paths(on_air, english)]

    def read():
        return {path: _said(output, path) for output, path in outputs}

    def _said(output, path):
        said = re.sub("</?mark>", "", client.get(path).content.decode().casefold())
        named = f"/{on_air.pk}.html" in said
        return said + (" the river rises" if output.by_address and named else "")

    return read


def change(story):
    story.refresh_from_db()
    for field, value in SECRETS.items():
        setattr(story, field, value)
    story.save()
    save(story, actor=SYSTEM, now=story.published_at)


def test_unpublished_changes_are_nowhere(everywhere, story):
    change(story)
    for path, html in everywhere().items():
        assert "secret" not in html, path
        assert "the river rises" in html, path


def test_a_draft_is_nowhere(everywhere, make_story, reporter_byline, now):
    draft = make_story(**SECRETS)
    draft.bylines.create(contributor=reporter_byline)
    save(draft, actor=SYSTEM, now=now)
    for path, html in everywhere().items():
        assert "secret" not in html, path


def test_notes_stay_at_the_desk_when_the_story_goes_out(everywhere, story, now):
    story.refresh_from_db()
    story.ed_note, story.slugline = SECRETS["ed_note"], SECRETS["slugline"]
    story.save()
    publish(story, actor=SYSTEM, now=now)
    for path, html in everywhere().items():
        assert "secret" not in html, path


@pytest.mark.parametrize("verb", [unpublish, kill])
def test_a_story_off_air_leaves_every_output(verb, everywhere, story, now):
    verb(story, actor=SYSTEM, now=now, reason="Reason")
    for path, html in everywhere().items():
        assert "the river rises" not in html, path
        assert "first paragraph" not in html, path
