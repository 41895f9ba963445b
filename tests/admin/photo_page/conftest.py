"""A photo of the English newsroom."""

import pytest


@pytest.fixture
def ours(photo, english_newsroom):
    photo.newsroom = english_newsroom
    photo.save()
    return photo
