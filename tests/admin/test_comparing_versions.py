"""Two states of a story side by side: text, fields, bylines, photos; by staff who may see them."""

import pytest
from django.urls import reverse

from articles.models import Byline, Contributor, Newsroom, Photo, StoryPhoto, Topic
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.save import save
from tests.html import errors_in, text_of


@pytest.fixture
def compare(story, cast, log_in):
    def ask(user=None, **query):
        address = reverse("admin:articles_story_compare", args=[story.pk], query=query)
        return log_in(user or cast.reporter).get(address)

    return ask


def words(page):
    return text_of(page.content.decode())


def test_what_is_live_against_the_working_copy_by_default(compare, story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.headline, story.body = "The river falls", story.body.replace("second", "third")
    story.save()
    page = compare()
    text = page.content.decode()
    assert "<del>rises</del><ins>falls</ins>" in text
    assert "<del>second</del><ins>third</ins>" in text
    assert "as before" not in text  # two paragraphs are no run
    assert (page.context["old"].key, page.context["new"].key) == ("live", "now")
    assert errors_in(text) == []


def test_any_two_versions_in_either_order(compare, story, cast, now):
    for headline in ("One", "Two", "Three"):
        story.headline = headline
        story.save()
        save(story, actor=cast.reporter, now=now)
    assert "<del>One</del><ins>Three</ins>" in compare(old="1", new="3").content.decode()
    assert "<del>Three</del><ins>One</ins>" in compare(old="3", new="1").content.decode()
    assert compare(new="2").context["old"].key == "1"
    assert "Nothing differs" in words(compare(old="3", new="now"))


def test_what_was_published_is_set_against_what_readers_had_before(compare, story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.headline = "The river falls"
    story.save()
    save(story, actor=cast.reporter, now=now)
    publish(story, actor=cast.desk_editor, now=now)
    assert compare(new="3").context["old"].key == "1"
    assert "<del>rises</del><ins>falls</ins>" in compare(new="3").content.decode()


def test_fields_bylines_topics_and_corrections_in_words(compare, story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.refresh_from_db()
    story.topics.add(Topic.objects.create(slug="flood", name="Flood"))
    story.urgency, story.ed_note = 2, "Call the mayor"
    story.save()
    person = Contributor.objects.create(name="Ada Protected", slug="x", byline_policy="none")
    Byline.objects.create(story=story, contributor=person, role="editor", position=1)
    correct(story, "It was the other river.", actor=cast.desk_editor, now=now)
    text = compare(old="1").content.decode()
    assert "<ins>Flood</ins>" in text
    assert "<del>5 – Normal</del><ins>2 – Breaking</ins>" in text
    assert "<ins>Call the mayor</ins>" in text
    # As the desk has it: the byline policy keeps names from readers, not from colleagues.
    assert "<ins>Ada Protected (Editor)</ins>" in text
    assert "Correction, 2026-02-01 13:00 Prague (12:00 UTC): It was the other river." in text


def test_photos_added_removed_moved_and_captioned(compare, story, photo, cast, now):
    others = [
        Photo.objects.create(title=f"Photo {n}", sha256=str(n), width=9, height=6) for n in range(3)
    ]
    for position, one in enumerate(others, start=1):
        StoryPhoto.objects.create(story=story, photo=one, role="gallery", position=position)
    save(story, actor=cast.reporter, now=now)
    uses = {use.photo_id: use for use in story.story_photos.all()}
    uses[others[0].pk].delete()
    StoryPhoto.objects.filter(pk=uses[others[1].pk].pk).update(position=9)
    StoryPhoto.objects.filter(pk=uses[photo.pk].pk).update(caption_override="At night")
    page = compare(old="1", new="now")
    fates = {one.picture.name: one.fate for one in page.context["diff"].photos}
    assert fates == {
        photo.title: "changed", "Photo 0": "removed", "Photo 1": "moved", "Photo 2": "",
    } or fates == {
        photo.title: "changed", "Photo 0": "removed", "Photo 1": "", "Photo 2": "moved",
    }  # fmt: skip
    text = page.content.decode()
    assert "<ins>At night</ins>" in text
    assert photo.renditions.filter(format="jpeg", crop="full").first().file.url in text


def test_a_photo_of_another_newsroom_is_a_number(compare, story, cast, now):
    other = Newsroom.objects.create(name="Far away")
    secret = Photo.objects.create(
        title="Secret face", sha256="x", width=9, height=6, newsroom=other
    )
    save(story, actor=cast.reporter, now=now)
    story.body += f'<figure data-photo="{secret.pk}"></figure>'
    story.save()
    text = compare(old="1", new="now").content.decode()
    assert "Secret face" not in text
    assert f"photo {secret.pk}" in text


def test_a_field_that_nobody_has_named_is_shown_all_the_same(compare, story, cast, now):
    version = save(story, actor=cast.reporter, now=now)
    version.content |= {"mood": "grim"}
    version.save()
    assert "<del>grim</del>" in compare(old="1", new="now").content.decode()


def test_hostile_words_are_escaped(compare, story, cast, now):
    save(story, actor=cast.reporter, now=now)
    story.headline = story.ed_note = story.kicker = "<img src=x onerror=alert(1)>"
    story.save()
    assert "<img src=x" not in compare(old="1", new="now").content.decode()


def test_a_persian_text_reads_from_right_to_left(compare, persian, make_story, cast, log_in, now):
    made = make_story(service=persian, headline="رود", body="<p>آب بالا می‌آید</p>")
    save(made, actor=cast.outsider, now=now)
    made.body = "<p>آب پایین می‌آید</p>"
    made.save()
    address = reverse("admin:articles_story_compare", args=[made.pk])
    text = log_in(cast.outsider).get(address).content.decode()
    assert '<div class="desk-diff-text" lang="fa" dir="rtl">' in text
    assert "<del>بالا</del><ins>پایین</ins>" in text


@pytest.mark.parametrize("key", ["x", "0", "-1", "99", "9" * 40, "live", "<b>", "٣"])
def test_what_this_story_has_not_is_not_found(key, compare):
    assert compare(old=key).status_code == 404
    assert compare(new=key).status_code == 404


def test_a_body_of_200_000_words_is_answered_in_few_bytes(compare, story, cast, now):
    story.body = "".join(f"<p>{'word ' * 49}{number}</p>" for number in range(4_000))
    story.save()
    save(story, actor=cast.reporter, now=now)
    story.body = story.body.replace("<p>word word", "<p>sword word", 1)
    story.save()
    page = compare(old="1", new="now")
    assert page.status_code == 200
    assert len(page.content) < 100_000
    assert "3998 paragraphs as before" in page.content.decode()


def test_it_costs_the_same_with_many_photos(
    compare, story, cast, now, django_assert_max_num_queries
):
    save(story, actor=cast.reporter, now=now)
    for number in range(40):
        one = Photo.objects.create(title=f"Photo {number}", sha256=f"p{number}", width=9, height=6)
        StoryPhoto.objects.create(story=story, photo=one, role="gallery", position=number)
    with django_assert_max_num_queries(32):
        compare(old="1", new="now")
