"""Nothing that an editor or an import supplies runs or breaks a page, in a real browser."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.models import (
    Byline,
    Contributor,
    ContributorName,
    LanguageService,
    Photo,
    PhotoText,
    Section,
    Story,
    StoryPhoto,
    Topic,
)
from articles.pages.frame import READER_JS
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.text.sanitise import clean_body, clean_line
from articles.vocabularies import PhotoRole
from tests.hostile import hostile_texts, portions
from tests.html import errors_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SENTINELS = ["alert", "prompt", "confirm", "print", "open"]
WATCH = "".join(
    f"window.{name} = () => {{ window.ran = (window.ran || 0) + 1 }};" for name in SENTINELS
)

SCRIPTS = """() => [...document.querySelectorAll("script:not([type='application/ld+json'])")]
    .map((one) => [one.getAttribute("src"), one.textContent])"""


def hostile_story(texts: list[str], service: LanguageService, photo: Photo) -> Story:
    """Each field gets a text of its own; the body gets them all."""
    lines = [clean_line(text) or "empty" for text in texts]
    pick = iter(lines * 3)
    section = Section.objects.create(
        service=service, name=next(pick)[:80], slug=f"s-{Section.objects.count()}"
    )
    story = Story.objects.create(
        service=service, headline=next(pick)[:250], kicker=next(pick)[:80],
        standfirst=next(pick)[:600], dateline=next(pick)[:120], section=section,
        body=clean_body("<p>x</p>" + "".join(f"<p>{text}</p>{text}" for text in texts)),
    )  # fmt: skip
    topic = Topic.objects.create(slug=f"t-{story.pk}", name=next(pick)[:120])
    story.topics.add(topic)
    person = Contributor.objects.create(name="x", slug=f"p-{story.pk}")
    ContributorName.objects.create(
        contributor=person, language="en", name=next(pick)[:160], biography=next(pick)
    )
    Byline.objects.create(story=story, contributor=person)
    photo.pk, photo.credit = None, next(pick)[:200]
    photo.save()
    PhotoText.objects.create(
        photo=photo, language="en", caption=next(pick)[:1000], alt_text=next(pick)[:1000] + "!"
    )
    StoryPhoto.objects.create(story=story, photo=photo, role=PhotoRole.LEAD)
    return story


def test_hostile_text_in_every_field_neither_runs_nor_breaks_a_page(
    shared, english, photo, site, browser, client
):
    renditions = list(photo.renditions.all())
    # The policy is taken away, so that the page has to be safe without it.
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for texts in portions(hostile_texts(shared), 110):
        story = hostile_story(texts, english, photo)
        for rendition in renditions:
            rendition.pk, rendition.photo = None, photo
            rendition.save()
        on_air = publish(story, actor=SYSTEM, now=timezone.now())
        correct(story, texts[0] or "empty", actor=SYSTEM, now=timezone.now())
        path = f"/en/a/{on_air.slug}/{story.pk}.html"
        page.goto(site + path)
        assert page.evaluate("window.ran") is None, texts
        assert page.locator("[data-byline]").count() == 1, texts
        assert page.locator("#footer").count() == 1, texts
        assert page.evaluate(SCRIPTS) == [[f"/static/{READER_JS}", ""]], texts
        assert page.locator("iframe, object, embed, form, input, style ~ style").count() == 0
        assert errors_in(client.get(path).content.decode()) == [], texts
    for path in ("/", "/en/", f"/en/author/p-{story.pk}/", f"/en/t/t-{story.pk}/"):
        page.goto(site + path)
        assert page.evaluate("window.ran") is None, path
        assert page.locator("#footer").count() == 1, path
    assert dialogs == []
    context.close()
