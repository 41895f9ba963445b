"""The day's page shows what goes wrong quietly, to those who can mend it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.admin.attention import left_behind, without_words
from articles.models import StoryPhoto
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


def test_photos_without_words_are_told(make_story, story, photo, cast):
    now = timezone.now()
    assert not without_words(cast.reporter, now).exists()
    photo.texts.update(alt_text="")
    assert list(without_words(cast.reporter, now)) == [story]
    assert not without_words(cast.outsider, now).exists()
    assert not without_words(cast.reporter, now + timedelta(days=30)).exists()
    photo.is_decorative = True
    photo.save()
    assert not without_words(cast.reporter, now).exists()
    photo.credit = ""
    photo.save()
    assert list(without_words(cast.reporter, now)) == [story]


def test_a_translation_is_left_behind_when_its_original_moves_on(make_story, persian, cast):
    now = timezone.now()
    original = make_story(headline="Original")
    publish(original, actor=SYSTEM, now=now - timedelta(hours=3))
    translation = make_story(
        service=persian, section=None, headline="ترجمه", translation_key=original.translation_key
    )
    publish(translation, actor=SYSTEM, now=now - timedelta(hours=2))
    assert not left_behind(cast.outsider, now).exists()
    original.refresh_from_db()
    original.standfirst = "More is known."
    original.save()
    publish(original, actor=SYSTEM, now=now)
    assert list(left_behind(cast.outsider, now)) == [translation]
    assert not left_behind(cast.reporter, now).exists()


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "legal_officer",
                                 "administrator", "photo_editor"])  # fmt: skip
def test_the_page_opens_for_everybody(who, story, photo, cast, log_in):
    photo.texts.update(alt_text="")
    StoryPhoto.objects.filter(story=story).update(role="lead")
    html = log_in(getattr(cast, who)).get("/admin/today/").content.decode()
    assert ("Photos without alt text or credit" in html) == (
        who not in ("legal_officer", "photo_editor")
    )
    assert ("Notices awaiting approval" in html) == (who in ("legal_officer", "administrator"))
