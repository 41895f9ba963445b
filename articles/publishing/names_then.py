"""Names as readers had them, of people of whom some are protected since.

Those are named as today, and hidden wherever else words of then, or of the library, say them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from articles.models import Contributor, KeptEntry, KeptWords, LanguageService, Story
from articles.publishing.credits import public_credit
from articles.publishing.photo_document import Document
from articles.text.hide import hide
from articles.vocabularies import BylinePolicy, CreditRole

HIDDEN = "█████"
# Words of a photo, of a publisher, and what a story says in place of its bylines.
SPOKEN = (
    "caption", "alt", "credit", "creator", "copyright_notice", "name", "description",
    "byline_override",
)  # fmt: skip


@dataclass(frozen=True)
class NameThen:
    """``hides``: the name of somebody protected since, who is named as today."""

    credit: Document | None
    hides: str = ""


def names_then(kept: Collection[Document], service: LanguageService) -> list[NameThen]:
    """Credits as they stood, in their order."""
    people = Contributor.objects.prefetch_related("names")
    found = people.in_bulk({one["contributor"] for one in kept if one.get("contributor")})
    return [_name_then(one, found.get(one.get("contributor") or 0), service) for one in kept]


def _name_then(kept: Document, person: Contributor | None, service: LanguageService) -> NameThen:
    then: Document = {"role": CreditRole.AUTHOR.value, "as_source": "", "slug": ""} | kept
    then.pop("contributor", None)
    credit = public_credit(person, then["role"], service) if person else None
    if person is None or person.byline_policy == BylinePolicy.OWN_NAME:
        return NameThen(then | {"slug": credit.slug if credit else ""})
    today = credit.as_dict() if credit else None
    is_same = credit is not None and credit.name == kept["name"]
    return NameThen(today, "" if is_same else kept["name"])


def hidden_names(story: Story) -> frozenset[str]:
    """Of everybody protected since whom a byline or an entry of the story has ever named."""
    named = {(one["contributor"], one["name"]): one for one in _named(story)}
    return frozenset(one.hides for one in names_then(named.values(), story.service)) - {""}


def _named(story: Story) -> Iterator[Document]:
    bylines = KeptWords.objects.filter(version__story=story, words__has_key="bylines")
    for told in bylines.values_list("words__bylines", flat=True).iterator(chunk_size=500):
        yield from (one for one in told if one.get("contributor"))
    entries = KeptEntry.objects.filter(
        entry__story=story, document__credit__contributor__isnull=False
    )
    people = entries.values_list("document__credit__contributor", "document__credit__name")
    for person, name in people.order_by().distinct():
        yield {"contributor": person, "name": name}


def without_names(words: Document, hidden: Iterable[str]) -> Document:
    """``words`` of the library, or in place of it, with none of the names in them."""
    told = {key: hide(words[key], hidden, HIDDEN) for key in SPOKEN if words.get(key)}
    return words | told
