"""Messages stand on "Today at the desk" until they are seen; assigning takes a name and a note."""

import pytest
from django.urls import reverse

from articles.models import Announcement
from articles.publishing.assign import assign

TODAY, SEEN = "/admin/today/", "/admin/today/seen/"


@pytest.fixture
def assigned(story, cast, now):
    assign(story, cast.reporter, actor=cast.desk_editor, now=now, note="Two sources, please.")
    return story


def page_of(client, user) -> str:
    client.force_login(user)
    return client.get(TODAY).content.decode()


def test_a_message_stands_there_until_it_is_seen(client, assigned, cast):
    assert "Two sources, please." in page_of(client, cast.reporter)
    assert "1 message for you." in client.get("/admin/").content.decode()
    client.post(SEEN, {"announcement": Announcement.objects.get().pk})
    assert "Two sources, please." not in client.get(TODAY).content.decode()


def test_nobody_reads_or_settles_a_colleagues_messages(client, assigned, cast):
    for other in (cast.desk_editor, cast.outsider):
        assert "Two sources, please." not in page_of(client, other)
        client.post(SEEN, {"announcement": Announcement.objects.get().pk})
        client.post(SEEN)
    assert Announcement.objects.get().seen_at is None


def test_messages_of_a_newsroom_that_one_has_left_are_gone(client, assigned, cast):
    cast.reporter.staff_roles.all().delete()
    assert client.get(TODAY).status_code == 302
    client.force_login(cast.reporter)
    assert "Two sources" not in client.get(TODAY).content.decode()


@pytest.mark.parametrize("number", ["", "x", "9" * 30])
def test_nonsense_settles_nothing(client, assigned, cast, number):
    client.force_login(cast.reporter)
    assert client.post(SEEN, {"announcement": number}).status_code == 302
    assert Announcement.objects.get().seen_at is None
    assert client.get(SEEN).status_code == 405


def test_an_editor_assigns_from_the_storys_form(client, story, cast):
    client.force_login(cast.desk_editor)
    path = reverse("admin:articles_story_assign", args=[story.pk])
    assert (
        path in client.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
    )
    page = client.get(path)
    people = {person.username for person in page.context["people"]}
    assert people == {"reporter", "desk_editor", "service_chief", "administrator"}
    assert client.post(path, {"to": cast.reporter.pk, "note": "Soon."}).status_code == 302
    story.refresh_from_db()
    assert story.assigned_to == cast.reporter


@pytest.mark.parametrize("number", ["x", "9" * 30, "-1"])
def test_nobody_unknown_is_assigned_and_the_note_is_kept(client, story, cast, number):
    client.force_login(cast.desk_editor)
    path = reverse("admin:articles_story_assign", args=[story.pk])
    page = client.post(path, {"to": number, "note": "Keep this note."})
    assert page.status_code == 422
    assert "Keep this note." in page.content.decode()


def test_an_outsider_is_not_assigned_and_assigns_nobody(client, story, cast):
    path = reverse("admin:articles_story_assign", args=[story.pk])
    client.force_login(cast.desk_editor)
    assert client.post(path, {"to": cast.outsider.pk}).status_code == 422
    client.force_login(cast.outsider)
    assert client.get(path).status_code == 404
    assert client.post(path, {"to": cast.outsider.pk}).status_code == 404
    client.force_login(cast.reporter)
    assert client.post(path, {"to": cast.reporter.pk}).status_code == 404
