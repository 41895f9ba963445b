"""A session that ended asks for the password, and what was typed goes on."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import StoryDraft
from tests.browser.nothing_is_lost.form import open_form, state

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_an_ended_session_asks_for_the_password_and_saving_goes_on(url, cast, at_desk, story):
    page = open_form(at_desk(cast.reporter), url)
    page.fill("#id_headline", "Typed when the session had ended")
    Session.objects.all().delete()
    page.click("input[name=_continue]")
    dialog = page.locator("#desk-again")
    expect(dialog).to_be_visible()
    page.keyboard.type("a guess")
    page.keyboard.press("Enter")
    expect(dialog.locator("[data-refusal]")).to_have_text("This password is not right.")
    dialog.locator("input[type=password]").fill("secret")
    page.keyboard.press("Enter")
    expect(page.locator(".success")).to_be_visible()
    story.refresh_from_db()
    assert story.headline == "Typed when the session had ended"


def test_autosave_asks_for_the_password_as_well_and_the_button_s_verb_goes_on(
    url, cast, at_desk, story
):
    page = open_form(at_desk(cast.desk_editor), url)
    Session.objects.all().delete()
    page.fill("#id_headline", "Typed when the session had ended")
    dialog = page.locator("#desk-again")
    expect(dialog).to_be_visible(timeout=15_000)
    dialog.locator("[data-later]").click()
    expect(state(page)).to_contain_text("your session has ended")
    page.click("input[name=_publish]")
    dialog.locator("input[type=password]").fill("secret")
    page.keyboard.press("Enter")
    page.wait_for_url("**/publish/")
    story.refresh_from_db()
    assert story.headline == "Typed when the session had ended"


def test_somebody_else_s_log_in_in_this_browser_does_not_get_the_text(url, cast, at_desk, site):
    page = open_form(at_desk(cast.reporter), url)
    context = page.context
    Session.objects.all().delete()
    other = context.new_page()
    other.goto(f"{site}/admin/")
    other.fill("#id_username", "desk_editor")
    other.fill("#id_password", "secret")
    other.click("input[type=submit]")
    page.fill("#id_headline", "Typed by the reporter")
    expect(page.locator("#desk-again")).to_be_visible(timeout=15_000)
    page.locator("#desk-again [data-later]").click()
    expect(state(page)).to_contain_text("somebody else is logged in here now")
    page.close(run_before_unload=False)
    open_form(other, url)
    other.fill("#id_kicker", "By the editor")  # kept only after what lay here has been looked at
    expect(state(other)).to_contain_text("Draft kept", timeout=15_000)
    kept = StoryDraft.objects.get(is_saved=False)
    assert kept.user.username == "desk_editor"
    assert "Typed by the reporter" not in str(kept.fields)
    assert other.locator(".keeper-panel").count() == 0


def test_logging_in_again_in_another_tab_is_noticed_by_itself(url, cast, at_desk, site, story):
    page = open_form(at_desk(cast.reporter), url)
    Session.objects.all().delete()
    other = page.context.new_page()
    other.goto(f"{site}/admin/")
    other.fill("#id_username", "reporter")
    other.fill("#id_password", "secret")
    other.click("input[type=submit]")
    page.fill("#id_headline", "The key of this form is old")
    expect(state(page)).to_contain_text("Draft kept", timeout=15_000)
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    story.refresh_from_db()
    assert story.headline == "The key of this form is old"


def test_without_scripts_the_log_in_page_carries_the_words(url, cast, at_desk, story):
    page = at_desk(cast.reporter, java_script_enabled=False)
    page.goto(url)
    page.fill("#id_headline", "Typed without scripts")
    Session.objects.all().delete()
    page.click("input[name=_continue]")
    page.fill("#id_username", "reporter")
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.click("text=Take it over")
    page.click("input[name=_continue]")
    story.refresh_from_db()
    assert story.headline == "Typed without scripts"
