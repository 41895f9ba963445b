"""A photo's page lets each do what is theirs to do, and nobody else reach it."""

import pytest

from articles.models import EditorialLog
from tests.admin.photo_forms import address
from tests.admin.photo_page.saving import save

PAGES = ("view", "original", "status", "kill")


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("reporter", ""), ("desk_editor", "view status"), ("service_chief", "view status kill"),
     ("photo_editor", "view status kill original"), ("administrator", "view status kill"),
     ("legal_officer", ""), ("outsider", "")],
)  # fmt: skip
def test_who_may_do_what_with_a_newsroom_s_photo(who, allowed, ours, cast, log_in):
    client = log_in(getattr(cast, who))
    for page in PAGES:
        expected = 200 if page in allowed.split() else 404
        call = client.post if page == "original" else client.get
        assert call(address(page, ours.pk)).status_code == expected, page
    ours.refresh_from_db()
    assert ours.killed_at is None


@pytest.mark.parametrize("who", ["reporter", "legal_officer", "outsider"])
def test_who_may_not_change_a_photo_cannot_post_to_its_pages_either(who, ours, cast, log_in):
    client = log_in(getattr(cast, who))
    for page in ("status", "kill", "original"):
        response = client.post(address(page, ours.pk), {"reason": "Because"})
        assert response.status_code == 404, page
    assert save(client, ours, credit="Taken").status_code in (302, 403)
    ours.refresh_from_db()
    assert (ours.credit, ours.killed_at) == ("Radio Lantern", None)
    assert not EditorialLog.objects.filter(verb="download").exists()


def test_whoever_is_logged_out_reaches_nothing(photo, client):
    for page in (*PAGES, "change"):
        assert client.get(address(page, photo.pk)).status_code == 302, page
        assert "/login/" in client.post(address(page, photo.pk))["Location"]
