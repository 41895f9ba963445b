"""Whatever is done to a browser or to the server, no word that was typed is lost."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Story, StoryDraft
from articles.publishing.save import save

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


TEN_CLICKS = """() => {
  for (let n = 0; n < 10; n += 1) { document.querySelector("[name=_continue]").click(); }
}"""


@pytest.fixture
def url(story, cast, now, site):
    save(story, actor=cast.reporter, now=now)
    return site + reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def at_desk(browser, site):
    """``at_desk(user)``: a browser of their own, logged in."""
    contexts = []

    def make(user, **options) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}/admin/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        return page

    yield make
    for context in contexts:
        context.close()


def open_form(page: Page, url: str) -> Page:
    page.goto(url)
    frame(page).locator("p").first.wait_for()
    page.wait_for_function("document.readyState === 'complete'")
    return page


def frame(page: Page):
    return page.frame_locator("iframe.cke_wysiwyg_frame")


def type_in_text(page: Page, words: str) -> None:
    frame(page).locator("p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def state(page: Page):
    return page.locator("#desk-keeper [data-words]")


def warns(page: Page) -> bool:
    """Whether leaving would be asked about."""
    return page.evaluate(
        "() => { const leaving = new Event('beforeunload', { cancelable: true });"
        " window.dispatchEvent(leaving); return leaving.defaultPrevented; }"
    )


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


def test_two_editors_save_and_a_true_conflict_shows_both_sides(url, cast, at_desk, story):
    hers, his = (open_form(at_desk(who), url) for who in (cast.reporter, cast.desk_editor))
    type_in_text(hers, " Hers.")
    expect(state(hers)).to_contain_text("Draft kept", timeout=15_000)
    expect(his.locator("[data-others]")).to_have_text(
        "Also here: reporter – unsaved changes", timeout=25_000
    )
    hers.click("input[name=_continue]")
    expect(hers.locator(".success")).to_be_visible()

    type_in_text(his, " His.")
    his.fill("#id_kicker", "Flood")
    his.click("input[name=_continue]")
    clash = his.locator(".keeper-clash")
    expect(clash).to_have_count(1)
    expect(clash).to_contain_text("Hers.")
    expect(clash).to_contain_text("His.")
    clash.locator("[value=both]").check()
    his.click("input[name=_continue]")
    expect(his.locator(".success")).to_be_visible()
    expect(his.locator(".messagelist")).to_contain_text("Joined with what reporter saved")
    story.refresh_from_db()
    assert " Hers." in story.body
    assert " His." in story.body
    assert story.kicker == "Flood"


def test_ten_clicks_on_save_are_one_version(url, cast, at_desk, site, english, story):
    page = open_form(at_desk(cast.reporter), url)
    page.fill("#id_headline", "Clicked often")
    page.evaluate(TEN_CLICKS)
    expect(page.locator(".success")).to_be_visible()
    assert story.versions.count() == 2
    page.goto(site + reverse("admin:articles_story_add"))
    page.wait_for_load_state("load")
    page.fill("#id_headline", "A new one")
    page.evaluate(TEN_CLICKS)
    expect(page.locator(".success")).to_be_visible()
    assert Story.objects.filter(headline="A new one").count() == 1


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
