"""What the desk refuses, and why, is said in the language of whoever asked."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from articles.models import EditorialLog
from articles.publishing.permissions import Deed, not_allowed
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This story is not scheduled."),
        ("fa", "این مطلب زمان‌بندی نشده است."),
        ("ru", "Этот материал не запланирован."),
    ],
)
def test_a_verb_says_why_not(language, said, story, cast, log_in):
    client = log_in(cast.desk_editor)
    client.post(reverse("admin:desk_language"), {"language": language})
    address = reverse("admin:articles_story_unschedule", args=[story.pk])
    assert said in client.post(address, follow=True).content.decode()


def test_a_deed_that_is_not_theirs_is_named():
    with override("ru"):
        assert not_allowed(Deed.PUBLISH) == "Вы не можете опубликовать этот материал."
    with override("fa"):
        assert not_allowed(Deed.PUBLISH) == "شما اجازه ندارید این مطلب را منتشر کنید."


def test_another_language_is_named_in_the_desk_s_own(story, now):
    story.body = "<p>" + "Река поднялась, и мост закрыли до утра. " * 20 + "</p>"
    with override("ru"):
        [found] = [one.message for one in preflight(story, now=now) if one.code == "language"]
    assert "английский" in found
    assert "Cyrillic" not in found


def test_the_log_keeps_what_was_typed_whatever_the_language(story, cast, now):
    with override("fa"):
        publish(story, actor=cast.desk_editor, now=now, reason="By hand")
    assert EditorialLog.objects.get(verb="publish").reason == "By hand"
