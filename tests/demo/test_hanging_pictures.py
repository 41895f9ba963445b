"""The demonstration's pictures are complete before they are used, but for one that is over."""

import pytest

from articles.demo import library


@pytest.mark.django_db
def test_complete_but_for_what_ended_which_is_still_to_be_published_in_the_past(monkeypatch, now):
    rows = {name: library.pictures()[name] for name in ("kiosk-rain", "steppe-dawn")}
    monkeypatch.setattr(library, "pictures", lambda: rows)
    photos = library.hang_pictures(now, is_complete=True)
    files = {name: photo.renditions.values("format").distinct() for name, photo in photos.items()}
    assert {row["format"] for row in files["steppe-dawn"]} == {"avif", "webp", "jpeg"}
    assert {row["format"] for row in files["kiosk-rain"]} == {"jpeg"}
