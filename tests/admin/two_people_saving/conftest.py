"""Two people save one story: what joins is joined, what clashes is asked about, nothing is lost."""

import pytest

from tests.admin.sent import sent_by


@pytest.fixture
def opened(url, cast, log_in):
    """``opened("reporter")``: a client, and what its form sends when nothing is changed."""

    def make(name):
        client = log_in(getattr(cast, name))
        page = client.get(url)
        return client, sent_by(page.content.decode(), "story_form") | {"_continue": "Save"}

    return make
