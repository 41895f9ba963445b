"""The secret is in the link alone: no cache, log or database opens it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from articles.caching.page_key import is_cacheable
from articles.models import PreviewLink
from articles.models.service import validate_not_reserved
from newsroom.wsgi import RULES
from tests.admin.secret_preview_links.reply import html
from tests.caching.conftest import environ_of


def test_nobody_keeps_it_and_nobody_learns_where_the_reader_came_from(link, client):
    _row, address = link()
    page = client.get(address)
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex, nofollow">' in html(page)
    assert not {"ETag", "Set-Cookie", "Surrogate-Control", "Surrogate-Key"} & set(page.headers)
    assert not page.cookies


@pytest.mark.parametrize(
    "change",
    [lambda token: token[:-1], lambda token: token[:-1] + "~", lambda token: token.upper(),
     lambda token: token + "A", lambda _token: "x" * 43, lambda _token: "é" * 43,
     lambda _token: "%00" * 43, lambda _token: "9" * 3_000],
)  # fmt: skip
def test_a_forged_token_is_not_found(change, link, client):
    _row, address = link()
    token = address.split("/")[2]
    assert client.get(f"/preview/{change(token)}/").status_code == 404
    assert PreviewLink.objects.count() == 1


def test_the_hash_in_the_database_opens_nothing(link, client):
    row, _address = link()
    assert client.get(f"/preview/{row.token_hash}/").status_code == 404
    assert client.get(f"/preview/{row.token_hash[:43]}/").status_code == 404


def test_no_log_learns_the_secret(link, client, story, enforce, settings, caplog, now):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    _row, address = link()
    client.get(address, headers={"region": "GB"})
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        client.get(address)
    assert address not in caplog.text


def test_the_page_cache_never_holds_it(link):
    _row, address = link()
    assert not is_cacheable(environ_of(address), RULES)


def test_no_service_may_take_its_address():
    with pytest.raises(ValidationError):
        validate_not_reserved("preview")
