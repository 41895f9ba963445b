"""What stands against a legal notice: found before a second person is asked."""

from datetime import timedelta

import pytest

from articles.models import (
    LegalNotice,
    NoticeTarget,
    NoticeText,
)
from articles.publishing.notices import approve, propose


@pytest.fixture
def make_notice(db, now):
    def make(slug="warning", texts=("en",), include=None, exclude=None, **fields):
        values = {
            "kind": "reader_warning", "placements": ["article_foot"], "reach": "matched",
            "starts_at": now + timedelta(days=1),
        }  # fmt: skip
        notice = LegalNotice.objects.create(slug=slug, **values | fields)
        for number, language in enumerate(texts):
            NoticeText.objects.create(
                notice=notice, language=language, title="Be careful", body="<p>Text</p>",
                is_default=number == 0,
            )  # fmt: skip
        for rows, is_exclude in ((include, False), (exclude, True)):
            for dimension, values in (rows or {}).items():
                for value in values:
                    NoticeTarget.objects.create(
                        notice=notice, dimension=dimension, value=str(value), is_exclude=is_exclude
                    )
        return notice

    return make


@pytest.fixture
def approved(cast, now):
    def put_in_force(notice):
        version = propose(notice, actor=cast.legal_officer, now=now)
        approve(version, actor=cast.second_legal_officer, now=now)
        return notice

    return put_in_force
