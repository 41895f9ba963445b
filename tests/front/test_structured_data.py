"""What machines read on pages, read back as they do."""

import extruct
import pytest

from articles.models import ContributorName, Topic, TopicName
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish


@pytest.fixture
def said(client):
    def read(path):
        page = client.get(path).content.decode()
        return extruct.extract(page, syntaxes=["json-ld"], base_url="http://testserver")["json-ld"]

    return read


def test_a_story_says_who_wrote_it_and_what_was_corrected(story, now, cast, said):
    publish(story, actor=SYSTEM, now=now)
    story.refresh_from_db()
    row = correct(story, "It was the other bank.", actor=cast.desk_editor, now=now)
    (data,) = said(f"/en/a/{row.slug}/{row.pk}.html")
    assert data["@type"] == "NewsArticle"
    assert data["author"] == [{"@type": "Person", "name": "Mara Ellery"}]
    assert data["correction"] == ["It was the other bank."]
    assert data["publisher"]["@type"] == "NewsMediaOrganization"


def test_a_list_is_a_collection_with_its_way_home(story, now, said):
    topic = Topic.objects.create(slug="water", name="Water")
    TopicName.objects.create(
        topic=topic, language="en", name="Water </script><b>", description="Rivers & rain."
    )
    story.topics.add(topic)
    publish(story, actor=SYSTEM, now=now)
    (data,) = said("/en/t/water/")
    assert data["@type"] == "CollectionPage"
    assert data["name"] == "Water </script><b>"
    assert data["description"] == "Rivers & rain."
    crumbs = data["breadcrumb"]["itemListElement"]
    assert [(one["position"], one["item"]) for one in crumbs] == [
        (1, "http://testserver/en/"),
        (2, "http://testserver/en/t/water/"),
    ]


def test_an_authors_page_is_about_a_person(story, now, said):
    ContributorName.objects.update(biography="Reports on water.")
    publish(story, actor=SYSTEM, now=now)
    (data,) = said("/en/author/mara-ellery/")
    assert data["about"] == {
        "@type": "Person", "name": "Mara Ellery", "description": "Reports on water.",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/en/z/politics/", "/en/archive/", "/en/archive/2026/02/01/"])
def test_other_lists_are_collections_too(path, story, now, said):
    publish(story, actor=SYSTEM, now=now)
    (data,) = said(path)
    assert data["@type"] == "CollectionPage"


def test_a_story_tells_the_way_to_it(story, politics, now, said):
    row = publish(story, actor=SYSTEM, now=now)
    (data,) = said(f"/en/a/{row.slug}/{row.pk}.html")
    page = data["mainEntityOfPage"]
    assert page["@id"] == data["url"]
    assert page["breadcrumb"]["@type"] == "BreadcrumbList"
    steps = page["breadcrumb"]["itemListElement"]
    assert [(one["position"], one["name"], one.get("item")) for one in steps] == [
        (1, "Radio Lantern", "http://testserver/en/"),
        (2, "Politics", "http://testserver/en/z/politics/"),
        (3, "The river rises", None),
    ]


def test_without_a_section_the_way_is_shorter(make_story, now, said):
    row = publish(make_story(section=None), actor=SYSTEM, now=now)
    (data,) = said(f"/en/a/{row.slug}/{row.pk}.html")
    steps = data["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
    assert [one["name"] for one in steps] == ["Radio Lantern", "The river rises"]
