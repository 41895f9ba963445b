"""What leaves a story leaves the words of its photos in the library, and their files; what stays
there is told before anything is done."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from articles.models import (
    EditorialLog,
    KeptWords,
    OwnView,
    Photo,
    PhotoLease,
    PublishedStory,
    Topic,
)
from articles.publishing.kill_photo import kill_photo
from articles.publishing.own_views import keep_view
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.vocabularies import Verb

NAME = "Zarathos"


@pytest.fixture
def ask(story, cast, now):
    def make(*passages, instead="█"):
        return ask_redaction(
            story, actor=cast.service_chief, now=now, reason="A danger.",
            passages=list(passages or [NAME]), instead=instead,
        )  # fmt: skip

    return make


@pytest.fixture
def redact(ask, cast, now):
    return lambda *told, **more: carry_out_redaction(
        ask(*told, **more), actor=cast.legal_officer, now=now
    )


@pytest.fixture
def preview(story, cast, client, ask):
    """The page on which the second person decides."""

    def look(*told, **more):
        ask(*told, **more)
        address = reverse("admin:articles_story_redact", args=[story.pk])
        client.force_login(cast.legal_officer)
        return client.get(address).content.decode()

    return look


@pytest.fixture
def named(photo):
    """A photo whose every word of its own says the name."""
    fields = (
        "title", "creator", "credit", "source", "copyright_notice", "usage_terms",
        "permission_note", "place",
    )  # fmt: skip
    Photo.objects.filter(pk=photo.pk).update(**{name: f"{NAME} in {name}" for name in fields})
    PhotoLease.objects.create(photo=photo, note=f"Asked {NAME}")
    return photo


def test_all_words_of_the_photos_of_a_story_lose_it(story, named, redact, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    redact()
    named.refresh_from_db()
    assert (named.title, named.credit) == ("█ in title", "█ in credit")
    assert NAME not in str(Photo.objects.filter(pk=named.pk).values().get())
    assert named.leases.get().note == "Asked █"


def test_the_page_that_goes_out_again_does_not_bring_it_back(story, named, redact, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    assert NAME in str(KeptWords.objects.get().words)
    redact()
    assert NAME not in str(PublishedStory.objects.get().document)
    assert NAME not in str([kept.words for kept in KeptWords.objects.all()])


def test_other_stories_with_the_photo_lose_it_too(story, make_story, named, redact, cast, now):
    body = f'<p>x</p><figure data-photo="{named.pk}"></figure>'
    other = make_story(headline="Another", body=body)
    for one in (story, other):
        publish(one, actor=cast.desk_editor, now=now)
    redact()
    assert NAME not in str(PublishedStory.objects.get(story=other).document)


def test_public_files_that_say_it_go_at_once_and_new_ones_are_due(
    story, named, redact, cast, now, django_capture_on_commit_callbacks
):
    publish(story, actor=cast.desk_editor, now=now)
    (old,) = named.renditions.filter(crop="full", format="jpeg")[:1]
    with django_capture_on_commit_callbacks(execute=True):
        redact()
    named.refresh_from_db()
    assert named.renditions_due_at == now
    assert not old.file.storage.exists(old.file.name)


def test_files_that_do_not_say_it_stay(story, photo, redact, cast, now):
    Photo.objects.filter(pk=photo.pk).update(title=NAME)
    publish(story, actor=cast.desk_editor, now=now)
    redact()
    photo.refresh_from_db()
    assert photo.renditions_due_at is None
    assert photo.renditions.exists()


def test_a_photo_is_still_called_something(story, photo, redact):
    Photo.objects.filter(pk=photo.pk).update(title=NAME)
    redact(instead="")
    photo.refresh_from_db()
    assert photo.title == f"photo {photo.pk}"


def test_the_log_of_its_photos_loses_it(story, named, redact, cast, now):
    kill_photo(named, actor=cast.photo_editor, now=now, reason=f"{NAME} asked us to")
    redact()
    assert EditorialLog.objects.get(noun="photo", verb=Verb.KILL).reason == "█ asked us to"


def test_whoever_decides_sees_the_words_of_the_photos(named, preview):
    page = preview()
    for field in ("title", "creator", "credit", "copyright_notice", "permission_note"):
        assert f"{NAME} in {field}" in page


def test_a_demand_of_the_rights_that_breaks_is_told(photo, preview):
    Photo.objects.filter(pk=photo.pk).update(credit=NAME, creator="", title="A river")
    assert "“A river” has no credit." in preview(instead="")


def test_no_demand_is_told_where_none_breaks(named, preview):
    assert "has no credit" not in preview()


def test_that_files_are_made_anew_is_told(photo, preview):
    Photo.objects.filter(pk=photo.pk).update(credit=NAME)
    assert "The files of 1 photo say it" in preview()


@pytest.fixture
def topic(story):
    made = Topic.objects.create(slug="zarathos-case", name="The Zarathos case")
    story.topics.add(made)
    return made


def test_a_topic_that_says_it_is_told_and_logged_by_its_number(
    story, topic, ask, preview, cast, now
):
    page = preview()
    assert "topic “The Zarathos case”" in page
    carry_out_redaction(story.redactions.get(), actor=cast.legal_officer, now=now)
    line = EditorialLog.objects.get(verb=Verb.REDACT)
    assert line.details["topics"] == [topic.pk]
    assert "zarathos" not in str(line.details).lower()


def test_pages_of_before_lose_a_topic_whose_address_says_it(story, topic, redact, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    Topic.objects.update(slug="the-case", name="The case")
    redact()
    assert "zarathos" not in str([kept.words for kept in KeptWords.objects.all()]).lower()
    assert "zarathos" not in str(PublishedStory.objects.get().document).lower()


def test_a_contributor_of_that_name_is_told(story, preview):
    assert "contributor “Mara Ellery”" in preview("Mara Ellery")


@pytest.mark.parametrize(
    ("name", "query"),
    [("About zarathos", "o=1"), ("The case", urlencode({"q": "the ZARATHOS case"})),
     ("A case", urlencode({"q": "nobody", "who": NAME}))],
)  # fmt: skip
def test_views_of_the_list_that_say_it_are_deleted_whoever_keeps_them(name, query, redact, cast):
    keep_view(name, query, actor=cast.outsider)
    keep_view("All of mine", "q=river", actor=cast.outsider)
    redact()
    assert [view.name for view in OwnView.objects.all()] == ["All of mine"]


def test_that_views_are_deleted_is_told_but_not_whose_nor_what_they_say(preview, cast):
    keep_view("Secretly about Zarathos", "q=river", actor=cast.outsider)
    page = preview()
    assert "1 view" in page
    assert "Secretly" not in page


def test_a_view_in_another_script_is_found_in_its_address(redact, cast):
    keep_view("Дело", urlencode({"q": "дело Омаровой"}), actor=cast.reporter)
    redact("Омаровой")
    assert not OwnView.objects.exists()
