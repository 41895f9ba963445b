"""Live coverage for machines: LiveBlogPosting with what stands on the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString

from articles.models.service import LanguageService
from articles.pages.frame import public_url
from articles.pages.live_shapes import Entry
from articles.pages.reader import Reader
from articles.pages.share import shared
from articles.pages.story_head import Group, path_of, way_to
from articles.pages.structured import article_data, as_script
from articles.text.body import plain_text

LONGEST_HEADLINE = 110


def live_blog(
    group: Group, service: LanguageService, reader: Reader, entries: Sequence[Entry]
) -> SafeString:
    row = group.row
    url = public_url(service, reader, path_of(row, service))
    picture = shared(group.document["lead"], reader.now, reader.origin)
    way = way_to(row, service, reader)
    data = article_data(row, group.document, service, url=url, picture=picture, way=way)
    data |= {
        "@type": "LiveBlogPosting",
        "coverageStartTime": row.published_at.isoformat(timespec="seconds"),
        "liveBlogUpdate": [
            update(entry, url, service) for entry in entries if not entry.is_removed
        ],
    }
    newest = max((entry.iso for entry in entries), default="")
    if newest and datetime.fromisoformat(newest) > row.revised_at:
        data["dateModified"] = newest
    if ended := group.document.get("coverage", {}).get("ended_at"):
        data["coverageEndTime"] = ended
    return as_script(data)


def update(entry: Entry, url: str, service: LanguageService) -> dict[str, Any]:
    """``url`` is the coverage's own address: what stands in it is found there by a jump."""
    text = plain_text(entry.html)
    data: dict[str, Any] = {
        "@type": "BlogPosting",
        "headline": entry.headline or text[:LONGEST_HEADLINE] or service.brand,
        "datePublished": entry.iso,
        "url": f"{url}#entry-{entry.id}",
        "articleBody": text,
    }
    if entry.credit:
        kind = "Person" if entry.is_person else "Organization"
        data["author"] = {"@type": kind, "name": entry.credit}
    if entry.correction:
        data["dateModified"] = entry.correction.moment.iso
        data["correction"] = entry.correction.text
    return data
