"""axe finds nothing on readers' pages nor on the story form, light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
    ]


@pytest.fixture
def pages(story, make_story, persian, cast):
    now = timezone.now()
    story.kicker = "Breaking News"
    story.breaking_until = now.replace(year=now.year + 1)
    story.body += "<blockquote><p>Quoted.</p></blockquote><ul><li>One</li></ul>"
    story.save()
    row = publish(story, actor=SYSTEM, now=now)
    correct(story, "The bridge is older.", actor=SYSTEM, now=now)
    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    theirs = publish(other, actor=SYSTEM, now=now)
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


def test_the_narrowest_phone_does_not_scroll_sideways(pages, site, readers_page):
    page = readers_page(width=320)
    for path in pages:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_story_form_has_no_violations(scheme, story, cast, log_in, site, page):
    page.emulate_media(color_scheme=scheme)
    log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
    found = violations(page)
    assert found == [], "\n".join(found)
