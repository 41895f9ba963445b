"""Of a photo that may not be shown a page of the past has words and no file."""

from datetime import timedelta

from articles.models import PhotoText
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo
from articles.publishing.publish import publish
from tests.admin.pages_of_the_past.mending import DAY


def test_of_a_photo_that_was_killed_since_there_are_words_and_no_file(
    on_air, photo, seen, compare, cast, now
):
    names = [row.file.name for row in photo.renditions.all()]
    kill_photo(photo, actor=cast.photo_editor, now=now + DAY, reason="A hoax")
    page = seen()
    assert "The mayor at the bridge." in page
    assert "1 photo may not be shown any more" in page
    assert not any(name in page for name in names)
    assert "Not shown any more" in compare(old="1", new="live")
    assert "The mayor" not in seen("2026-02-03T14:00")


def test_rights_that_ended_since_show_words_alone(on_air, photo, seen, cast, now):
    change_photo(photo, {"rights_end_at": now + 2 * DAY}, actor=cast.photo_editor, now=now + DAY)
    page = seen()
    assert "The mayor at the bridge." in page
    assert "1 photo may not be shown any more" in page
    assert "<figure" in page
    assert "<img" not in page[page.index("<figure") : page.index("</figure>")]


def test_rights_that_were_over_then_and_are_not_today_show_words_alone(
    story, photo, seen, cast, now
):
    PhotoText.objects.filter(photo=photo).update(caption="The mayor at the bridge.")
    publish(story, actor=cast.desk_editor, now=now)
    over = now + timedelta(minutes=30)
    change_photo(photo, {"rights_end_at": over}, actor=cast.photo_editor, now=now)
    change_photo(photo, {"rights_end_at": None}, actor=cast.photo_editor, now=now + DAY)
    page = seen()
    assert "The mayor at the bridge." in page
    assert "<img" not in page[page.index("<figure") : page.index("</figure>")]
    assert "may not be shown any more" not in page
