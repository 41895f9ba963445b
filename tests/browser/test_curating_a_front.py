"""An editor arranges a front with the mouse and with keys, puts it on air, and takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Front, PublishedFront
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
NAMES = ("Alpha", "Beta", "Gamma", "Delta")


@pytest.fixture
def stories(make_story):
    made = {name: make_story(headline=name) for name in NAMES}
    for number, story in enumerate(made.values()):
        publish(story, actor=SYSTEM, now=timezone.now() - timedelta(hours=number))
    return made


def order(page):
    return page.locator("[data-slots] [data-headline]").all_inner_texts()


def saved(page):
    expect(page.locator("[data-said]")).to_contain_text("Saved 20")


def test_a_front_is_arranged_put_on_air_and_undone(stories, english, cast, log_in, site,
                                                   readers_page):  # fmt: skip
    page = log_in(cast.desk_editor)
    page.on("dialog", lambda dialog: dialog.accept())
    clicks = 0

    def click(target):
        nonlocal clicks
        clicks += 1
        target.click()

    click(page.get_by_role("link", name="Fronts"))
    click(page.get_by_role("link", name="Front page"))
    offers = page.locator("[data-offers]")
    for name in ("Gamma", "Beta", "Alpha"):
        click(offers.locator("[data-offer]", has_text=name).get_by_role("button"))
    assert order(page) == ["Gamma", "Beta", "Alpha"]
    click(page.get_by_role("button", name="Put on air"))
    expect(page.locator(".messagelist")).to_contain_text("on air")
    assert clicks == 6

    reader = readers_page(width=360)
    reader.goto(f"{site}/en/")
    assert reader.locator(".front h2 a, .front h3 a").all_inner_texts() == [
        "Gamma", "Beta", "Alpha", "Delta",
    ]  # fmt: skip

    # By keys: the handle moves its card, and says where it is.
    page.locator("[data-slot]", has_text="Alpha").locator("[data-handle]").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert order(page) == ["Alpha", "Gamma", "Beta"]
    expect(page.locator("[data-moved]")).to_have_text("“Alpha”: 1 of 3")
    expect(page.locator("[data-slot]", has_text="Alpha").locator("[data-handle]")).to_be_focused()
    saved(page)

    # With the mouse: Beta is dragged above Gamma.
    handle = page.locator("[data-slot]", has_text="Beta").locator("[data-handle]").bounding_box()
    target = page.locator("[data-slot]", has_text="Gamma").bounding_box()
    page.mouse.move(handle["x"] + 8, handle["y"] + 12)
    page.mouse.down()
    page.mouse.move(handle["x"] + 8, target["y"] + 30, steps=6)
    page.mouse.move(handle["x"] + 8, target["y"] + 5, steps=3)
    page.mouse.up()
    assert order(page) == ["Alpha", "Beta", "Gamma"]
    saved(page)

    page.reload()
    assert order(page) == ["Alpha", "Beta", "Gamma"]
    assert PublishedFront.objects.get().leads[0][0] == stories["Gamma"].pk  # a draft as yet
    page.get_by_role("button", name="Put on air").click()
    expect(page.locator(".messagelist")).to_contain_text("on air")
    reader.reload()
    expect(reader.locator(".lead h2")).to_have_text("Alpha")

    page.get_by_role("button", name="Put back on air").click()
    expect(page.locator(".messagelist")).to_contain_text("Version 1 is on air again")
    reader.reload()
    expect(reader.locator(".lead h2")).to_have_text("Gamma")
    assert order(page) == ["Alpha", "Beta", "Gamma"]


def test_another_headline_links_and_a_preview(stories, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/fronts/en/-/")
    offers = page.locator("[data-offers]")
    offers.locator("[data-offer]", has_text="Beta").get_by_role("button").click()
    slot = page.locator("[data-slot]").first
    slot.locator("summary").click()
    slot.locator("[name=headline]").fill("Seen another way")
    slot.locator("[data-link]").click()
    offers.locator("[data-offer]", has_text="Delta").get_by_role("button", name="Link").click()
    page.get_by_role("button", name="Done").click()
    expect(slot.locator("[data-marks]")).to_have_text(" · other headline · 1 link")
    page.get_by_role("link", name="Preview").click()
    frame = page.frame_locator("iframe.phone")
    expect(frame.locator(".lead h2")).to_have_text("Seen another way")
    expect(frame.locator(".also")).to_have_text("Delta")
    assert Front.objects.get().draft[0]["also"] == [stories["Delta"].pk]


def test_two_windows_and_nothing_is_lost(stories, cast, log_in, site):
    page = log_in(cast.desk_editor)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{site}/admin/fronts/en/-/")
    other = page.context.new_page()
    other.goto(f"{site}/admin/fronts/en/-/")
    other.locator("[data-offer]", has_text="Delta").get_by_role("button").click()
    saved(other)
    page.locator("[data-offer]", has_text="Alpha").get_by_role("button").click()
    expect(page.locator("[data-said]")).to_contain_text("Yours is kept as version 1")
    assert order(page) == ["Alpha"]
    page.reload()
    assert order(page) == ["Delta"]
    page.get_by_role("button", name="Go on from this").click()
    expect(page.locator("[data-slots] [data-headline]")).to_have_text(["Alpha"])
