"""The road of a story with two people, every click counted: see tests/road.py."""

from __future__ import annotations

import pytest

from articles.models import Story
from tests.road import go
from tests.road_hands import Road
from tests.road_steps import HEADLINE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def open_desk(browser, site):
    """The start page of somebody who has just logged in; a browser of their own for each."""
    contexts = []

    def make(name):
        contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        page = contexts[-1].new_page()
        page.goto(f"{site}/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        return page

    yield make
    for context in contexts:
        context.close()


def test_from_the_first_word_to_the_correction_and_back(
    english, politics, reporter_byline, cast, open_desk, jpeg, tmp_path
):
    picture = tmp_path / "bridge.jpg"
    picture.write_bytes(jpeg)
    stages = go(Road(open_desk, picture), "reporter", "desk_editor")
    assert [(one.name, one.clicks) for one in stages if one.clicks > one.most] == []
    story = Story.objects.get(headline=HEADLINE)
    assert story.comments.get().settled_at
    assert story.corrections.count() == 1
    kinds = list(story.versions.order_by("number").values_list("kind", flat=True))
    assert kinds.count("published") == 2
