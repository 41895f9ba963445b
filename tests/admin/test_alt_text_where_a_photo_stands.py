"""The alt text of a photo in a text: what is wrong with it is told, and it is written there."""

import pytest
from django.urls import reverse

from articles.admin.story_photo_words import write_alt
from articles.models import EditorialLog, Newsroom, Photo, PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish
from articles.publishing.refusals import WrongState


@pytest.fixture
def alt_of(photo):
    return reverse("admin:articles_photo_alt", args=[photo.pk])


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)


@pytest.fixture
def wordless(photo):
    photo.texts.all().delete()
    return photo


def ask(client, url, service, **more):
    return client.get(url, {"service": service.pk} | more)


def write(client, url, service, alt, seen="", **more):
    return client.post(url, {"service": service.pk, "alt": alt, "seen": seen} | more)


@pytest.mark.parametrize(
    ("alt", "caption", "here", "fault"),
    [
        ("", "", "", "missing"),
        ("  ", "A river", "", "missing"),
        ("A river.", "a  River", "", "caption"),
        ("Here it is", "A river", "here it is.", "caption"),
        ("IMG_2041.JPG", "", "", "file"),
        ("DSC00012", "", "", "file"),
        ("Brown water under a bridge.", "A river", "", ""),
    ],
)
def test_it_is_judged_as_the_checks_before_air_judge_it(
    alt, caption, here, fault, alt_of, reporter, photo, story, english, now
):
    photo.texts.update(alt_text=alt, caption=caption)
    story.body = (
        f'<p>Text.</p><figure data-photo="{photo.pk}"><figcaption>{here}</figcaption></figure>'
    )
    story.save()
    told = ask(reporter, alt_of, english, caption=here).json()
    assert told["fault"] == fault
    assert bool(told["sentence"]) == bool(fault)
    codes = {"missing": "alt", "caption": "alt_is_caption", "file": "alt_is_file_name"}
    found = [one for one in preflight(story, now=now) if one.code in codes.values()]
    assert [one.code for one in found] == ([codes[fault]] if fault else [])
    assert all((one.field, one.photo) == ("body", photo.pk) for one in found)


def test_a_decorative_photo_needs_none_and_takes_none(alt_of, reporter, wordless, english):
    Photo.objects.update(is_decorative=True)
    told = ask(reporter, alt_of, english).json()
    assert (told["fault"], told["may_write"], told["is_decorative"]) == ("", False, True)
    assert "Decorative" in told["sentence"]
    assert write(reporter, alt_of, english, "Words").status_code == 422
    assert not wordless.texts.exists()


def test_a_reporter_supplies_what_is_missing_in_the_language_of_the_story(
    alt_of, reporter, wordless, english, cast
):
    told = write(reporter, alt_of, english, "  Brown water\nunder a bridge. ").json()
    assert (told["alt"], told["fault"]) == ("Brown water under a bridge.", "")
    text = wordless.texts.get()
    assert (text.language, text.alt_text) == ("en", "Brown water under a bridge.")
    assert EditorialLog.objects.filter(noun="photo", actor_name="reporter").exists()


def test_what_others_wrote_only_changes_who_may_change_the_photo(
    alt_of, reporter, photo, english, cast, log_in
):
    old = photo.texts.get().alt_text
    assert ask(reporter, alt_of, english).json()["may_write"] is False
    refused = write(reporter, alt_of, english, "Mine", seen=old)
    assert refused.status_code == 403
    assert "Somebody else wrote" in refused.json()["sentence"]
    assert photo.texts.get().alt_text == old
    editor = log_in(cast.photo_editor)
    Photo.objects.update(newsroom=english.newsroom)
    assert write(log_in(cast.desk_editor), alt_of, english, "Theirs", seen=old).status_code == 200
    assert photo.texts.get().alt_text == "Theirs"
    assert editor.get(alt_of, {"service": english.pk}).status_code == 404  # writes no stories


def test_two_people_at_once_do_not_write_over_each_other(alt_of, wordless, english, cast, log_in):
    first, second = log_in(cast.desk_editor), log_in(cast.service_chief)
    assert write(first, alt_of, english, "First.").status_code == 200
    assert write(first, alt_of, english, "First.").status_code == 200  # a double click
    clash = write(second, alt_of, english, "Second.")
    assert clash.status_code == 409
    assert "“First.”" in clash.json()["sentence"]
    assert wordless.texts.get().alt_text == "First."


@pytest.mark.parametrize("was", [None, "Water."])
def test_who_looked_before_a_colleague_wrote_does_not_write_over_them(was, wordless, cast):
    """Both asked at the same moment: the second finds what stands there now, not what stood."""
    if was:
        wordless.texts.create(language="en", alt_text=was)
    seen = Photo.objects.prefetch_related("texts").get(pk=wordless.pk)
    write_alt(wordless, "en", "A flood.", cast.photo_editor)
    with pytest.raises(WrongState, match="another meanwhile"):
        write_alt(seen, "en", "A river.", cast.photo_editor)
    assert wordless.texts.get(language="en").alt_text == "A flood."


@pytest.mark.parametrize("alt", ["", " \n ", "\0", "x" * 1001])
def test_bad_input_is_a_sentence(alt, alt_of, reporter, wordless, english):
    answer = write(reporter, alt_of, english, alt)
    assert answer.status_code == 422
    assert len(answer.json()["sentence"]) > 10
    assert not wordless.texts.exists()


def test_readers_have_it_at_once(alt_of, wordless, story, english, cast, log_in, now):
    wordless.texts.create(language="en", alt_text="Old.")
    publish(story, actor=SYSTEM, now=now)
    write(log_in(cast.desk_editor), alt_of, english, "New.", seen="Old.")
    assert PublishedStory.objects.get().document["lead"]["alt"] == "New."


def test_others_neither_see_nor_write_it(
    alt_of, reporter, photo, english, persian, cast, log_in, client
):
    outsider = log_in(cast.outsider)
    assert ask(outsider, alt_of, english).status_code == 404
    assert write(outsider, alt_of, english, "x").status_code == 404
    assert ask(reporter, alt_of, persian).status_code == 404
    for nobody in ({}, {"service": "x"}, {"service": "9" * 30}):
        assert reporter.get(alt_of, nobody).status_code == 404
    assert ask(client, alt_of, english).status_code == 302
    Photo.objects.update(newsroom=Newsroom.objects.create(name="Elsewhere"))
    assert ask(reporter, alt_of, english).status_code == 404
    assert write(reporter, alt_of, english, "x").status_code == 404


def test_a_killed_photo_is_nobody_s_to_write(alt_of, reporter, photo, english, now):
    Photo.objects.update(killed_at=now)
    assert ask(reporter, alt_of, english).status_code == 404


def test_a_finding_about_a_photo_in_the_text_leads_to_it(reporter, wordless, story, cast, now):
    story.story_photos.all().delete()
    story.body += (
        f'<figure data-photo="{wordless.pk}"></figure><figure data-photo="999999"></figure>'
    )
    story.save()
    checks = reverse("admin:articles_story_checks", args=[story.pk])
    page = reporter.get(checks).content.decode()
    for number in (wordless.pk, 999999):
        assert f"/change/#photo-{number}" in page
    panel = reporter.get(checks, {"panel": "1"}).content.decode()
    assert f'href="#photo-{wordless.pk}"' in panel
