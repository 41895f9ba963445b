"""A story on a phone: few requests, few bytes, no script needed; and what the script then adds."""

import pytest
from django.utils import timezone

from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def url(story, make_story, site):
    publish(make_story(headline="Another of the section"), actor=SYSTEM, now=timezone.now())
    row = publish(story, actor=SYSTEM, now=timezone.now())
    return f"{site}/en/a/{row.slug}/{row.pk}.html"


@pytest.fixture
def phone(readers_page):
    return lambda **more: readers_page(width=360, device_scale_factor=2, **more)


def test_it_arrives_in_few_requests_and_bytes_and_asks_nobody_else(url, site, phone):
    page = phone()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    assert len(answers) <= 8
    assert {answer.url.startswith(site) for answer in answers} == {True}
    sizes = {answer.url: len(answer.body()) for answer in answers}
    assert sum(sizes.values()) <= 90_000, sizes  # the page itself is not even compressed here
    scripts = [size for name, size in sizes.items() if name.endswith(".js")]
    assert len(scripts) <= 1
    assert sum(scripts) <= 5_000


def test_without_the_script_all_is_there_and_nothing_dead(url, phone):
    page = phone(java_script_enabled=False)
    page.goto(url)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("link", name="Share by e-mail").is_visible()
    assert page.get_by_role("button").count() == 0


def test_the_address_is_copied_and_that_is_said(url, phone):
    page = phone(permissions=["clipboard-read", "clipboard-write"])
    page.goto(url)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == url


def test_the_device_s_own_sheet_gets_headline_and_address(url, phone):
    page = phone()
    page.add_init_script(
        "Object.defineProperty(navigator, 'share', "
        "{value: (data) => { window.shared = data; return Promise.reject(); }})"
    )
    page.goto(url)
    page.get_by_role("button", name="Share", exact=True).click()
    assert page.evaluate("window.shared") == {"title": "The river rises", "url": url}


def test_the_way_out_leaves_no_step_back(url, site, english, phone):
    english.exit_url = f"{site}/en/place/"
    english.save()
    standing.forget()
    page = phone()
    page.goto(f"{site}/en/")
    page.goto(url)
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("**/place/")
    page.go_back()
    assert page.url == f"{site}/en/"


def test_nothing_is_kept_on_the_device(url, phone):
    page = phone()
    page.goto(url, wait_until="networkidle")
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


@pytest.mark.parametrize("edition", ["", "?edition=text"])
def test_twice_the_size_of_text_loses_nothing(url, edition, phone):
    page = phone()
    page.goto(url + edition)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.get_by_role("link", name="Share by e-mail").is_visible()


def test_printed_it_keeps_the_story_and_the_address_and_drops_the_ways_on(url, phone):
    page = phone()
    page.goto(url)
    page.emulate_media(media="print")
    assert page.locator("article h1").is_visible()
    assert page.locator(".pass-on small").is_visible()
    for gone in ("nav.nav", "nav.langs", ".more-on", ".where", ".pass-on p"):
        assert not page.locator(gone).first.is_visible(), gone
