"""What two people do with one story, each step as somebody does it who has read no manual."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.road_hands import PATIENCE, Hands, Road

HEADLINE = "The bridge at Karasu opens again"
FIRST, SECOND = "It is open to lorries from tonight.", "The ferry goes on for a week."
MENDED, RIGHT = "The ferry goes on until Sunday.", "It is open to cars from tonight."
BREAKING = "Quake shakes the foothills"


def write(hands: Hands, road: Road) -> None:
    """Headline, text, picture with its words; whose story it is stands there already."""
    page = hands.page
    hands.link("New story")
    hands.link(re.compile("^Report"))
    expect(page.get_by_label("Headline")).to_be_focused(timeout=PATIENCE)
    hands.type(HEADLINE)
    hands.click(hands.text)
    page.keyboard.type(FIRST)
    page.keyboard.press("Enter")
    page.keyboard.type(SECOND)
    road.count()  # on "From this device …"; the dialog is the system's own
    page.get_by_label("From this device …").set_input_files(road.photo)
    row = page.locator("#story_photos-group li.story-photo:not(.is-blank)")
    expect(row.get_by_label("Alt text")).to_be_visible(timeout=PATIENCE)
    hands.click(row.get_by_label("Alt text"))
    hands.type("A bridge and its river in fog.", "The bridge on Tuesday.")
    credit = row.get_by_label("Credit", exact=True)
    page.keyboard.press("Tab")
    expect(credit).to_be_focused(timeout=PATIENCE)
    if not credit.input_value():
        hands.type("Radio Lantern", "Staff")
    hands.button("Save")
    hands.is_told("was added")


def submit(hands: Hands, _road: Road) -> None:
    hands.button("Submit …")
    hands.button("Submit")
    hands.is_told("is in review")


def ask_for_change(hands: Hands, _road: Road) -> None:
    """Found on the list of what waits; the passage is chosen with the mouse."""
    hands.link("Today")
    hands.link(HEADLINE)
    hands.click(hands.text.locator("p", has_text=SECOND), click_count=3)
    hands.click(hands.page.locator("summary", has_text=re.compile(r"^\s*Comments\s*$")))
    panel = hands.page.locator("#desk-comments")
    hands.click(panel.get_by_role("textbox", name="Comment", exact=True))
    hands.type("A week from when? Say the day.")
    hands.button("Ask for this change", panel)
    expect(panel).to_contain_text("went back to its writers", timeout=PATIENCE)


def mend(hands: Hands, _road: Road) -> None:
    """What is asked for stands beside the text; it is settled there."""
    page = hands.page
    hands.link("Today")
    hands.link(HEADLINE)
    panel = page.locator("#desk-comments")
    expect(panel.locator("blockquote")).to_have_text(SECOND, timeout=PATIENCE)
    hands.click(hands.text.locator("p", has_text=SECOND), click_count=3)
    page.keyboard.type(MENDED)
    hands.button("Settle", panel)
    expect(panel).to_contain_text("Settled by", timeout=PATIENCE)
    hands.button("Submit …")
    hands.button("Submit")
    hands.is_told("is in review")


def approve(hands: Hands, _road: Road) -> None:
    hands.link("Today")
    hands.link("Read and approve …", hands.page.locator("li", has_text=HEADLINE))
    expect(hands.page.frame_locator("iframe").locator("article")).to_contain_text(
        MENDED, timeout=PATIENCE
    )
    hands.button("Approve")
    hands.is_told("is approved")


def schedule(hands: Hands, _road: Road) -> None:
    page = hands.page
    hands.click(page.locator("summary", has_text="More"))
    hands.button("Schedule …")
    day = page.get_by_label("Goes on air: date")
    expect(day).to_be_focused(timeout=PATIENCE)
    # Typed in whatever order the browser's language has.
    day.fill((date.today() + timedelta(days=1)).isoformat())
    page.get_by_label("Goes on air: time").fill("07:30")
    hands.button("Schedule")
    hands.is_told("goes on air")


def publish(hands: Hands, _road: Road) -> None:
    hands.button("Publish …")
    hands.button("Publish now")
    hands.is_told("is on air")


def correct(hands: Hands, _road: Road) -> None:
    """Found again in the list, as if it were the next day."""
    page = hands.page
    hands.link("Stories")
    hands.link(HEADLINE)
    hands.click(hands.text.locator("p", has_text=FIRST), click_count=3)
    page.keyboard.type(RIGHT)
    hands.button("Correct …")
    expect(page.get_by_label("What was wrong, and what is right")).to_be_focused(timeout=PATIENCE)
    hands.type("The bridge is open to cars only, not to lorries.")
    hands.button("Correct on air")
    hands.is_told("is on air")


def compare(hands: Hands, _road: Road) -> None:
    hands.link("Versions")
    hands.link("Changes")
    expect(hands.page.locator("del", has_text="lorries").first).to_be_visible(timeout=PATIENCE)


def look_back(hands: Hands, _road: Road) -> None:
    """The one before the newest that went on air: before the correction."""
    hands.link("All versions")
    hands.click(hands.page.get_by_role("link", name="As readers saw it").nth(1))
    seen = hands.page.frame_locator("iframe").locator("article")
    expect(seen).to_contain_text(FIRST, timeout=PATIENCE)


def break_news(hands: Hands, _road: Road) -> None:
    page = hands.page
    hands.link("The desk")
    hands.link(re.compile("^Breaking news"))
    expect(page.get_by_label("Headline")).to_be_focused(timeout=PATIENCE)
    hands.type(BREAKING, "Two towns are without power.", "Karasu")
    hands.button("Publish now")
    expect(page.get_by_role("link", name="the live page").first).to_be_visible(timeout=PATIENCE)
