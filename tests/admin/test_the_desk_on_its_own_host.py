"""With ADMIN_HOST the desk is on that host alone, and nothing else is there."""

import pytest


@pytest.fixture(autouse=True)
def _own_host(settings, db, english):
    settings.ADMIN_HOST = "desk.example.org"
    settings.ALLOWED_HOSTS = ["desk.example.org", "www.example.org"]


def test_elsewhere_the_desk_is_not_there(client):
    for path in ("/admin/", "/admin/login/", "/admin/account/", "/admin/articles/story/"):
        page = client.get(path, headers={"host": "www.example.org"})
        assert page.status_code == 404, path
        assert "Content-Security-Policy" in page


def test_on_its_host_it_is(client):
    page = client.get("/admin/login/", headers={"host": "desk.example.org:443"})
    assert page.status_code == 200


def test_readers_find_no_site_on_the_desks_host(client):
    page = client.get("/en/", headers={"host": "desk.example.org"})
    assert (page.status_code, page["Location"]) == (302, "/admin/")
    assert client.get("/en/", headers={"host": "www.example.org"}).status_code == 200


def test_staff_read_pages_as_a_preview_there(client, cast):
    client.force_login(cast.reporter)
    assert client.get("/en/", headers={"host": "desk.example.org"}).status_code == 200


def test_machines_ask_every_host(client):
    assert client.get("/healthz", headers={"host": "desk.example.org"}).status_code == 200
