"""axe finds nothing on readers' pages: light, dark, wide, narrow, with pictures and without."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from tests.browser.axe import violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def pages(story, make_story, english, persian, cast):
    now = timezone.now()
    english.exit_url = "https://example.org/weather"
    english.save()
    story.kicker = "Breaking News"
    story.breaking_until = now.replace(year=now.year + 1)
    story.body += "<blockquote><p>Quoted.</p></blockquote><ul><li>One</li></ul>"
    story.save()
    row = publish(story, actor=SYSTEM, now=now)
    correct(story, "The bridge is older.", actor=SYSTEM, now=now)
    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    theirs = publish(other, actor=SYSTEM, now=now)
    for kind in ("analysis", "video"):
        made = make_story(
            headline=kind, story_type=kind, video_url="https://example.org/watch",
            developing_until=story.breaking_until,
        )  # fmt: skip
        publish(made, actor=SYSTEM, now=now)
    killed = publish(make_story(headline="Killed"), actor=SYSTEM, now=now)
    kill(killed.story, actor=SYSTEM, now=now, reason="Reason")
    return [
        "/", "/en/", "/fa/", "/en/z/politics/", "/en/author/mara-ellery/", "/en/nothing/",
        f"/en/a/{row.slug}/{row.pk}.html",
        f"/fa/a/{theirs.slug}/{theirs.pk}.html",
        f"/en/a/x/{killed.pk}.html",
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_readers_pages_have_no_violations(width, scheme, pages, site, readers_page):
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)  # axe is a script
    for path in pages:
        page.goto(site + path)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


GROUNDS = """['.mast', 'body'].map(
    (one) => getComputedStyle(document.querySelector(one)).backgroundColor
)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edition_without_pictures_has_no_violations(scheme, pages, site, readers_page):
    page = readers_page(width=360, color_scheme=scheme, bypass_csp=True)
    for path in pages:
        page.goto(f"{site}{path}?edition=text")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_forced_colours_hide_nothing(pages, site, readers_page):
    page = readers_page(bypass_csp=True, forced_colors="active", reduced_motion="reduce")
    # The colours are the reader's own then; axe mixes them with those that are overruled.
    options = {"rules": {"color-contrast": {"enabled": False}}}
    for path in pages:
        page.goto(site + path)
        assert violations(page, **options) == [], path
        grounds = page.evaluate(GROUNDS)
        assert grounds[0] == grounds[1], path


def test_the_narrowest_phone_does_not_scroll_sideways(pages, site, readers_page):
    page = readers_page(width=320)
    for path in pages:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
