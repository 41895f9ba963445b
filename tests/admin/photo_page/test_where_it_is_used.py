"""Where a photo is used is told, and killing takes it from there."""

from django.urls import reverse

from articles.publishing.publish import publish
from tests.admin.photo_forms import address


def test_killing_lists_the_pages_and_takes_the_photo_from_them(story, cast, log_in, client, now):
    photo = story.story_photos.get().photo
    row = publish(story, actor=cast.desk_editor, now=now)
    desk = log_in(cast.photo_editor)
    asked = desk.get(address("kill", photo.pk)).content.decode()
    assert story.headline in asked
    assert desk.post(address("kill", photo.pk), {"reason": ""}).status_code == 422
    done = desk.post(address("kill", photo.pk), {"reason": "The family asked."})
    assert done.status_code == 302
    photo.refresh_from_db()
    assert photo.killed_at
    assert "<figure" not in client.get(f"/en/a/{row.slug}/{row.pk}.html").content.decode()
    assert "was killed" in desk.get(address("change", photo.pk)).content.decode()
    assert desk.get(address("picker"), {"ids": photo.pk}).json()["photos"] == []


def test_where_it_is_used_is_told_without_betraying_drafts(
    story, make_story, persian, cast, log_in
):
    photo = story.story_photos.get().photo
    theirs = make_story(service=persian, headline="A Persian draft")
    theirs.story_photos.create(photo=photo, role="lead")
    in_text = make_story(
        headline="Only in its text", body=f'<figure data-photo="{photo.pk}"></figure>'
    )
    page = log_in(cast.reporter).get(address("change", photo.pk)).content.decode()
    assert story.headline in page
    assert reverse("admin:articles_story_change", args=[in_text.pk]) in page
    assert "A Persian draft" not in page
