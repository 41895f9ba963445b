"""A secret link to what a story is going to be, on its day."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from articles.publishing.preview_links import Sharing, make_link


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def link(story, cast, now):
    """Its row and its address."""

    def make(hours=1, **said):
        sharing = Sharing(uuid4(), timedelta(hours=hours), **said)
        row, token = make_link(story, sharing, actor=cast.desk_editor, now=now)
        return row, f"/preview/{token}/"

    return make
