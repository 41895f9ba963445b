"""The demonstration newsroom shows every state, in every language, light enough to arrive."""

import gzip
import hashlib
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.demo.content_files import house, pictures, stories_of
from articles.demo.library import fields_of
from articles.demo.loading import furnish
from articles.demo.reading import OLD, OLD_AGE, TOLD
from articles.imaging.plan import ALL, sizes
from articles.models import (
    LanguageService,
    LegalNotice,
    NoticeVersion,
    Photo,
    PublishedStory,
    Rendition,
    StaffRole,
    Story,
)
from articles.pages import standing
from articles.pages.addresses import story_path
from articles.proof.chain import verify
from articles.publishing.preflight import preflight
from articles.text.body import word_count
from articles.vocabularies import NoticeStatus, PubStatus, WorkflowStatus
from tests.html import errors_in

BUDGET = 12_000  # bytes at gzip level 6, up to 800 words in any script
BUDGET_WITHOUT_TEXT = 8_000


def library(now):
    """The pictures as rows, with the names of files nobody needs here."""
    made = {}
    for name, row in pictures().items():
        photo = Photo.objects.create(
            original=f"{name}.jpg", width=1600, height=1067, dominant_colour="#a5805e",
            copyright_notice="Radio Lantern (demonstration)", **fields_of(row, now),
        )  # fmt: skip
        Rendition.objects.bulk_create(
            _file(photo, piece.crop, kind, *size)
            for piece in ALL
            for kind in piece.formats
            for size in sizes(piece, 1600, 1067)
        )
        made[name] = photo
    return made


def _file(photo, crop, kind, width, height):
    """Named as files are, by what looks like a hash."""
    digest = hashlib.sha256(f"{photo.pk} {crop} {kind} {width}".encode()).hexdigest()
    name = f"{digest[:2]}/{digest[2:16]}.{kind[:4].replace('jpeg', 'jpg')}"
    return Rendition(
        photo=photo, crop=crop, format=kind, width=width, height=height, file=name, byte_size=1
    )


@pytest.fixture
def newsroom(db):
    now = timezone.now()
    desk = furnish(library(now), now=now, password="password")
    standing.forget()
    return desk


def test_six_services_have_some_sixty_stories_three_of_them_long_in_each(newsroom):
    assert LanguageService.objects.count() == 6
    assert PublishedStory.objects.on_air().count() >= 55
    for row in house()["services"]:
        long = [one for one in stories_of(row["language"]) if word_count(one["body"]) >= 400]
        assert len(long) >= 3, row["slug"]


def test_every_state_stands_in_the_newsroom(newsroom):
    states = set(Story.objects.values_list("workflow_status", flat=True))
    assert states == set(WorkflowStatus.values)
    assert PublishedStory.objects.filter(pub_status=PubStatus.CANCELED).exists()
    assert PublishedStory.objects.breaking(timezone.now()).exists()
    assert Story.objects.filter(corrections__isnull=False).exists()
    assert Story.objects.filter(embargo_until__gt=timezone.now()).exists()
    assert LegalNotice.objects.filter(status=NoticeStatus.PROPOSED).exists()
    assert LegalNotice.objects.filter(status=NoticeStatus.APPROVED).count() >= 4


def test_everything_is_dated_relative_to_loading(newsroom):
    now = newsroom.now
    archive = PublishedStory.objects.filter(headline=OLD[0])
    assert archive.get().published_at == now - OLD_AGE
    for row in PublishedStory.objects.exclude(pk__in=archive):
        assert now - timedelta(days=7) < row.published_at <= now


def test_readers_are_told_what_is_new_and_what_is_old(newsroom):
    def page(row):
        return Client().get(story_path(row.service.slug, row.slug, row.pk)).content.decode()

    for service, key in {(service, key) for service, key, *_told in TOLD}:
        row = newsroom.stories[service, key].on_air
        assert 'class="changes"' in page(row), service
    old = PublishedStory.objects.get(headline=OLD[0])
    assert "Facts may have changed" in page(old)


def test_every_page_is_valid_html_and_within_its_weight(newsroom, settings):
    client = Client()
    settings.DEMO = True
    for row in PublishedStory.objects.on_air().select_related("service"):
        path = story_path(row.service.slug, row.slug, row.pk)
        page = client.get(path, {"demo_place": "RU"}).content
        assert errors_in(page.decode()) == [], path
        assert len(gzip.compress(page, 6)) <= BUDGET, (path, row.document["words"])
    for path in ("/", *(f"/{service.slug}/" for service in LanguageService.objects.all())):
        assert errors_in(client.get(path).content.decode()) == [], path


