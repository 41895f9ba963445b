"""A face is as good as a name: it stands where the name may, with the rights of every photo."""

from datetime import timedelta

import extruct
import pytest

from articles.models import Contributor, Photo, PublishedPhoto, PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import complete
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import contributor_changed
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.sweep import sweep

AUTHOR = "/en/author/mara-ellery/"


@pytest.fixture
def portrait(photo, make_photo, reporter_byline):
    made = make_photo(7)
    reporter_byline.portrait = made
    reporter_byline.save()
    return made


@pytest.fixture
def read(client):
    return lambda path=AUTHOR: client.get(path).content.decode()


def header(text):
    return text.partition('<header class="listing">')[2].partition("</header>")[0]


def nowhere(photo):
    """In no row that readers' pages are made of."""
    rows = PublishedStory.objects.values_list("card", "document")
    return not any(f"'photo': {photo.pk}," in str(row) for row in rows)


def test_it_stands_on_the_authors_page_and_in_its_data(portrait, story, read, now):
    Photo.objects.filter(pk=portrait.pk).update(renditions_due_at=now)
    assert complete(portrait, now=now)
    publish(story, actor=SYSTEM, now=now)
    shown = header(read())
    name = portrait.renditions.filter(crop="1x1", format="jpeg").first().file.name
    assert f'data-photo="{portrait.pk}"' in shown
    assert name in shown
    (data,) = extruct.extract(read(), syntaxes=["json-ld"])["json-ld"]
    assert data["about"]["image"].endswith(name)
    assert data["about"]["@type"] == "Person"


def test_without_words_of_its_own_it_is_named_by_the_person(portrait, story, read, now):
    portrait.texts.all().delete()
    publish(story, actor=SYSTEM, now=now)
    assert 'alt="Mara Ellery"' in header(read())


def test_no_bytes_of_it_are_on_the_story_page(portrait, story, read, now):
    row = publish(story, actor=SYSTEM, now=now)
    assert f'data-photo="{portrait.pk}"' not in read(f"/en/a/{row.slug}/{row.pk}.html")


@pytest.mark.parametrize("policy", ["pseudonym", "service_name", "none"])
def test_whoever_has_not_their_own_name_has_no_face(
    policy, portrait, story, reporter_byline, read, now
):
    Contributor.objects.filter(pk=reporter_byline.pk).update(byline_policy=policy)
    publish(story, actor=SYSTEM, now=now)
    assert nowhere(portrait)
    assert not PublishedPhoto.objects.filter(photo=portrait).exists()
    assert f'data-photo="{portrait.pk}"' not in read()


def test_a_name_that_comes_under_protection_takes_the_face_with_it(
    portrait, story, reporter_byline, read, cast, now
):
    publish(story, actor=SYSTEM, now=now)
    reporter_byline.byline_policy = "pseudonym"
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=cast.administrator, now=now)
    assert nowhere(portrait)
    assert f'data-photo="{portrait.pk}"' not in read()


def test_a_killed_portrait_is_gone_at_once(portrait, story, read, cast, now):
    publish(story, actor=SYSTEM, now=now)
    read()
    kill_photo(portrait, actor=cast.administrator, now=now, reason="She asked for it")
    assert nowhere(portrait)
    assert "data-photo" not in header(read())


def test_its_rights_end_by_the_clock(portrait, story, read, now):
    Photo.objects.filter(pk=portrait.pk).update(rights_end_at=now + timedelta(hours=1))
    publish(story, actor=SYSTEM, now=now)
    sweep(now + timedelta(hours=1))
    assert "data-photo" not in header(read())


def test_people_at_risk_are_nobodys_portrait(portrait, story, read, cast, now):
    protect(portrait, people_at_risk=True, blurred_areas=[], actor=cast.administrator, now=now)
    publish(story, actor=SYSTEM, now=now)
    assert nowhere(portrait)


def test_and_leave_it_when_they_are_known_to_be(portrait, story, read, cast, now):
    publish(story, actor=SYSTEM, now=now)
    protect(portrait, people_at_risk=True, blurred_areas=[], actor=cast.administrator, now=now)
    assert nowhere(portrait)


def test_another_newsrooms_photo_is_not_shown(portrait, story, read, persian_newsroom, now):
    Photo.objects.filter(pk=portrait.pk).update(newsroom=persian_newsroom)
    publish(story, actor=SYSTEM, now=now)
    assert nowhere(portrait)


def test_where_all_their_stories_are_withheld_there_is_no_page(
    portrait, story, enforce, settings, client, now
):
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    publish(story, actor=SYSTEM, now=now)
    enforce("order", kind="withheld", regions=["GB"], reach="matched", story=story)
    assert client.get(AUTHOR, headers={"region": "GB"}).status_code == 404
    assert client.get(AUTHOR, headers={"region": "CZ"}).status_code == 200


def test_the_edition_without_pictures_links_to_it(portrait, story, client, now):
    publish(story, actor=SYSTEM, now=now)
    text = header(client.get(AUTHOR, {"edition": "text"}).content.decode())
    assert "<img" not in text
