"""The demonstration's law stands in every state in which a notice can stand."""

import pytest
from django.utils import timezone

from articles.demo.loading import load_demo
from articles.models import LegalNotice, NoticeVersion, StaffRole


@pytest.fixture
def law(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load_demo(now=timezone.now(), password="demo")


def test_every_state_can_be_seen(law):
    now, versions = timezone.now(), NoticeVersion.objects.in_force()
    assert set(LegalNotice.objects.values_list("status", flat=True)) == {
        "draft", "proposed", "approved", "retired",
    }  # fmt: skip
    assert versions.filter(starts_at__gt=now).exists(), "coming"
    assert versions.filter(ends_at__lt=now).exists(), "ended"
    assert versions.awaiting_review().count() == 1
    assert NoticeVersion.objects.filter(approved_at=None).exists(), "waiting"


def test_a_newsroom_has_a_legal_officer_of_its_own(law):
    assert StaffRole.objects.filter(role="legal_officer", newsroom__isnull=False).exists()