def test_a_page_without_its_text_is_lighter_still(newsroom, settings):
    settings.DEMO = True
    for row in PublishedStory.objects.on_air().select_related("service"):
        path = story_path(row.service.slug, row.slug, row.pk)
        page = Client().get(path, {"demo_place": "RU"}).content
        # The pictures of an essay, with their captions, are its text.
        page = re.sub(rb'<section class="gallery".*?</section>', b"", page, flags=re.DOTALL)
        for segment in row.document["segments"]:
            page = page.replace(segment.get("html", "").encode() or b"\x00", b"")
        assert len(gzip.compress(page, 6)) <= BUDGET_WITHOUT_TEXT, path


def test_every_state_of_a_notice_stands_in_the_newsroom(newsroom):
    now, versions = timezone.now(), NoticeVersion.objects.in_force()
    assert set(LegalNotice.objects.values_list("status", flat=True)) == set(NoticeStatus.values)
    assert versions.filter(starts_at__gt=now).exists(), "coming"
    assert versions.filter(ends_at__lt=now).exists(), "ended"
    assert versions.awaiting_review().count() == 1
    assert NoticeVersion.objects.filter(approved_at=None).exists(), "waiting"
    assert StaffRole.objects.filter(role="legal_officer", newsroom__isnull=False).exists()
    assert verify(now=now).is_whole


def test_readers_of_each_place_see_their_own_notices(newsroom, settings):
    settings.DEMO = True
    client = Client()

    def page(service, key, place):
        row = newsroom.stories[service, key].on_air
        return client.get(story_path(service, row.slug, row.pk), {"demo_place": place})

    def notices(*asked):
        html = page(*asked).content.decode()
        return {part.split('"')[0] for part in html.split('data-notice="')[1:]}

    und, label = "russia-undesirable-organization", "russia-foreign-agent-label"
    assert notices("en", "karasu-dam", "RU") == {und}
    assert notices("en", "karasu-dam", "UA-43") == {und}
    assert notices("en", "karasu-dam", "unknown") == {und}
    assert notices("en", "karasu-dam", "DE") == {"eea-privacy"}
    assert notices("en", "karasu-dam", "KZ") == set()
    assert notices("ru", "karasu-dam", "RU") == {und, label}
    assert notices("ru", "karasu-dam", "UA-43") == {und}
    assert page("en", "old-town-roofs", "GB").status_code == 451
    assert page("ka", "old-town-roofs", "GB").status_code == 451
    assert page("en", "old-town-roofs", "DE").status_code == 200


def test_the_chosen_place_is_carried_on_by_every_link(newsroom, settings):
    settings.DEMO = True
    html = Client().get("/", {"demo_place": "RU"}).content.decode()
    links = [part.split('"')[0] for part in html.split('<a href="')[1:]]
    inner = [link for link in links if link.startswith("/") and link != "/admin/"]
    assert inner
    assert all("demo_place=" in link for link in inner)


def test_photos_stand_in_every_state_of_their_rights(newsroom):
    now = newsroom.now
    assert set(Photo.objects.values_list("rights_basis", flat=True)) >= {
        "staff", "commissioned", "agency", "handout", "social", "creative_commons", "screengrab",
    }  # fmt: skip
    assert Photo.objects.filter(rights_end_at__lte=now).exists(), "over"
    assert Photo.objects.filter(
        rights_end_at__range=(now + timedelta(days=2), now + timedelta(days=4))
    ).exists(), "ending"
    assert Photo.objects.filter(killed_at__isnull=False).exists()
    assert Photo.objects.filter(credit="").exists()
    assert Photo.objects.filter(is_decorative=True).exists()
    assert Photo.objects.exclude(crops={}).count() >= 2
    for story in Story.objects.filter(workflow_status__in=["live", "live_changed"]):
        stands = [one for one in preflight(story, now=now) if one.blocks]
        assert {one.code for one in stands} <= {"rights", "photo_killed"}, story


def test_a_photo_whose_rights_are_over_is_missed_on_its_story_alone(newsroom):
    row = newsroom.stories["en", "last-kiosk"].on_air
    page = Client().get(story_path("en", row.slug, row.pk)).content.decode()
    (figure,) = re.findall(r'<figure class="gone".*?</figure>', page)
    assert "Kestrel Pictures" in figure
    assert "<img" not in figure


@pytest.mark.parametrize("service", ["en", "fa"])
def test_an_essay_has_a_gallery_without_what_was_killed(newsroom, service):
    row = newsroom.stories[service, "windows-after-dark"].on_air
    row.refresh_from_db()
    page = Client().get(story_path(service, row.slug, row.pk)).content.decode()
    gallery = re.search(r'<section class="gallery".*?</section>', page, re.DOTALL)[0]
    assert gallery.count("<img") == 6
    assert "school" not in gallery
