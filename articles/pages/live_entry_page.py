"""One entry of live coverage at its own address."""

from __future__ import annotations

from articles.legal.resolve import Resolution
from articles.models.published_entry import PublishedEntry
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import entry_path, letter_url
from articles.pages.card import label_for
from articles.pages.figure import first_end
from articles.pages.frame import build_frame, public_url
from articles.pages.live_entries import entry_of
from articles.pages.live_shapes import Entry, EntryPage
from articles.pages.live_structured import update
from articles.pages.moments import moment_of
from articles.pages.notices import notices_at
from articles.pages.reader import Reader
from articles.pages.shapes import Frame, Link, Share
from articles.pages.share import shared
from articles.pages.story_head import Group, path_of
from articles.pages.structured import as_script
from articles.text.excerpt import excerpt
from articles.vocabularies import Effect, Placement


def build_entry_page(
    row: PublishedEntry,
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
) -> EntryPage:
    story, entry = group.row, entry_of(row, group.row, service, reader)
    title = entry.headline or excerpt(entry.html, max_chars=80) or story.headline
    url = public_url(service, reader, entry_path(service.slug, story.slug, story.pk, row.pk))
    # The page of the coverage on which it comes first.
    after = f"{row.posted_at.isoformat()}_{row.pk + 1}"
    hides_share = Effect.HIDE_SHARE in resolution.effects
    return EntryPage(
        frame=_frame(row, entry, title, group, service, reader, resolution),
        story=Link(story.headline, reader.carry(path_of(story, service))),
        label=label_for(story),
        heading=entry.headline or story.headline,
        entry=entry,
        in_coverage=f"{reader.carry(path_of(story, service), before=after)}#entry-{entry.id}",
        zone=moment_of(row.posted_at, service).zone,
        notices_top=notices_at(resolution, Placement.ARTICLE_TOP, service),
        notices_share=notices_at(resolution, Placement.NEAR_SHARE, service),
        notices_foot=notices_at(resolution, Placement.ARTICLE_FOOT, service),
        share=None if hides_share else Share(url, letter_url(title, url)),
        until=first_end([entry.figure]),
    )


def _frame(
    row: PublishedEntry,
    entry: Entry,
    title: str,
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
) -> Frame:
    story = group.row
    path = entry_path(service.slug, story.slug, story.pk, row.pk)
    picture = shared(row.document["photo"], reader.now, reader.origin)
    description = excerpt(entry.html, max_chars=200)
    og = {
        "og:type": "article",
        "og:title": title,
        "og:description": description,
        "article:published_time": entry.iso,
    }
    whole = public_url(service, reader, path_of(story, service))
    data = update(entry, whole, service) | {
        "url": public_url(service, reader, path),
        "inLanguage": service.language,
        "publisher": {"@type": "NewsMediaOrganization", "name": service.brand},
        "isPartOf": {"@type": "LiveBlogPosting", "url": whole, "headline": story.headline},
    }
    return build_frame(
        service,
        reader,
        About(
            kind="entry",
            title=f"{title} – {service.brand}",
            path=path,
            description=description,
            section=reader.standing.sections.get(story.section_id or 0),
            og=og | (picture.og() if picture else {}),
            jsonld=as_script(data),
            resolution=resolution,
            js=Effect.HIDE_SHARE not in resolution.effects,
        ),
    )
