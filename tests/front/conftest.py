"""Stories on air, and notices in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from articles.models import LegalNotice, NoticeTarget, NoticeText, PublishedStory
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve, propose
from articles.publishing.publish import publish


@pytest.fixture
def on_air(story, now) -> PublishedStory:
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def url(on_air: PublishedStory) -> str:
    return f"/en/a/{on_air.slug}/{on_air.pk}.html"


@pytest.fixture
def enforce(cast, now) -> Callable[..., LegalNotice]:
    """A notice in force: ``enforce("slug", regions=["RU"], story=…, kind=…)``."""

    def make(
        slug="warning",
        *,
        regions=(),
        topics=(),
        story=None,
        title="Sharing may be punished",
        **fields,
    ):
        notice = LegalNotice.objects.create(
            slug=slug,
            **{
                "starts_at": now - timedelta(days=1),
                "kind": "reader_warning",
                "placements": ["article_foot"],
                "reach": "matched_or_unknown",
            }
            | fields,
        )
        NoticeText.objects.create(
            notice=notice, language="en", title=title, body="<p>Be careful.</p>", is_default=True
        )
        for region in regions:
            NoticeTarget.objects.create(notice=notice, dimension="region", value=region)
        for topic in topics:
            NoticeTarget.objects.create(notice=notice, dimension="topic", value=topic)
        if story:
            NoticeTarget.objects.create(notice=notice, dimension="story", value=str(story.pk))
        approve(
            propose(notice, actor=cast.legal_officer, now=now),
            actor=cast.second_legal_officer,
            now=now,
        )
        standing.forget()
        return notice

    return make


@pytest.fixture
def reader_in(settings, client):
    """``reader_in("RU")`` asks as an edge would that knows the reader's country."""
    settings.TRUSTED_PROXIES = ["127.0.0.1/32"]
    settings.REGION_HEADER = "Region"

    def make(country):
        return lambda path: client.get(path, headers={"region": country})

    return make
