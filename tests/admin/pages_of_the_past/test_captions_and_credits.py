"""Captions and credits that were mended since stand as readers had them then."""

from articles.models import Newsroom, Photo
from articles.publishing.save import save
from tests.admin.pages_of_the_past.mending import DAY, mend
from tests.html import text_of


def test_a_caption_and_a_credit_that_were_mended_since_stand_as_they_were(
    on_air, photo, seen, cast, now
):
    credit = photo.credit
    mend(photo, cast, now + DAY)
    was = seen()
    assert "The mayor at the bridge." in was
    assert credit in was
    assert "governor" not in was
    assert "Another hand" not in was
    will = seen("2026-02-03T14:00")
    assert "The governor at the bridge." in will
    assert "Another hand" in will


def test_compare_tells_what_the_library_changed(on_air, photo, compare, cast, now):
    mend(photo, cast, now + DAY)
    for new in ("3", "live", "now"):
        page = compare(old="1", new=new)
        assert "<del>mayor</del><ins>governor</ins>" in page
        assert "Changed in the library" in page
        assert "Alt text:" in page
        assert "Credit:" in page
    assert "Nothing differs" in text_of(compare(old="live", new="now"))


def test_words_of_another_newsrooms_photo_are_compared_with_nobody(on_air, compare, cast):
    other = Newsroom.objects.create(name="Far away")
    secret = Photo.objects.create(
        title="Secret", sha256="x", width=9, height=6, newsroom=other, credit="Secret hand"
    )
    on_air.refresh_from_db()
    on_air.body += f'<figure data-photo="{secret.pk}"></figure>'
    on_air.save()
    assert "Secret hand" not in compare(old="live", new="now")


def test_a_version_that_was_only_saved_has_no_captions_of_its_own(on_air, compare, cast, now):
    on_air.refresh_from_db()
    on_air.headline = "The river falls"
    on_air.save()
    save(on_air, actor=cast.reporter, now=now + DAY)
    assert "are not compared" in compare(old="2", new="live")
