"""What a browser loads of ours for the story form stays within 150 KB, uncompressed."""

from django.urls import reverse

from tests.admin.weight import our_files, weight_of

MOST = 150_000


def test_our_own_files_stay_light(story, cast, log_in):
    path = reverse("admin:articles_story_change", args=[story.pk])
    ours = our_files(log_in(cast.desk_editor).get(path).content.decode())
    assert {"articles/desk/story.css", "articles/desk/ckeditor/newsboxes/plugin.js"} <= ours
    weight = weight_of(ours)
    assert weight <= MOST, f"{weight} bytes: {sorted(ours)}"
