"""Pages of the workflow are there for those who do their work."""

import pytest
from django.urls import reverse

from articles.publishing.comments import add_comment
from tests.admin.workflow_at_the_desk.addresses import url

PAGES = (
    "submit", "approve", "give_back", "publish_alone", "look_over",
    "schedule", "unschedule", "comments", "settle",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_outsiders_find_none_of_these_pages(page, submitted, cast, log_in, now):
    add_comment(submitted, "Secret", actor=cast.reporter, now=now)
    client = log_in(cast.outsider)
    assert client.post(url(page, submitted), {"reason": "x", "comment": "1"}).status_code in (404,)
    if page != "settle":
        assert client.get(url(page, submitted)).status_code == 404
    assert str(submitted) not in client.get(reverse("admin:today")).content.decode()


@pytest.mark.parametrize("page", ["approve", "give_back", "publish_alone", "look_over", "schedule"])
def test_reporters_do_not_find_the_desk_s_pages(page, submitted, cast, log_in):
    assert log_in(cast.reporter).get(url(page, submitted)).status_code == 404
