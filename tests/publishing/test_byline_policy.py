"""A protected name never reaches what readers could get."""

import json

import pytest

from articles.models import Byline, Contributor, ContributorName, PublishedStory
from articles.publishing.publish import publish
from articles.vocabularies import BylinePolicy


@pytest.fixture
def protected(story):
    person = Contributor.objects.create(name="Anahita Real-Name", slug="p-17")
    Byline.objects.create(story=story, contributor=person, position=5)
    return person


@pytest.mark.parametrize(
    "policy", [BylinePolicy.PSEUDONYM, BylinePolicy.SERVICE_NAME, BylinePolicy.NONE]
)
def test_a_protected_name_is_not_in_the_public_row(policy, protected, story, cast, now):
    protected.byline_policy = policy
    protected.save()

    publish(story, actor=cast.desk_editor, now=now)

    row = PublishedStory.objects.get()
    assert "Real-Name" not in json.dumps([row.document, row.card])
    assert protected not in row.contributors.all()


def test_a_pseudonym_stands_in_the_byline_and_has_a_page(protected, story, cast, now):
    protected.byline_policy = BylinePolicy.PSEUDONYM
    protected.save()
    ContributorName.objects.create(contributor=protected, language="en", name="A. Rivers")

    publish(story, actor=cast.desk_editor, now=now)

    row = PublishedStory.objects.get()
    assert "A. Rivers" in [credit["name"] for credit in row.document["bylines"]]
    assert protected in row.contributors.all()
