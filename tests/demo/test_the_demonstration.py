"""The demonstration newsroom shows every state, in every language, light enough to arrive."""

import gzip
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.demo.building import build_house
from articles.demo.content_files import house, pictures, stories_of
from articles.demo.law import write_notices
from articles.demo.staff import hire_staff
from articles.demo.states import make_states
from articles.demo.stories import Desk, write_stories
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
from articles.text.body import word_count
from articles.vocabularies import NoticeStatus, PubStatus, WorkflowStatus
from tests.html import errors_in

BUDGET = 12_000  # bytes at gzip level 6, up to 800 words in any script
BUDGET_WITHOUT_TEXT = 8_000


def library():
    """The pictures as rows, with the names of files nobody needs here."""
    made = {}
    for name, row in pictures().items():
        photo = Photo.objects.create(
            title=row["title"], original=f"{name}.jpg", width=1600, height=1067,
            credit=row["credit"], rights_basis="staff",
        )  # fmt: skip
        for kind, extension in (("jpeg", "jpg"), ("webp", "webp")):
            for width in (320, 640, 960, 1280):
                Rendition.objects.create(
                    photo=photo, format=kind, width=width, height=width * 2 // 3,
                    file=f"{photo.pk:02x}/{photo.pk * 7919:06x}{width:04x}.{extension}",
                    byte_size=1,
                )  # fmt: skip
        made[name] = photo
    return made


@pytest.fixture
def newsroom(db):
    photos, now = library(), timezone.now()
    built = build_house(photos["publisher"])
    staff = hire_staff(built, "password")
    desk = Desk(built, photos, now)
    write_stories(desk)
    make_states(desk, staff)
    write_notices(desk, staff)
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
    for row in PublishedStory.objects.all():
        assert now - timedelta(days=7) < row.published_at <= now


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
