"""Photos of every kind, and what of them is in public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from articles.models import LanguageService, Photo, PhotoText
from articles.models.photo import public_storage
from articles.publishing import tidy_files
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo

MakePhoto = Callable[..., Photo]


@pytest.fixture(autouse=True)
def _fresh_worker(monkeypatch):
    """When a process tidied last belongs to one test."""
    monkeypatch.setattr(tidy_files, "minutes", tidy_files.Minutes())


@pytest.fixture
def picture() -> Callable[[int], bytes]:
    """A small picture, a different one for each number."""

    def make(number: int = 0) -> bytes:
        image = Image.linear_gradient("L").resize((360, 240)).convert("RGB")
        image.paste((number * 37 % 256, number * 91 % 256, 128), (0, 0, 90, 60))
        out = BytesIO()
        image.save(out, "JPEG", quality=80)
        return out.getvalue()

    return make


@pytest.fixture
def make_photo(english: LanguageService, picture, now: datetime) -> MakePhoto:
    """A photo fit to be published: ``make_photo(3, credit="", …)``."""

    def make(number: int = 0, **fields: object) -> Photo:
        made = add_photo(picture(number), f"photo {number}.jpg", actor=SYSTEM, now=now)
        values = {"credit": "Radio Lantern", "rights_basis": "staff", "renditions_due_at": None}
        for name, value in (values | fields).items():
            setattr(made, name, value)
        made.save()
        PhotoText.objects.create(photo=made, language="en", alt_text=f"A picture, number {number}.")
        return made

    return make


@pytest.fixture
def files_of() -> Callable[[Photo], set[str]]:
    """The public files of a photo that are really there."""

    def names(photo: Photo) -> set[str]:
        found = set(photo.renditions.values_list("file", flat=True))
        return {name for name in found if public_storage().exists(name)}

    return names
