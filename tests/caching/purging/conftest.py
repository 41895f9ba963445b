"""A test per tag: changing this purges that, and nothing else."""

import pytest

from articles.models import (
    Byline,
    Contributor,
    ContributorName,
    Section,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.caching.kept_pages import ask_once


@pytest.fixture
def library(english, persian):
    water, bread = (Topic.objects.create(slug=slug, name=slug) for slug in ("water", "bread"))
    joan = Contributor.objects.create(name="Joan Baker", slug="joan-baker")
    ContributorName.objects.create(contributor=joan, language="en", name="Joan Baker")
    culture = Section.objects.create(service=english, name="Culture", slug="culture")
    return {"water": water, "bread": bread, "joan": joan, "culture": culture}


@pytest.fixture
def river(story, library):
    story.topics.add(library["water"])
    return story


@pytest.fixture
def pages(site, river, library, persian, politics, make_story, now):
    """Two English stories, which share nothing but their service, and two Persian ones."""
    loaf = make_story(headline="A loaf", section=library["culture"])
    loaf.topics.add(library["bread"])
    Byline.objects.create(story=loaf, contributor=library["joan"])
    river_fa = make_story(service=persian, headline="رود", translation_key=river.translation_key)
    other_fa = make_story(service=persian, headline="نان")
    rows = [publish(one, actor=SYSTEM, now=now) for one in (river, loaf, river_fa, other_fa)]
    for one in (river, loaf):
        one.refresh_from_db()
    paths = [f"/{row.service.slug}/a/{row.slug}/{row.pk}.html" for row in rows]
    kept = dict(zip(("river", "loaf", "river in Persian", "loaf in Persian"), paths, strict=True))
    kept |= {
        "front": "/en/", "older front": "/en/?before=2027-01-01T00%3A00%3A00%2B00%3A00_1",
        "Persian front": "/fa/", "world": "/", "politics": "/en/z/politics/",
        "culture": "/en/z/culture/", "water": "/en/t/water/", "bread": "/en/t/bread/",
        "mara": "/en/author/mara-ellery/", "joan": "/en/author/joan-baker/",
        "place": "/en/place/", "Persian place": "/fa/place/",
    }  # fmt: skip
    return ask_once(site, kept)


def values_of(form):
    for name in form.fields:
        value = form[name].value()
        if value is not None and value is not False and not hasattr(value, "read"):
            yield form.add_prefix(name), value


@pytest.fixture
def at_the_desk(client, cast, hold_connection):
    """Save a form of the desk as it stands there, with changes."""
    client.force_login(cast.administrator)

    def change(noun, **changes):
        path = f"/admin/articles/{noun._meta.model_name}/{noun.pk}/change/"
        forms = client.get(path).context_data
        sent = dict(values_of(forms["adminform"].form))
        for inline in forms["inline_admin_formsets"]:
            for form in (inline.formset.management_form, *inline.formset.forms):
                sent |= dict(values_of(form))
        reply = client.post(path, sent | changes)
        hold_connection()
        assert reply.status_code == 302, reply.context_data["errors"]

    return change
