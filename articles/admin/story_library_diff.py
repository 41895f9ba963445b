"""What readers had from the library, then and now: captions, alt texts, credits, names.

A saved version went to no reader, so nothing of the library was kept with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_diff import FieldChange, members, whole
from articles.admin.notice_terms import term
from articles.admin.story_names import Names
from articles.admin.story_photo_diff import PhotoChange
from articles.admin.story_sides import NOW, Side
from articles.admin.story_unstored import own_page
from articles.models import KeptWords, LanguageService, Story
from articles.publishing.document import build_page
from articles.publishing.names_then import names_then, without_names
from articles.publishing.photo_document import Document
from articles.publishing.snapshot import Content
from articles.text.body import photo_ids
from articles.text.diff import word_diff
from articles.vocabularies import CreditRole, VersionKind

PHOTO = {
    "caption": gettext_lazy("Caption"),
    "alt": gettext_lazy("Alt text"),
    "credit": gettext_lazy("Credit"),
}
PUBLISHER = {
    "name": gettext_lazy("Publisher’s name"),
    "description": gettext_lazy("Publisher’s words"),
}


@dataclass(frozen=True)
class Told:
    """``words`` are those of the library, for ``content``."""

    content: Content
    words: Document

    @cached_property
    def uses(self) -> set[int]:
        return {*self.captions, *photo_ids(self.content["body"])}

    @cached_property
    def captions(self) -> dict[int, str]:
        """What the story itself says under a photo: told where its own changes are."""
        return {use["photo_id"]: use.get("caption_override", "") for use in self.content["photos"]}

    def without(self, hidden: Collection[str]) -> Told:
        """To be compared: what is hidden on both sides does not differ either."""
        photos = self.words.get("photos", {}).items()
        told: Document = {"photos": {key: without_names(one, hidden) for key, one in photos}}
        if publisher := self.words.get("publisher"):
            told["publisher"] = without_names(publisher, hidden)
        return replace(self, words=self.words | told)

    def same(self, key: str, other: Told) -> bool:
        return bool(self.content.get(key) == other.content.get(key))


def told_by(story: Story, side: Side) -> Told | None:
    """None where nobody knows: of saved versions, and of what went out before words were kept."""
    if side.key == NOW:
        page = own_page(build_page(side.content, story.service, at=timezone.now()), story)
        return Told(side.content, page.words)
    if side.version is None or side.version.kind != VersionKind.PUBLISHED:
        return None
    kept = KeptWords.objects.filter(version=side.version).first()
    return Told(side.content, kept.words) if kept else None


def named_changes(old: Told, new: Told, service: LanguageService) -> Iterator[FieldChange]:
    """Where the story itself names the same people, topics and publisher as before.

    Whoever is protected since is named on both sides as today.
    """
    was, will = old.words, new.words
    if old.same("bylines", new) and "bylines" in was and "bylines" in will:
        told = members(_names(was["bylines"], service), _names(will["bylines"], service))
        yield FieldChange(_("Byline as readers had it"), told, is_list=True)
    if old.same("topics", new):
        told = members(*([topic["name"] for topic in one["topics"]] for one in (was, will)))
        yield FieldChange(_("Topics as readers had them"), told, is_list=True)
    if old.same("publisher_id", new):
        for key, label in PUBLISHER.items():
            before, after = ((one["publisher"] or {}).get(key, "") for one in (was, will))
            yield FieldChange(str(label), tuple(word_diff(before, after)), in_language=True)


def photo_words_changes(old: Told, new: Told, names: Names) -> Iterator[PhotoChange]:
    """Of the photos that both sides use: what the library or their rights changed."""
    was, will = old.words["photos"], new.words["photos"]
    captioned = {key for key, one in old.captions.items() if new.captions.get(key, one) != one}
    for key in sorted(old.uses & new.uses):
        before, after = was.get(str(key)), will.get(str(key))
        details = tuple(_details(before, after, with_caption=key not in captioned))
        if before and not after:
            yield _change(key, "removed", _("Not shown any more"), details, names)
        elif after and not before:
            yield _change(key, "added", _("Shown again"), details, names)
        elif details:
            yield _change(key, "changed", _("Changed in the library"), details, names)


def _change(
    key: int, fate: str, told: str, details: tuple[FieldChange, ...], names: Names
) -> PhotoChange:
    return PhotoChange(fate, told, names.picture(key), "", details)


def _details(
    was: Document | None, will: Document | None, *, with_caption: bool
) -> Iterator[FieldChange]:
    before, after = was or {}, will or {}
    for key, label in PHOTO.items():
        told = FieldChange(
            str(label), tuple(word_diff(before.get(key, ""), after.get(key, ""))),
            in_language=key != "credit",
        )  # fmt: skip
        if told.changes and (with_caption or key != "caption"):
            yield told
    if was and will and _shown(was) != _shown(will):
        yield FieldChange(_("Picture"), whole(_shown(was), _shown(will)))


def _shown(photo: Document) -> str:
    return _("caption and credit alone") if photo.get("gone") else _("shown")


def _names(kept: list[Document], service: LanguageService) -> list[str]:
    credits = [one.credit for one in names_then(kept, service) if one.credit]
    return [f"{one['name']} ({term(CreditRole, one['role'])})" for one in credits]
