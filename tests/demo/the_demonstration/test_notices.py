"""Every state of a notice stands in the newsroom, and each place sees its own."""

from django.test import Client
from django.utils import timezone

from articles.models import LegalNotice, NoticeVersion, StaffRole
from articles.pages.addresses import story_path
from articles.proof.chain import verify
from articles.vocabularies import NoticeStatus


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
