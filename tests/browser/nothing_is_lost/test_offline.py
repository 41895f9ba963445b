"""Offline it is kept on this computer, for its writer alone, until the server has it."""

import pytest
from playwright.sync_api import expect

from articles.models import StoryDraft
from tests.browser.nothing_is_lost.form import frame, open_form, state, type_in_text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_offline_it_is_kept_on_this_computer_and_offered_after_a_crash(url, cast, at_desk, story):
    page = open_form(at_desk(cast.reporter), url)
    context = page.context
    context.set_offline(True)
    type_in_text(page, " Typed offline.")
    expect(state(page)).to_have_text("Not saved: offline, kept on this computer", timeout=15_000)
    page.click("input[name=_continue]")
    expect(state(page)).to_have_text("Not saved: offline, kept on this computer", timeout=15_000)
    expect(frame(page).locator("body")).to_contain_text("Typed offline.")
    page.close(run_before_unload=False)
    assert not StoryDraft.objects.filter(is_saved=False).exists()

    context.set_offline(False)
    page = open_form(context.new_page(), url)
    expect(page.locator(".keeper-panel ins")).to_contain_text("Typed offline.", timeout=15_000)
    page.click("text=Take it over")
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    story.refresh_from_db()
    assert "Typed offline." in story.body


def test_back_online_it_reaches_the_server_by_itself(url, cast, at_desk):
    page = open_form(at_desk(cast.reporter), url)
    page.context.set_offline(True)
    page.fill("#id_headline", "Typed offline")
    expect(state(page)).to_contain_text("Not saved: offline", timeout=15_000)
    page.context.set_offline(False)
    expect(state(page)).to_contain_text("Draft kept", timeout=20_000)
    assert StoryDraft.objects.get().headline == "Typed offline"


def test_the_copy_on_this_computer_is_not_readable_without_its_writer(url, cast, at_desk):
    page = open_form(at_desk(cast.reporter), url)
    page.context.set_offline(True)
    page.fill("#id_headline", "Confidential")
    expect(state(page)).to_contain_text("Not saved: offline", timeout=15_000)
    held = page.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open("desk", 1).onsuccess = (event) => {
            const rows = event.target.result.transaction("kept").objectStore("kept").getAll();
            rows.onsuccess = () => resolve(rows.result.map((row) =>
              new TextDecoder().decode(row.sealed) + JSON.stringify(row)));
          };
        })"""
    )
    assert len(held) == 1
    assert "Confidential" not in held[0]
