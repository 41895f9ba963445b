"""Every state stands in the newsroom, dated relative to its loading."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.demo.content_files import house, stories_of
from articles.demo.reading import OLD, OLD_AGE, TOLD
from articles.models import (
    LanguageService,
    LegalNotice,
    PublishedStory,
    Story,
)
from articles.pages.addresses import story_path
from articles.text.body import word_count
from articles.vocabularies import NoticeStatus, PubStatus, StoryType, WorkflowStatus


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


def test_one_live_coverage_goes_on_and_one_has_ended(newsroom):
    rows = PublishedStory.objects.on_air().filter(story_type=StoryType.LIVE)
    ends = {row.service.slug: row.document["coverage"]["ended_at"] for row in rows}
    assert ends["en"] is None
    assert ends["fa"]
    english = rows.get(service__slug="en").entries.all()
    assert len(english) >= 25
    assert sum(entry.is_key_event for entry in english) >= 4
    assert any(entry.is_pinned for entry in english)
    assert any(entry.document["photo"] for entry in english)
    assert any(entry.document["correction"] for entry in english)
