"""What is typed is kept while one writes, and a crash costs nothing."""

import pytest
from playwright.sync_api import expect

from articles.models import StoryDraft
from tests.browser.nothing_is_lost.form import frame, open_form, state, type_in_text, warns

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_draft_is_kept_while_one_writes_and_leaving_warns(url, cast, at_desk, story):
    page = open_form(at_desk(cast.reporter), url)
    expect(state(page)).to_contain_text("Saved")
    expect(state(page)).to_contain_text("Prague")
    assert not warns(page)

    type_in_text(page, " And more.")
    expect(state(page)).to_contain_text("Draft kept", timeout=15_000)
    assert warns(page)
    assert "And more." in StoryDraft.objects.get().fields["body"][0]
    assert StoryDraft.objects.get().touched == ["body"]
    assert story.versions.count() == 1

    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    expect(state(page)).to_contain_text("Saved")
    assert not StoryDraft.objects.filter(is_saved=False).exists()
    assert not warns(page)


def test_what_is_taken_back_is_no_unsaved_text(url, cast, at_desk):
    page = open_form(at_desk(cast.reporter), url)
    before = page.input_value("#id_headline")
    page.fill("#id_headline", "Typed")
    expect(state(page)).to_contain_text("Draft kept", timeout=15_000)
    page.fill("#id_headline", before)
    expect(state(page)).to_contain_text("Saved", timeout=15_000)
    assert not warns(page)
    assert not StoryDraft.objects.filter(is_saved=False).exists()


def test_a_crash_costs_nothing(url, cast, at_desk, story):
    page = open_form(at_desk(cast.reporter), url)
    type_in_text(page, " Typed before the crash.")
    expect(state(page)).to_contain_text("Draft kept", timeout=15_000)
    context = page.context
    page.close(run_before_unload=False)

    page = open_form(context.new_page(), url)
    panel = page.locator(".keeper-panel")
    expect(panel.locator("ins")).to_contain_text("Typed before the crash.")
    page.click("text=Take it over")
    expect(frame(page).locator("body")).to_contain_text("Typed before the crash.")
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    story.refresh_from_db()
    assert "Typed before the crash." in story.body
    expect(page.locator(".keeper-panel")).to_have_count(0)
