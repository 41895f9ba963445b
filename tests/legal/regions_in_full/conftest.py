"""The atlas as it is loaded: whole, dated, and of one mind about disputed places."""

import pytest

from articles.legal.atlas import load_atlas


@pytest.fixture
def atlas(db):
    return load_atlas()
