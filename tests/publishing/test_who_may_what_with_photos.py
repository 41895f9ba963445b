"""Every verb on photos asks who acts; originals leave for photo editors alone, and logged."""

import pytest

from articles.models import EditorialLog, Photo, PublishedStory
from articles.models.photo import private_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.download_original import download_original
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, WrongState

FACE = [[0.0, 0.0, 0.5, 0.5]]
VERBS = {
    "kill": lambda photo, **who: kill_photo(photo, reason="Order", **who),
    "change": lambda photo, **who: change_photo(photo, {"credit": "Mine"}, **who),
    "tell": lambda photo, **who: photo_changed(photo, **who),
    "protect": lambda photo, **who: protect(
        photo, people_at_risk=True, blurred_areas=FACE, **who
    ),
    "unblur": lambda photo, **who: protect(
        photo, people_at_risk=False, blurred_areas=[], **who
    ),
    "download": lambda photo, **who: download_original(photo, **who),
}  # fmt: skip
EVERYBODY = {
    "reporter", "desk_editor", "service_chief", "photo_editor", "legal_officer", "administrator",
    "outsider",
}  # fmt: skip
MAY = {
    "kill": {"service_chief", "photo_editor", "administrator"},
    "change": {"desk_editor", "service_chief", "photo_editor", "administrator"},
    "tell": {"desk_editor", "service_chief", "photo_editor", "administrator"},
    "protect": {"desk_editor", "service_chief", "photo_editor", "administrator"},
    "unblur": {"photo_editor"},
    "download": {"photo_editor"},
}


@pytest.fixture
def own(photo, story, english_newsroom, now):
    """A photo of the English newsroom, on air, with somebody at risk in it."""
    photo.newsroom, photo.people_at_risk = english_newsroom, True
    photo.blurred_areas = [[0.1, 0.1, 0.1, 0.1]]
    photo.save()
    publish(story, actor=SYSTEM, now=now)
    return photo


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_who_may_what(who, verb, own, cast, now):
    before = (Photo.objects.filter(pk=own.pk).values().get(), EditorialLog.objects.count())
    document = PublishedStory.objects.get().document
    if who in MAY[verb]:
        VERBS[verb](own, actor=getattr(cast, who), now=now)
        assert EditorialLog.objects.count() > before[1]
        return
    with pytest.raises(NotAllowed):
        VERBS[verb](own, actor=getattr(cast, who), now=now)
    after = (Photo.objects.filter(pk=own.pk).values().get(), EditorialLog.objects.count())
    assert after == before
    assert PublishedStory.objects.get().document == document


def test_an_original_is_logged_before_it_leaves(own, cast, now, jpeg):
    original = download_original(own, actor=cast.photo_editor, now=now)
    assert original.data == jpeg
    assert original.name == f"photo-{own.pk}.jpg"
    entry = EditorialLog.objects.get(verb="download")
    assert (entry.noun_id, entry.actor) == (own.pk, cast.photo_editor)


def test_a_lost_original_is_said_and_not_logged_as_downloaded(own, cast, now):
    own.original.storage.delete(own.original.name)
    with pytest.raises(WrongState, match="cannot be read"):
        download_original(own, actor=cast.photo_editor, now=now)
    assert not EditorialLog.objects.filter(verb="download").exists()


def test_no_address_leads_to_an_original(own, client, cast):
    assert private_storage().exists(own.original.name)
    name = own.original.name
    paths = [f"/media/{name}", f"/media/originals/{name}", f"/media/../originals/{name}",
             f"/media/public/../../originals/{name}", f"/originals/{name}", f"/static/{name}",
             f"/media/%2e%2e/originals/{name}", f"/media//{name}"]  # fmt: skip
    for who in (None, cast.outsider, cast.administrator, cast.photo_editor):
        if who:
            client.force_login(who)
        for path in paths:
            assert client.get(path).status_code in (301, 404), path


def test_what_is_not_a_field_of_the_desk_is_not_changed(own, cast, now):
    for name in ("killed_at", "blurred_areas", "people_at_risk", "original", "sha256", "newsroom"):
        with pytest.raises(WrongState, match="not changed like this"):
            change_photo(own, {name: None}, actor=cast.photo_editor, now=now)


def test_crops_must_lie_in_the_picture(own, cast, now):
    for crops in ({"16x9": [0.5, 0, 0.6, 1]}, {"9x16": [0, 0, 1, 1]}, {"full": "abcd"}):
        with pytest.raises(WrongState):
            change_photo(own, {"crops": crops}, actor=cast.photo_editor, now=now)
    crops = {"crops": {"16x9": [0, 0, 0.5, 0.5]}}
    assert change_photo(own, crops, actor=cast.photo_editor, now=now) == ["crops"]
    own.refresh_from_db()
    assert own.renditions_due_at == now
    assert change_photo(own, crops, actor=cast.photo_editor, now=now) == []


def test_new_words_are_on_air_at_once_and_their_files_follow(own, cast, now):
    change_photo(own, {"credit": "Ana Lima"}, actor=cast.desk_editor, now=now)
    assert PublishedStory.objects.get().document["lead"]["credit"] == "Ana Lima"
    own.refresh_from_db()
    assert own.renditions_due_at == now


def test_a_place_alone_makes_no_new_files(own, cast, now):
    change_photo(own, {"place": "Almaty"}, actor=cast.desk_editor, now=now)
    own.refresh_from_db()
    assert own.renditions_due_at is None


def test_a_foreign_photo_is_told_by_its_number_alone(
    make_story, photo, persian_newsroom, cast, now
):
    from articles.publishing.preflight import preflight

    photo.newsroom, photo.title, photo.credit = persian_newsroom, "Secret source", ""
    photo.is_single_use = True
    photo.save()
    story = make_story(body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>')
    found = [problem.message for problem in preflight(story, now=now) if problem.blocks]
    assert found == [f"Photo {photo.pk} belongs to another newsroom."]
