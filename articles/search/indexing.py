"""What of a story on air can be searched: what its page shows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from articles.models.published import PublishedStory
from articles.models.search_entry import SearchEntry
from articles.text.body import plain_text
from articles.text.terms import terms
from articles.vocabularies import PubStatus

# Of one story; a live story of days has fewer.
MOST_TERMS = 5_000


def index(row: PublishedStory) -> None:
    """In the transaction that put ``row`` on air."""
    SearchEntry.objects.update_or_create(
        on_air=row,
        defaults={
            "service_id": row.service_id,
            "published_at": row.published_at,
            "words": words_of(row),
        },
    )


def forget(row: PublishedStory) -> None:
    SearchEntry.objects.filter(on_air=row).delete()


def rebuild() -> int:
    """Index every story on air again; returns how many there are."""
    done = 0
    on_air = PublishedStory.objects.filter(pub_status=PubStatus.USABLE)
    SearchEntry.objects.exclude(on_air__in=on_air).delete()
    for key in list(on_air.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():  # a story that is killed meanwhile stays out
            for row in on_air.select_for_update().filter(pk=key):
                index(row)
                done += 1
    return done


def words_of(row: PublishedStory) -> str:
    """Each term once, in the order of the page; names as readers see them."""
    found: dict[str, None] = {}
    for text in _texts(row):
        found.update(dict.fromkeys(terms(text)))
        if len(found) >= MOST_TERMS:
            break
    return " ".join(list(found)[:MOST_TERMS])


def _texts(row: PublishedStory) -> Iterator[str]:
    document = row.document
    yield from (row.headline, row.kicker, row.standfirst, document["dateline"])
    yield from (topic["name"] for topic in document["topics"])
    yield from (credit["name"] for credit in document["bylines"])
    yield document["byline_override"]
    for segment in document["segments"]:
        # Of text, quotation, box, photo, link: whichever it has. A story pointed at has its own.
        yield plain_text(segment.get("html", ""))
        yield from (segment.get(name, "") for name in ("title", "source", "caption"))
    for photo in (document["lead"], *document.get("gallery", ())):
        yield photo["caption"] if photo else ""
    yield from (correction["text"] for correction in document["corrections"])
