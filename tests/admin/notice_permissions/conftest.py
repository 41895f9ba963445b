"""A legal officer of one newsroom, and notices that name services."""

import pytest

from articles.models import LegalNotice, StaffRole
from articles.vocabularies import Role


@pytest.fixture
def newsroom_officer(cast, english_newsroom, english, persian):
    """The photo editor of the English newsroom becomes its legal officer."""
    StaffRole.objects.filter(user=cast.photo_editor).update(role=Role.LEGAL_OFFICER)
    return cast.photo_editor


@pytest.fixture
def make_notice(db, now):
    def make(slug, *services):
        notice = LegalNotice.objects.create(
            slug=slug, kind="info", placements=["article_foot"], reach="matched", starts_at=now
        )
        for service in services:
            notice.targets.create(dimension="service", value=service)
        return notice

    return make
