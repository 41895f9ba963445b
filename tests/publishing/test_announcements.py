"""Who is told what: at the desk in the verb's own transaction, by mail where that is wanted."""

from datetime import timedelta

import pytest
from django.core import mail

from articles.models import Announcement, EditorialLog
from articles.publishing.actors import SYSTEM
from articles.publishing.announce import mark_seen
from articles.publishing.assign import assign
from articles.publishing.due import publish_due
from articles.publishing.mail_out import MOST_ATTEMPTS, mail_next
from articles.publishing.publish_alone import publish_alone
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.schedule import schedule


def told(user) -> list[str]:
    return list(Announcement.objects.filter(user=user).values_list("kind", flat=True))


@pytest.fixture
def mailing(settings, cast):
    settings.ANNOUNCE_BY_MAIL = True
    settings.DESK_URL = "https://desk.example.org"
    cast.reporter.email = "reporter@example.org"
    cast.reporter.save()


def give_back(story, cast, now):
    submit(story, actor=cast.reporter, now=now)
    request_changes(story, "Who says so? Ask Zarina Omarova.", actor=cast.desk_editor, now=now)


def test_writers_are_told_that_changes_are_asked_for_and_the_asker_is_not(story, cast, now):
    give_back(story, cast, now)
    assert told(cast.reporter) == ["changes"]
    assert told(cast.desk_editor) == []


def test_an_assigned_story_is_told_to_the_one_it_is_assigned_to(story, cast, now):
    assign(story, cast.reporter, actor=cast.desk_editor, now=now, note="Two sources, please.")
    story.refresh_from_db()
    assert story.assigned_to == cast.reporter
    row = Announcement.objects.get(user=cast.reporter)
    assert (row.kind, row.text, row.by_name) == ("assigned", "Two sources, please.", "desk_editor")
    assert EditorialLog.objects.get(verb="assign").details == {"to": cast.reporter.pk}
    assign(story, None, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    assert story.assigned_to is None


def test_nobody_is_assigned_who_may_not_write_here(story, cast, now):
    with pytest.raises(WrongState, match="outsider may not write"):
        assign(story, cast.outsider, actor=cast.desk_editor, now=now)
    for stranger in (cast.reporter, cast.outsider, cast.photo_editor):
        with pytest.raises(NotAllowed):
            assign(story, cast.reporter, actor=stranger, now=now)
    assert told(cast.reporter) == []


def test_a_schedule_that_failed_is_told_once_however_often_it_is_tried(story, cast, now):
    schedule(story, now + timedelta(hours=1), actor=cast.desk_editor, now=now)
    photo = story.story_photos.get().photo
    photo.credit = ""
    photo.save()
    for minutes in (61, 63, 70):
        assert publish_due(now=now + timedelta(minutes=minutes)) == 0
    assert told(cast.desk_editor) == ["missed"]


def test_chiefs_are_told_what_was_published_alone(story, cast, now):
    story.service.four_eyes = True
    story.service.save()
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Nobody else is here.")
    assert told(cast.service_chief) == ["alone"]
    assert told(cast.outsider) == []


def test_what_is_rolled_back_was_never_told(story, cast, now):
    submit(story, actor=cast.reporter, now=now)
    approve(story, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState):
        request_changes(story, "", actor=cast.desk_editor, now=now)
    assert Announcement.objects.count() == 0


def test_mail_says_what_and_where_and_no_word_of_the_story(story, cast, now, mailing):
    give_back(story, cast, now)
    assert mail_next(now) == 1
    assert mail_next(now) == 0
    (letter,) = mail.outbox
    assert letter.to == ["reporter@example.org"]
    everything = letter.subject + letter.body
    assert f"https://desk.example.org/admin/articles/story/{story.pk}/change/" in everything
    for secret in (story.headline, "Omarova", "desk_editor", "river"):
        assert secret not in everything


def test_without_the_setting_or_an_address_nothing_is_mailed(story, cast, now, settings):
    give_back(story, cast, now)
    settings.ANNOUNCE_BY_MAIL = True
    assert mail_next(now + timedelta(days=1)) == 0
    assert mail.outbox == []


def test_a_mail_server_that_refuses_is_asked_again_and_again_later(
    story, cast, now, mailing, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    give_back(story, cast, now)
    assert mail_next(now) == 0
    assert mail_next(now + timedelta(seconds=30)) == 0
    assert Announcement.objects.get().attempts == 1
    for day in range(1, MOST_ATTEMPTS + 3):
        mail_next(now + timedelta(days=day))
    row = Announcement.objects.get()
    assert (row.attempts, row.mail_at) == (MOST_ATTEMPTS, None)


def test_what_was_seen_at_the_desk_is_not_mailed_any_more(story, cast, now, mailing):
    give_back(story, cast, now)
    assert mark_seen(cast.reporter, now=now) == 1
    assert mail_next(now + timedelta(hours=1)) == 0
    assert mail.outbox == []


def test_the_system_assigns_what_it_imports_to_nobody_by_itself(story, now):
    assign(story, None, actor=SYSTEM, now=now)
    assert Announcement.objects.count() == 0
