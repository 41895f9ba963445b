"""A photo of the common library, with all its files."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from articles.imaging.files import RenderedFile
from articles.imaging.library import replace_renditions
from articles.imaging.look import Look
from articles.imaging.renditions import all_files
from articles.imaging.words import PublicWords
from articles.models import LanguageService, Photo, PhotoText
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A small, real photograph: a gradient, so that it compresses like one."""
    image = Image.linear_gradient("L").resize((900, 600)).convert("RGB")
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.fixture(scope="session")
def _public_files(jpeg: bytes) -> list[RenderedFile]:
    """What the worker makes of the photo below, made once for all tests."""
    words = PublicWords(credit="Radio Lantern", alt_texts={"en": "Brown water under a bridge."})
    return all_files(jpeg, Look(), words)


@pytest.fixture
def photo(
    english: LanguageService, jpeg: bytes, _public_files: list[RenderedFile], now: datetime
) -> Photo:
    """In the common library, with all its files."""
    made = add_photo(jpeg, "river.jpg", actor=SYSTEM, now=now)
    made.credit = "Radio Lantern"
    made.rights_basis = "staff"
    made.renditions_due_at = None
    made.save()
    replace_renditions(made, _public_files)
    PhotoText.objects.create(
        photo=made,
        language="en",
        caption="The river rose overnight.",
        alt_text="Brown water under a bridge.",
    )
    return made
