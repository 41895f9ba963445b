"""What went out before anything was kept is shown as far as it is known."""

from articles.models import KeptWords
from tests.html import text_of


def test_what_went_out_before_anything_was_kept_is_shown_and_says_so(
    on_air, photo, seen, compare, cast, now
):
    KeptWords.objects.all().delete()
    page = seen()
    assert "The mayor at the bridge." in page
    assert "captions, credits and names were not kept then" in page
    assert "are not compared" in compare(old="1", new="live")


def test_what_was_on_air_when_keeping_began_has_all_but_names(on_air, seen):
    kept = KeptWords.objects.get()
    del kept.words["bylines"]
    kept.save()
    page = seen()
    assert "the names in the byline were not kept then" in page
    assert "written by Mara Ellery" in text_of(page)
