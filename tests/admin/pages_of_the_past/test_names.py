"""A name stands as it was then, but of who is protected since nowhere."""

import pytest

from articles.models import Contributor, PhotoText
from articles.publishing.library_change import contributor_changed
from articles.publishing.publish import publish
from tests.admin.pages_of_the_past.mending import DAY
from tests.html import text_of


def test_a_name_that_was_changed_since_stands_as_it_was(
    on_air, reporter_byline, seen, compare, cast, now
):
    person = reporter_byline
    person.names.update(name="Mara Stone")
    Contributor.objects.filter(pk=person.pk).update(name="Mara Stone")
    contributor_changed(person, actor=cast.administrator, now=now + DAY)
    assert "written by Mara Ellery" in text_of(seen())
    assert "written by Mara Stone" in text_of(seen("2026-02-03T14:00"))
    page = compare(old="1", new="live")
    assert "<del>Mara Ellery (Author)</del>" in page
    assert "<ins>Mara Stone (Author)</ins>" in page


@pytest.mark.parametrize("policy", ["none", "service_name", "pseudonym"])
def test_who_is_protected_since_is_named_nowhere(
    policy, on_air, reporter_byline, seen, compare, cast, now
):
    person = reporter_byline
    person.names.all().delete()
    person.names.create(language="en", name="A. Reader")
    Contributor.objects.filter(pk=person.pk).update(byline_policy=policy, name="Kept at the desk")
    contributor_changed(person, actor=cast.administrator, now=now + DAY)
    page = seen()
    assert "Ellery" not in page
    assert "1 name is protected since" in page
    assert "Ellery" not in compare(old="1", new="live")


def test_who_is_protected_since_is_not_named_by_an_override_or_a_caption_either(
    story, photo, reporter_byline, seen, cast, now
):
    PhotoText.objects.filter(photo=photo).update(caption="Mara Ellery at the bridge.")
    story.byline_override = "Mara Ellery, with friends"
    story.save()
    publish(story, actor=cast.desk_editor, now=now)
    reporter_byline.names.all().delete()
    Contributor.objects.filter(pk=reporter_byline.pk).update(byline_policy="none", name="Desk")
    contributor_changed(reporter_byline, actor=cast.administrator, now=now + DAY)
    page = seen()
    assert "Ellery" not in page
    assert "█████ at the bridge." in page
    assert "with friends" in page
