"""A legal officer sets up the Russian notice in a real browser; nothing is inaccessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from articles.models import LegalNotice
from articles.vocabularies import Effect
from tests.browser.axe import violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
LIST = "/admin/articles/legalnotice/"


@pytest.fixture
def desk(english, persian, politics, cast, log_in) -> Page:
    return log_in(cast.legal_officer)


def pick(page: Page, field: str, term: str, label: str) -> None:
    page.click(f"#field-{field} .select2-selection")
    page.keyboard.type(term)
    page.click(f".select2-results__option:has-text('{label}')")


def write(page: Page, number: int, text: str) -> None:
    frame = page.frame_locator(f"#cke_id_texts-{number}-body iframe")
    frame.locator("body").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def test_the_russian_notice_is_set_up_from_its_starter(desk, site):
    desk.goto(site + LIST)
    desk.click("text=Add legal notice")
    desk.click("text=Undesirable organization")
    expect(desk.locator("#field-region")).to_contain_text("Russia (RU)")
    assert desk.locator("#field-reach input:checked").get_attribute("value") == (
        "matched_or_unknown"
    )
    pick(desk, "region", "belar", "Belarus (BY)")
    pick(desk, "service", "pers", "Persian Service (fa)")
    desk.fill("#id_texts-0-title", "Sharing may be punished")
    write(desk, 0, "Take care.")
    desk.fill("#id_starts_at_0", "2024-02-20")
    desk.fill("#id_starts_at_1", "00:00")
    expect(desk.locator("output.notice-readback").first).to_contain_text("20 February 2024")
    expect(desk.locator("output.notice-readback").first).to_contain_text("Tuesday")
    desk.click("input[name=_continue]")

    expect(desk.locator(".notice-sentence")).to_contain_text(
        "readers in Belarus, Russia and the occupied territories of Ukraine"
    )
    expect(desk.locator(".notice-missing")).to_contain_text("Persian: missing, readers get English")
    expect(desk.locator(".desk-findings .blocks")).to_contain_text("[date of the entry]")
    expect(desk.locator(".notice-moments")).to_contain_text("19 February 2024, 21:00")
    expect(desk.locator("[data-local]").first).to_contain_text("you, in")
    notice = LegalNotice.objects.get()
    assert notice.texts.get().body == "<p>Take care.</p>"
    assert Effect.HIDE_DONATE in notice.effects
    assert notice.targets.count() == 4


def test_choosing_a_kind_presets_its_usual_reach(desk, site):
    desk.goto(f"{site}{LIST}add/?starter=nothing")
    for kind, reach in (("privacy", "matched_or_unknown"), ("withheld", "matched")):
        desk.select_option("#id_kind", kind)
        assert desk.locator("#field-reach input:checked").get_attribute("value") == reach


def test_a_text_follows_the_direction_of_its_language(desk, site):
    desk.goto(f"{site}{LIST}add/?starter=nothing")
    body = desk.frame_locator("#cke_id_texts-0-body iframe").locator("body")
    expect(body).to_be_visible()
    desk.select_option("#id_texts-0-language", "fa")
    expect(body).to_have_attribute("dir", "rtl")
    expect(desk.locator("#id_texts-0-title")).to_have_attribute("dir", "rtl")

    desk.click("#texts-group .add-row a")
    expect(desk.frame_locator("#cke_id_texts-1-body iframe").locator("body")).to_be_visible()
    desk.check("#id_texts-0-default")
    desk.check("#id_texts-1-default")
    expect(desk.locator("#id_texts-0-default")).not_to_be_checked()


def test_changes_are_said_to_be_unsaved(desk, site, now):
    notice = LegalNotice.objects.create(
        slug="n", kind="info", placements=["article_foot"], reach="matched", starts_at=now
    )
    desk.goto(f"{site}{LIST}{notice.pk}/change/")
    hint = desk.locator("[data-unsaved]")
    expect(hint).to_be_hidden()
    pick(desk, "region", "UA-43", "Crimea (UA-43)")
    expect(hint).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_notices_at_the_desk_have_no_violations(width, scheme, desk, site, story, now):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    notice = LegalNotice.objects.create(
        slug="n", kind="withheld", reach="matched", starts_at=now, placements=["article_top"]
    )
    notice.texts.create(language="en", title="Withheld", body="<p>x</p>", is_default=True)
    notice.targets.create(dimension="region", value="GB")
    notice.targets.create(dimension="story", value=str(story.pk))
    for path in ("", "add/", "add/?starter=foreign-agent", f"{notice.pk}/change/"):
        desk.goto(site + LIST + path)
        desk.wait_for_load_state("networkidle")
        if "change" in path or "=" in path:
            desk.frame_locator("#cke_id_texts-0-body iframe").locator("p").first.wait_for()
        found = violations(desk)
        assert found == [], path + "\n" + "\n".join(found)
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, path
