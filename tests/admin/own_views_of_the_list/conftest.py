"""A reporter at the story list."""

import pytest


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)
