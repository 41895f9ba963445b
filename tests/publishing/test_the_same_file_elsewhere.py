"""What was killed or protected in one entry does not come in again as another one, unharmed."""

from io import BytesIO

import pytest
from PIL import Image

from articles.models import Photo
from articles.publishing import add_photo as module
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.kill_photo import kill_photo
from articles.publishing.protect_photo import protect
from articles.publishing.refusals import WrongState

FACE = [0.0, 0.0, 0.25, 0.25]
HAND = [0.5, 0.5, 0.25, 0.25]


@pytest.fixture
def chequered():
    """A file with a chequered face at its top left."""
    image = Image.new("RGB", (360, 240), "grey")
    for left in range(0, 90, 6):
        for top in range(0, 60, 6):
            image.paste("white" if (left + top) % 12 else "black", (left, top, left + 6, top + 6))
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def contrast(photo):
    row = photo.renditions.filter(crop="full").first()
    with Image.open(row.file) as image:
        face = image.convert("L").crop((5, 5, image.width // 4 - 5, image.height // 4 - 5))
        low, high = face.getextrema()
    return high - low


def test_a_newsroom_s_killed_photo_does_not_come_back_as_a_shared_one(
    chequered, cast, now, english_newsroom
):
    killed = add_photo(chequered, "river.jpg", actor=SYSTEM, now=now, newsroom=english_newsroom)
    kill_photo(killed, actor=SYSTEM, now=now, reason="Order")
    with pytest.raises(WrongState, match="was killed") as refused:
        add_photo(chequered, "flood.jpg", actor=cast.reporter, now=now)
    assert "river" not in str(refused.value)
    with pytest.raises(WrongState, match="“river”"):
        add_photo(chequered, "x.jpg", actor=cast.reporter, now=now, newsroom=english_newsroom)


@pytest.mark.parametrize("again", [True, False])
def test_nor_in_another_newsroom(again, chequered, cast, now, english_newsroom, persian_newsroom):
    killed = add_photo(chequered, "river.jpg", actor=SYSTEM, now=now, newsroom=english_newsroom)
    kill_photo(killed, actor=SYSTEM, now=now, reason="Order")
    with pytest.raises(WrongState, match=r"This photo was killed\. "):
        add_photo(
            chequered, "flood.jpg", actor=cast.outsider, now=now,
            newsroom=persian_newsroom, allow_duplicate=again,
        )  # fmt: skip
    assert Photo.objects.count() == 1


def test_a_new_entry_is_protected_as_all_with_the_same_file_from_its_first_files_on(
    chequered, cast, now, english_newsroom, persian_newsroom
):
    fields = {"actor": SYSTEM, "now": now}
    one = add_photo(chequered, "one.jpg", newsroom=english_newsroom, **fields)
    two = add_photo(chequered, "two.jpg", newsroom=persian_newsroom, **fields)
    assert contrast(one) > 200
    protect(one, people_at_risk=True, blurred_areas=[FACE], actor=cast.photo_editor, now=now)
    Photo.objects.filter(pk=two.pk).update(blurred_areas=[FACE, HAND])

    shared = add_photo(chequered, "three.jpg", **fields)
    shared.refresh_from_db()
    assert (shared.people_at_risk, shared.blurred_areas) == (True, [FACE, HAND])
    assert contrast(shared) < 100


def test_a_kill_while_the_files_are_made_is_heard(chequered, now, english_newsroom, monkeypatch):
    other = add_photo(chequered, "one.jpg", actor=SYSTEM, now=now, newsroom=english_newsroom)
    make = module.first_files

    def slow(*args):
        files = make(*args)
        kill_photo(other, actor=SYSTEM, now=now, reason="Order")
        return files

    monkeypatch.setattr(module, "first_files", slow)
    with pytest.raises(WrongState, match="just now"):
        add_photo(chequered, "two.jpg", actor=SYSTEM, now=now)
    assert Photo.objects.count() == 1
