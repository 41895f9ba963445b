"""Notices in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.pages import standing
from articles.publishing.notices import approve, propose


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
