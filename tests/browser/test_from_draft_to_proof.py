"""The Russian notice, by two legal officers: from the draft to readers' pages and the proof."""

from __future__ import annotations

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import LegalNotice, NoticeVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SLUG = "russia-undesirable-organization"
WORDS = "have declared Radio Lantern an “undesirable organization”"


@pytest.fixture
def on_air(story, now, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1/32"]
    settings.REGION_HEADER = "Region"
    return publish(story, actor=SYSTEM, now=now)


def fill_the_blanks(page: Page) -> None:
    """What only counsel knows: the starter leaves it open, and marks where."""
    page.locator("#id_texts-0-title").wait_for()
    for title in page.locator("[name^=texts-][name$=-title]").all():
        if "[" in title.input_value():
            title.fill(re.sub(r"\[[^\]]+\]", "Radio Lantern", title.input_value()))
    basis = page.locator("[name=legal_basis]")
    basis.fill(re.sub(r"\[[^\]]+\]", "20 February 2024", basis.input_value()))


def draft(page: Page, site: str) -> LegalNotice:
    page.goto(f"{site}/admin/articles/legalnotice/add/")
    page.click("text=Undesirable organization")
    fill_the_blanks(page)
    page.fill("[name=starts_at_0]", "2024-02-20")
    page.fill("[name=starts_at_1]", "00:00")
    page.click("input[name=_continue]")
    expect(page.locator(".notice-sentence")).to_contain_text(
        "readers in Russia and the occupied territories of Ukraine"
    )
    expect(page.locator(".notice-sentence")).to_contain_text("20 February 2024, 00:00 (Moscow)")
    return LegalNotice.objects.get(slug=SLUG)


def readers_notices(readers_page, url: str, place: str) -> list[str]:
    page = readers_page(extra_http_headers={"Region": place})
    page.goto(url)
    return [one.get_attribute("data-notice") for one in page.locator("[data-notice]").all()]


def test_two_officers_put_it_before_the_readers_whom_it_concerns_and_prove_it(
    on_air, english, cast, log_in, site, readers_page
):
    page = log_in(cast.legal_officer)
    notice = draft(page, site)
    page.click("text=Propose …")

    page.click("button[type=submit].default")
    expect(page.locator(".success")).to_be_visible()
    address = f"{site}/en/a/{on_air.slug}/{on_air.pk}.html"
    assert readers_notices(readers_page, address, "RU") == []

    page.goto(f"{site}/admin/articles/legalnotice/{notice.pk}/approve/")
    expect(page.locator("button", has_text="Approve version")).to_have_count(0)

    page = log_in(cast.second_legal_officer)
    page.goto(f"{site}/admin/articles/legalnotice/{notice.pk}/approve/")
    matrix = page.locator("section[aria-labelledby=law-matrix]")
    expect(matrix).to_contain_text("Russia")
    expect(matrix).to_contain_text("Occupied territories of Ukraine")
    expect(page.locator("section[aria-labelledby=law-diff]")).to_contain_text(WORDS)
    page.click("button:has-text('Approve version')")
    expect(page.locator(".messagelist")).to_contain_text("approved")

    for place in ("RU", "UA-43", "UA-14", "UA", "XX"):
        assert readers_notices(readers_page, address, place) == [SLUG], place
    for place in ("DE", "UA-46", "KZ"):
        assert readers_notices(readers_page, address, place) == [], place

    out = StringIO()
    call_command("check_notices", stdout=out)
    assert "nothing missing" in out.getvalue()
    out = StringIO()
    call_command(
        "notices_at", region="RU", service="en", story=str(on_air.pk),
        at=timezone.now().isoformat(), json=True, stdout=out,
    )  # fmt: skip
    told = json.loads(out.getvalue())["notices"]
    assert [(one["slug"], WORDS in one["title"]) for one in told] == [(SLUG, True)]
    call_command("verify_manifest", stdout=StringIO())


def test_a_reader_says_where_they_are_without_a_script(
    on_air, english, cast, log_in, site, readers_page
):
    page = log_in(cast.legal_officer)
    notice = draft(page, site)
    from articles.publishing.notices import approve, propose

    now = timezone.now()
    propose(notice, actor=cast.legal_officer, now=now)
    version = NoticeVersion.objects.get()
    approve(version, actor=cast.second_legal_officer, now=now)

    reader = readers_page(width=360, extra_http_headers={"Region": "NL"}, java_script_enabled=False)
    reader.goto(f"{site}/en/a/{on_air.slug}/{on_air.pk}.html")
    expect(reader.locator("[data-notice]")).to_have_count(0)
    reader.click("text=Where do you read from?")
    reader.select_option("#in", "RU")
    reader.click("button")
    expect(reader.locator(f"[data-notice={SLUG}]")).to_be_visible()
    expect(reader.locator("[data-share]")).to_have_count(0)
    reader.click(".brand")
    expect(reader.locator(".where")).to_contain_text("Russia")
    assert reader.context.cookies() == []
