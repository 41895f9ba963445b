"""Legal notices for tests: written, proposed, in force."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.pages import standing
from articles.publishing.notices import approve, propose


def write_notice(
    now,
    slug="warning",
    *,
    title="Be careful",
    body="<p>Text.</p>",
    texts=("en",),
    regions=(),
    exclude=(),
    services=(),
    story=None,
    **fields,
):
    """A working copy; its texts differ by language in the title alone."""
    values = {
        "kind": "reader_warning",
        "placements": ["article_foot"],
        "reach": "matched_or_unknown",
        "starts_at": now - timedelta(days=1),
    }
    notice = LegalNotice.objects.create(slug=slug, **values | fields)
    for number, language in enumerate(texts):
        NoticeText.objects.create(
            notice=notice, language=language, body=body, is_default=number == 0,
            title=title if number == 0 else f"{title} ({language})",
        )  # fmt: skip
    rows = [("region", one, False) for one in regions]
    rows += [("region", one, True) for one in exclude]
    rows += [("service", one, False) for one in services]
    rows += [("story", str(story.pk), False)] if story else []
    for dimension, value, is_exclude in rows:
        NoticeTarget.objects.create(
            notice=notice, dimension=dimension, value=value, is_exclude=is_exclude
        )
    return notice


def put_in_force(notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    approve(version, actor=cast.second_legal_officer, now=now)
    standing.forget()
    return version


def page(notice, name, **query):
    return reverse(f"admin:articles_legalnotice_{name}", args=[notice.pk], query=query or None)
