"""An afternoon with one text: saved, named, compared, restored, looked at, shown outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_from_two_saves_to_a_link_that_is_over(
    english, cast, story, site, log_in, readers_page, now
):
    page = log_in(cast.desk_editor)
    form = f"{site}/admin/articles/story/{story.pk}"
    for headline in ("The river rises at night", "The river falls"):
        page.goto(f"{form}/change/")
        page.fill("#id_headline", headline)
        page.click("input[name=_continue]")
        expect(page.locator(".success")).to_be_visible()
        expect(page.locator("#id_headline")).to_have_value(headline)

    # Named,
    page.goto(f"{form}/history/")
    row = page.locator("#version-1")
    row.locator("summary").click()
    row.locator("input[name=name]").fill("As sent to the lawyer")
    row.get_by_role("button", name="Keep").click()
    expect(page.locator("#version-1")).to_contain_text("As sent to the lawyer")

    # compared,
    page.locator("#version-1 input[name=old]").check()
    page.locator("#version-2 input[name=new]").check()
    page.get_by_role("button", name="Compare the two chosen").click()
    expect(page.locator(".desk-diff ins").nth(1)).to_have_text("falls")
    expect(page.locator(".desk-diff-fields del")).to_have_text("rises at night")

    # restored,
    page.get_by_role("link", name="Restore version 1").click()
    page.get_by_role("button", name="Restore").click()
    expect(page.locator("#id_headline")).to_have_value("The river rises at night")

    # looked at as on a phone,
    with page.expect_popup() as opened:
        page.click("input[name=_preview]")
    page = opened.value
    phone = page.frame_locator("iframe[name=desk-phone]")
    expect(phone.locator("article h1")).to_have_text("The river rises at night")
    assert (
        phone.locator("html").evaluate("html => html.ownerDocument.defaultView.innerWidth") == 360
    )
    assert phone.locator("html").evaluate("html => html.scrollWidth") == 360
    expect(phone.locator("article figure img")).to_be_visible()

    # and shown to somebody outside, until it is over.
    page.get_by_role("link", name="Make a preview link").click()
    page.fill("#id_for_whom", "Our lawyer")
    page.get_by_role("button", name="Make the link").click()
    address = page.input_value("#id_url")
    lawyer = readers_page(width=360, java_script_enabled=False)
    lawyer.goto(address)
    expect(lawyer.locator("article h1")).to_have_text("The river rises at night")
    expect(lawyer.locator(".desk-ribbon")).to_have_text("Preview – not published")
    assert lawyer.context.cookies() == []

    page.get_by_role("link", name="Done").click()
    page.get_by_role("button", name="End it now").click()
    expect(page.locator(".success")).to_contain_text("The link is over")
    over = lawyer.goto(address)
    assert over is not None
    assert over.status == 410
    expect(lawyer.locator("h1")).to_have_text("This preview is over")


def test_findings_stand_beside_the_fields_and_lead_to_them(
    english, cast, story, photo, site, log_in
):
    photo.credit = ""
    photo.save()
    story.section = None
    story.save()
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    expect(page.locator("#desk-checks .blocks").first).to_contain_text("must be mended")
    expect(page.locator("#story_photos-group .desk-check-mark.blocks")).to_have_text(
        "Must be mended"
    )
    expect(page.locator(".field-section .desk-check-mark")).to_have_text("Worth a look")
    page.locator("#desk-checks a[href='#story_photos-group']").click()
    expect(page.locator("#story_photos-group h2").first).to_be_in_viewport()

    photo.credit = "Radio Lantern"
    photo.save()
    page.get_by_role("button", name="Check again").click()
    expect(page.locator("#desk-checks")).to_contain_text("Nothing stands in the way.")
    expect(page.locator("#story_photos-group .desk-check-mark")).to_have_count(0)


def test_the_frames_are_dark_or_light_as_asked(english, cast, story, site, log_in):
    page = log_in(cast.desk_editor)
    seen = {}
    for colours in ("dark", "light"):
        page.goto(f"{site}/admin/articles/story/{story.pk}/preview/?colours={colours}")
        body = page.frame_locator("iframe[name=desk-phone]").locator("body")
        seen[colours] = body.evaluate("body => getComputedStyle(body).backgroundColor")
    assert seen["dark"] != seen["light"]
