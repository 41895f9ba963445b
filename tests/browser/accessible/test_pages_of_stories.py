"""axe finds nothing where stories are begun, found, written, compared and put on air."""

import pytest
from django.utils import timezone

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.review import submit
from tests.browser.axe import NOT_OURS, violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_story_form_has_no_violations(scheme, story, cast, log_in, site, page):
    page.emulate_media(color_scheme=scheme)
    log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
    found = violations(page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_pages_of_versions_and_previews_have_no_violations(
    width, scheme, story, cast, site, readers_page
):
    now = timezone.now()
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.headline, story.body = "The river falls", story.body + "<p>One more paragraph.</p>"
    story.story_photos.all().delete()
    story.save()
    submit(story, actor=cast.reporter, now=now)
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.desk_editor.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    found = []
    moment = f"{now:%Y-%m-%dT%H:%M}"
    for name in (
        "history", "compare", "preview", "share", "checks", "approve", f"seen/?at={moment}",
    ):  # fmt: skip
        path = f"/admin/articles/story/{story.pk}/{name}" + ("" if "?" in name else "/")
        assert page.goto(site + path).status == 200, path
        found += [f"{path}: {bad}" for bad in violations(page) if not bad.startswith(NOT_OURS)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert found == [], "\n".join(found)


@pytest.fixture
def desk_screens(story, persian, make_story, cast):
    """Screens where stories are begun, found, written and put on air; one in each direction."""
    now = timezone.now()
    story.body += (
        '<blockquote data-kind="pull"><p>Quoted.</p><p><cite>Who</cite></p></blockquote>'
        '<aside data-kind="fact"><h3>Facts</h3><p>One.</p></aside>'
        '<figure data-embed="https://t.me/lantern/7"><figcaption>The crack</figcaption></figure>'
    )
    story.save()
    publish(story, actor=SYSTEM, now=now)
    one = f"/admin/articles/story/{story.pk}"
    return [
        "/admin/", "/admin/today/", "/admin/new-story/", "/admin/articles/story/",
        "/admin/articles/story/?view=mine&q=river", f"{one}/change/", f"{one}/publish/",
        f"{one}/correct/", f"{one}/kill/", f"{one}/schedule/", "/admin/breaking/",
        "/admin/articles/storytemplate/",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        (1280, "light", "en"),
        (800, "dark", "fa"),
        (360, "dark", "en"),
        (360, "light", "ps"),
        (768, "light", "ru"),
    ],
)
def test_the_desk_s_screens_of_stories_have_no_violations(
    width, scheme, language, desk_screens, cast, site, readers_page
):
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.service_chief.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.click(f"button[name=language][value={language}]")
    found = []
    for path in desk_screens:
        assert page.goto(site + path).status == 200, path
        if path.endswith("/change/"):
            page.frame_locator("iframe.cke_wysiwyg_frame").locator("p").first.wait_for()
        found += [f"{path}: {bad}" for bad in violations(page) if not bad.startswith(NOT_OURS)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_with_every_component_have_no_violations(scheme, desk_screens, story, site,
                                                       readers_page):  # fmt: skip
    page = readers_page(width=360, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{site}/en/a/x/{story.pk}.html")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
