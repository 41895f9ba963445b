"""The sentence that a file is refused with, which must be the same at every door."""

from __future__ import annotations

import pytest

from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage
from tests.imaging import making


def refusal(data: bytes) -> str:
    """Both doors say the same: the one for the editor and the one to the renditions."""
    with pytest.raises(RefusedImage) as at_the_desk:
        inspect(data)
    with pytest.raises(RefusedImage) as at_the_press:
        making.every(data)
    assert str(at_the_desk.value) == str(at_the_press.value)
    return str(at_the_desk.value)
