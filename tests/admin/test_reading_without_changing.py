"""Who may look at a story and not change it reads its text, not its tags."""

from django.urls import reverse


def test_a_legal_officer_reads_the_text_as_readers_do(story, cast, log_in):
    path = reverse("admin:articles_story_change", args=[story.pk])
    html = log_in(cast.legal_officer).get(path).content.decode()
    assert "<h2>A subhead</h2>" in html
    assert "&lt;p&gt;" not in html


def test_writers_still_have_the_editor(story, cast, log_in):
    path = reverse("admin:articles_story_change", args=[story.pk])
    html = log_in(cast.reporter).get(path).content.decode()
    assert 'name="body"' in html
    assert "desk-read" not in html
