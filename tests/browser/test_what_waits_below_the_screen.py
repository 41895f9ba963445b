"""What is laid out only when it comes near (the languages, what else there is) is there for all
who reach for it: by skip link, by search in the page, by screen reader, by scrolling, on paper."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

LAID_OUT = "document.querySelector('.foot nav').checkVisibility({contentVisibilityAuto: true})"
SHIFTS = """new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved =
(window.moved || 0) + one.value }).observe({type: 'layout-shift', buffered: true})"""
ROOM = """Math.min(...[...document.querySelectorAll('.foot a')].map((link) => {
const one = link.getBoundingClientRect(), all = link.closest('.foot').getBoundingClientRect();
return Math.min(one.left - all.left, all.right - one.right, all.bottom - one.bottom) }))"""


@pytest.fixture
def long_page(story, site, readers_page):
    story.body = "<p>The river rose again in the night.</p>" * 60
    story.save()
    row = publish(story, actor=SYSTEM, now=timezone.now())
    page = readers_page(width=360)
    page.goto(f"{site}/en/a/{row.slug}/{row.pk}.html")
    return page


def test_the_languages_are_laid_out_when_they_come_near(long_page):
    assert long_page.evaluate(LAID_OUT) is False
    long_page.evaluate(SHIFTS)
    long_page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    long_page.wait_for_function(LAID_OUT)
    assert long_page.evaluate("window.moved || 0") < 0.01


def test_a_skip_link_reaches_what_has_not_been_laid_out(long_page):
    long_page.get_by_role("link", name="Skip to footer").press("Enter")
    long_page.wait_for_function(LAID_OUT)
    top = long_page.evaluate("document.querySelector('#footer').getBoundingClientRect().top")
    assert 0 <= top < 800


def test_a_screen_reader_is_told_of_all_languages(long_page):
    tree = long_page.locator(".foot").aria_snapshot()
    assert 'navigation "All languages"' in tree
    assert 'link "English"' in tree


def test_the_browser_s_own_search_finds_what_has_not_been_laid_out(long_page):
    assert long_page.evaluate(LAID_OUT) is False
    assert long_page.evaluate("window.find(document.querySelector('.foot b').textContent)")


def test_on_paper_is_the_foot_of_the_page(long_page):
    long_page.emulate_media(media="print")
    long_page.wait_for_function(LAID_OUT.replace(".foot nav", ".foot p"))  # print has no navigation


def test_the_mark_of_what_has_the_focus_is_not_cut_off(long_page):
    """Its containment clips what it draws; a mark is drawn 5 px beyond its link."""
    assert long_page.evaluate(ROOM) >= 5


def test_on_a_short_page_nothing_moves_when_it_comes(site, readers_page, english):
    page = readers_page(width=1200)
    page.goto(f"{site}/en/")
    page.evaluate(SHIFTS)
    page.wait_for_function(LAID_OUT)
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved || 0") == 0
