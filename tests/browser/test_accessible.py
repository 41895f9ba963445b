"""axe finds nothing on readers' pages nor on the story form, light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles.models import Region
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.kill import kill
from articles.publishing.notices import approve_alone, propose
from articles.publishing.publish import publish
from articles.publishing.review import submit
from tests.notices import page as page_of
from tests.notices import put_in_force, write_notice

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def violations(page, **options) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
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


def _some_atlas():
    """What migrations brought is gone once another test has emptied the database."""
    kinds = dict.fromkeys(("RU", "BY", "GB", "DE", "UA"), "country")
    for code, kind in (kinds | {"UA-43": "subdivision", "UA-OCC": "group"}).items():
        Region.objects.get_or_create(code=code, defaults={"kind": kind, "name": f"Place {code}"})
    group, member = (Region.objects.get(code=code) for code in ("UA-OCC", "UA-43"))
    group.members.get_or_create(member=member)


@pytest.fixture
def law(story, cast, english, persian):
    """A notice in force, one on one person's word, a proposal, and an order in Britain."""
    now = timezone.now()
    _some_atlas()
    row = publish(story, actor=SYSTEM, now=now)
    warning = write_notice(now, regions=["RU", "UA-OCC"])
    put_in_force(warning, cast, now)
    alone = write_notice(now, "alone", regions=["BY"])
    version = propose(alone, actor=cast.second_legal_officer, now=now)
    approve_alone(version, actor=cast.second_legal_officer, now=now, reason="Arrests tonight")
    waiting = write_notice(now, "waiting", regions=["GB"], texts=("en", "fa"))
    propose(waiting, actor=cast.second_legal_officer, now=now)
    put_in_force(
        write_notice(now, "order", regions=["DE"], story=story, kind="withheld", reach="matched"),
        cast, now,
    )  # fmt: skip
    desk = ["matrix", "preview", "history"]
    return [
        "/admin/", "/admin/law/waiting/", "/admin/law/regions/?q=ru", "/admin/law/regions/RU/",
        "/admin/law/regions/UA-OCC/", "/admin/proof/", "/admin/proof/?region=RU&service=en",
        "/admin/articles/legalnotice/", "/admin/articles/legalnotice/add/",
        f"/admin/articles/story/{row.pk}/withhold/",
        f"/admin/articles/legalnotice/{warning.pk}/change/",
        page_of(warning, "retire"), page_of(warning, "propose"), page_of(alone, "review"),
        *(page_of(waiting, name) for name in ["approve", *desk]),
    ]  # fmt: skip


# Django's own search field and select2's: named by a picture and by their row.
NOT_OURS = ("label-title-only: ", "label: ")


def test_the_desk_s_pages_of_law_have_no_violations(law, cast, log_in, site, page):
    log_in(cast.legal_officer)
    found = []
    for width, scheme in ((1280, "light"), (360, "dark")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for path in law:
            answer = page.goto(site + path)
            assert answer.status == 200, path
            found += [f"{path}: {bad}" for bad in violations(page) if not bad.startswith(NOT_OURS)]
    assert found == [], "\n".join(found)


def test_where_am_i_and_withheld_pages_have_no_violations(law, story, settings, site, readers_page):
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    for scheme in ("light", "dark"):
        page = readers_page(color_scheme=scheme, bypass_csp=True)
        page.set_extra_http_headers({"Region": "DE"})
        for path, status in (
            ("/en/place/", 200), ("/fa/place/?in=RU", 200), (f"/en/a/x/{story.pk}.html", 451)
        ):  # fmt: skip
            assert page.goto(site + path).status == status
            assert violations(page) == [], path


def test_the_desk_s_pages_of_photos_have_no_violations(story, cast, site, readers_page):
    photo = story.story_photos.get().photo
    library = "/admin/articles/photo/"
    found = []
    for width, scheme in ((1280, "light"), (800, "dark"), (360, "dark")):
        # axe writes style sheets of its own where Django's import others
        page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)
        page.goto(f"{site}/admin/")
        page.fill("#id_username", cast.photo_editor.username)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        for path in (
            library, f"{library}add/", f"{library}words/?ids={photo.pk}",
            f"{library}{photo.pk}/change/", f"{library}{photo.pk}/kill/",
        ):  # fmt: skip
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
    [(1280, "light", "en"), (800, "dark", "fa"), (360, "dark", "en"), (360, "light", "ps")],
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
