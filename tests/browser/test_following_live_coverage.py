"""Two readers follow live coverage while a third person posts, corrects and removes at the desk."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.publishing.refusals import WrongState
from tests.browser.test_accessible import violations
from tests.hostile import hostile_texts, portions
from tests.live import go_live, post

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
STEP = 8_000  # milliseconds of the page's clock: less than the script waits for an answer


@pytest.fixture
def live(story):
    go_live(story, timezone.now())
    story.refresh_from_db()
    return story


@pytest.fixture
def path(live, site):
    return f"{site}/en/a/{live.on_air.slug}/{live.pk}.html"


@pytest.fixture
def follow(readers_page, path):
    def make(width: int = 1200, **options) -> Page:
        page = readers_page(width=width, **options)
        page.clock.install()
        page.goto(path)
        return page

    return make


@pytest.fixture
def desk(log_in, cast, site, live):
    page = log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{live.pk}/live/")
    return page


def a_while_later(*pages: Page) -> None:
    """Until each page has asked again and was answered, on a clock that is ours."""
    for page in pages:
        answers: list[int] = []

        def note(response, answers=answers) -> None:
            if "/updates/" in response.url:
                answers.append(response.status)

        page.on("response", note)
        for _step in range(100):
            page.clock.run_for(STEP)
            page.wait_for_timeout(100)
            if answers:
                break
        page.remove_listener("response", note)
        assert answers


def write(desk: Page, text: str, headline: str = "") -> None:
    composer = desk.locator("[data-composer]")
    composer.locator("[name=headline]").fill(headline)
    composer.locator("[name=text]").fill(text)
    composer.locator("[name=text]").press("Control+Enter")
    expect(composer.locator("[name=text]")).to_have_value("")


def row(desk: Page, text: str):
    return desk.locator(".live-entry", has_text=text)


def test_two_readers_follow_what_the_desk_posts_corrects_and_removes(desk, follow, live):
    post(live, "The first entry.", now=timezone.now())
    wide, narrow = follow(), follow(width=360)
    readers = (wide, narrow)
    write(desk, "The bridge is open.", "Bridge")
    write(desk, "It rains.")
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".fresh[role=status] button")).to_have_text("2 new updates")
        expect(page.locator(".entry")).to_have_count(1)  # nothing jumps
        page.locator(".fresh[role=status] button").click()
        expect(page.locator(".entry").first).to_contain_text("It rains.")
        expect(page.locator(".entry").nth(1)).to_contain_text("The bridge is open.")
        expect(page.locator(".fresh[role=status]")).to_be_empty()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    bridge = row(desk, "The bridge is open.")
    bridge.locator("summary", has_text="Edit or correct").click()
    bridge.locator("textarea").fill("The bridge is closed.")
    bridge.locator("[name$=correction]").fill("An earlier version said that it was open.")
    bridge.locator("button", has_text="Change it on air").click()
    expect(row(desk, "The bridge is closed.").locator(".live-words")).to_contain_text("earlier")
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".entry").nth(1)).to_contain_text("The bridge is closed.")
        expect(page.locator("[data-correction]")).to_contain_text("An earlier version")

    rain = row(desk, "It rains.")
    rain.locator("summary", has_text="Remove").click()
    rain.locator("[name=reason]").fill("It does not")
    rain.locator("button", has_text="Remove it for good").click()
    expect(desk.locator(".live-entry.is-removed")).to_have_count(1)
    a_while_later(*readers)
    for page in readers:
        expect(page.locator(".entry")).to_have_count(2)
        expect(page.locator("body")).not_to_contain_text("It rains.")


def test_a_page_that_is_another_one_by_now_says_so(desk, follow, live):
    reader = follow()
    desk.locator("summary", has_text="End the coverage").click()
    desk.locator("button", has_text="End it now").click()
    expect(desk.locator("[data-ended]")).to_be_visible()
    a_while_later(reader)
    button = reader.locator(".fresh[role=status] button")
    expect(button).to_have_text("This page has changed: load it again")
    button.click()
    expect(reader.locator(".state")).to_contain_text("This coverage has ended.")
    expect(reader.locator("script[src*='live']")).to_have_count(0)


def test_nothing_is_kept_on_the_device(desk, follow, live):
    reader = follow()
    write(desk, "The bridge is open.")
    a_while_later(reader)
    reader.locator(".fresh[role=status] button").click()
    stored = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert reader.evaluate(stored) == [0, 0, ""]
    assert reader.context.cookies() == []


def test_without_a_script_the_page_is_whole(follow, readers_page, path, live):
    now = timezone.now()
    for number in range(25):
        post(live, f"Entry number {number}.", headline=f"No. {number}", now=now, is_key_event=True)
    reader = readers_page(width=360, java_script_enabled=False)
    reader.goto(path)
    expect(reader.locator(".entry")).to_have_count(20)
    reader.locator(".events a", has_text="No. 24").click()
    assert reader.url.endswith(f"#{reader.locator('.entry').first.get_attribute('id')}")
    reader.locator(".older a").click()
    expect(reader.locator(".entry")).to_have_count(5)
    reader.locator(".entry .when a").first.click()
    expect(reader.locator("h1")).to_have_text("No. 4")
    reader.get_by_role("link", name="Read it in the whole coverage").click()
    expect(reader.locator(".entry").first).to_contain_text("No. 4")


def test_on_a_slow_line_that_breaks_the_reader_keeps_the_page_and_hears_later(
    desk, follow, live, path
):
    reader = follow()
    reader.route("**/updates/**", lambda route: route.abort())
    write(desk, "The bridge is open.")
    failed: list[str] = []
    reader.on("requestfailed", lambda request: failed.append(request.url))
    for _step in range(60):
        reader.clock.run_for(STEP)
        reader.wait_for_timeout(50)
    assert 2 <= len(failed) <= 12  # eight minutes: less and less often
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".fresh[role=status]")).to_be_empty()
    reader.unroute("**/updates/**")
    a_while_later(reader)
    expect(reader.locator(".fresh[role=status] button")).to_have_text("1 new update")


def test_who_spares_data_is_asked_for_nothing(desk, readers_page, path):
    reader = readers_page()
    reader.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    reader.clock.install()
    reader.goto(path)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.clock.run_for(600_000)
    # The browser may fetch the page's icon whenever it likes.
    assert [url for url in asked if not url.endswith("/mark.svg")] == []
    expect(reader.get_by_role("link", name="Look for new updates")).to_be_visible()


def test_what_is_typed_survives_a_lost_connection_and_a_refusal(desk, live):
    composer = desk.locator("[data-composer]")
    text = composer.locator("[name=text]")
    desk.route("**/live/?stream", lambda route: route.abort())
    text.fill("The bridge is closed.")
    text.press("Control+Enter")
    expect(composer.locator("[data-refusal]")).to_contain_text("kept here")
    expect(text).to_have_value("The bridge is closed.")
    desk.unroute("**/live/?stream")
    composer.locator("[name=is_key_event]").check()
    composer.get_by_role("button", name="Post").click()
    expect(composer.locator("[data-refusal]")).to_contain_text("needs a headline")
    expect(text).to_have_value("The bridge is closed.")
    composer.locator("[name=headline]").fill("Closed")
    composer.get_by_role("button", name="Post").dblclick()
    expect(text).to_have_value("")
    expect(desk.locator(".live-entry")).to_have_count(1)
    assert live.live_entries.count() == 1


def held_back(desk: Page) -> list:
    """What the desk sends waits here until it is let through."""
    held: list = []
    desk.route(
        "**/live/?stream",
        lambda route: held.append(route) if route.request.method == "POST" else route.continue_(),
    )
    return held


def let_through(desk: Page, held: list) -> None:
    for _step in range(100):
        if held:
            break
        desk.wait_for_timeout(50)
    held.pop().continue_()


def test_what_is_typed_while_a_post_is_under_way_stays(desk, live):
    composer = desk.locator("[data-composer]")
    text, headline = composer.locator("[name=text]"), composer.locator("[name=headline]")
    held = held_back(desk)
    headline.fill("Bridge")
    text.fill("The first.")
    text.press("Control+Enter")
    text.fill("The next thought")
    let_through(desk, held)
    expect(row(desk, "The first.")).to_have_count(1)
    expect(headline).to_have_value("")
    expect(text).to_have_value("The next thought")
    expect(composer).to_have_attribute("data-typed", "yes")
    text.press("Control+Enter")
    let_through(desk, held)
    expect(row(desk, "The next thought")).to_have_count(1)
    expect(text).to_have_value("")
    assert live.live_entries.count() == 2


def test_what_is_typed_while_a_change_is_under_way_goes_on_in_the_entry_s_form(desk, live):
    write(desk, "It is open.")
    held = held_back(desk)
    entry = desk.locator(".live-entry")
    entry.locator("summary", has_text="Edit or correct").click()
    text = entry.locator("textarea[name$=text]")
    text.fill("It is closed.")
    text.press("Control+Enter")
    text.fill("It is closed for the night.")
    let_through(desk, held)
    expect(entry.locator(".live-words")).to_contain_text("It is closed.")
    expect(text).to_have_value("It is closed for the night.")
    expect(text).to_be_focused()
    text.press("Control+Enter")
    let_through(desk, held)
    expect(entry.locator(".live-words")).to_contain_text("for the night")
    entry.locator("summary", has_text="Edit or correct").click()
    expect(text).to_be_visible()


def test_pinning_an_entry_leaves_what_is_typed_in_it(desk, live):
    write(desk, "It is open.")
    entry = desk.locator(".live-entry")
    entry.locator("summary", has_text="Edit or correct").click()
    text = entry.locator("textarea[name$=text]")
    text.fill("It is closed.")
    with desk.expect_response("**/live/?stream"):
        entry.get_by_role("button", name="Pin", exact=True).click()
    expect(entry.locator("form[data-done]")).to_have_count(1)
    expect(text).to_have_value("It is closed.")
    assert live.live_entries.get().is_pinned


def test_a_photo_is_dropped_chosen_and_posted(desk, live, photo, follow):
    composer = desk.locator("[data-composer]")
    composer.get_by_role("button", name="Photo from the library").click()
    desk.locator(".photo-choice").first.click()
    expect(composer.locator("[data-picture]")).to_be_visible()
    expect(composer.locator("[name=alt_text]")).to_have_value("Brown water under a bridge.")
    write(desk, "A picture.")
    expect(composer.locator("[data-photo]")).to_have_class(re.compile("is-blank"))
    reader = follow(width=360)
    expect(reader.locator(".entry figure img")).to_have_count(1)


def test_at_the_desk_colleagues_see_each_other_and_nobody_loses_what_is_being_typed(
    desk, live, site
):
    desk.locator("[data-composer] [name=text]").fill("Half a thought")
    entry = post(live, "From a colleague.", now=timezone.now())
    desk.evaluate("() => { window.dispatchEvent(new Event('focus')); }")
    expect(row(desk, "From a colleague.")).to_have_count(1, timeout=25_000)
    expect(desk.locator("[data-composer] [name=text]")).to_have_value("Half a thought")
    assert entry.pk


def test_the_desk_fits_a_phone(desk):
    desk.set_viewport_size({"width": 360, "height": 700})
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_neither_runs_nor_breaks_the_page_nor_the_script(
    shared, live, browser, path, photo
):
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(
        "for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])"
        " window[name] = () => { window.ran = true };"
    )
    page = context.new_page()
    page.clock.install()
    page.goto(path)
    now = timezone.now()
    for texts in portions(hostile_texts(shared), 60):
        for text in texts[:10]:
            with suppress(WrongState):  # says nothing that one could see, or too much
                post(live, text, headline=text[:200], now=now)
        a_while_later(page)
        button = page.locator(".fresh[role=status] button")
        if button.count():
            button.click()
        assert page.evaluate("window.ran") is None, texts
    page.goto(path)
    assert page.evaluate("window.ran") is None
    assert page.locator("#footer").count() == 1
    assert page.locator("iframe, object, embed, form, input").count() == 0
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_on_live_coverage_nor_at_its_desk(
    width, scheme, live, cast, site, path, photo, readers_page
):
    now = timezone.now()
    entry = post(live, "- one\n> two", headline="Key", is_key_event=True, photo=photo, now=now)
    post(live, "Pinned.", is_pinned=True, now=now)
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)  # axe is a script
    for one in (path, path.replace(".html", f"/{entry.pk}/")):
        page.goto(one)
        assert violations(page) == [], one
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.desk_editor.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.goto(f"{site}/admin/articles/story/{live.pk}/live/")
    page.locator("summary", has_text="Edit or correct").first.click()
    assert violations(page) == []


def test_the_day_stays_told_once_when_an_entry_of_another_day_arrives(desk, follow, live):
    now = timezone.now()
    for days in (2, 1, 1):
        post(live, f"{days} days ago.", now=now - timedelta(days=days))
    reader = follow()
    shown = reader.locator(".day").filter(visible=True)
    expect(shown).to_have_count(2)
    write(desk, "It is today.")
    write(desk, "It still is.")
    a_while_later(reader)
    reader.locator(".fresh[role=status] button").click()
    expect(reader.locator(".entry")).to_have_count(5)
    expect(shown).to_have_count(3)
    assert reader.evaluate(
        "[...document.querySelectorAll('.entry')].map((one) => !one.querySelector('.day').hidden)"
    ) == [True, False, True, False, True]
