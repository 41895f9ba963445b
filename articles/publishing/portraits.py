"""Portraits of those who write under their own names: part of what a story's card holds.

A face is as good as a name. Whoever writes under a pseudonym, the service's name or none has no
portrait anywhere, and a photo with people at risk is nobody's. It stands with the story, so that
whatever happens to the photo, its rights or the contributor reaches it as it reaches every photo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import Contributor, LanguageService, Photo
from articles.vocabularies import BylinePolicy, ContributorKind, CropName

Document = dict[str, Any]
KEPT = ("photo", "credit", "licence_url", "until", "colour", "focal", "width", "height", "light")
WIDEST = 640


def portraits_of(people: Iterable[Contributor], service: LanguageService) -> dict[str, int]:
    """The photos of the people in a byline, by their public address."""
    named = (
        one
        for one in people
        if one.kind == ContributorKind.PERSON and one.byline_policy == BylinePolicy.OWN_NAME
    )
    shown = ((one.slug, one.portrait) for one in named)
    return {slug: photo.pk for slug, photo in shown if photo and _may_be_shown(photo, service)}


def _may_be_shown(photo: Photo, service: LanguageService) -> bool:
    is_ours = photo.newsroom_id in (None, service.newsroom_id)
    return is_ours and not photo.killed_at and not photo.people_at_risk


def faces(
    portraits: Mapping[str, int],
    described: Mapping[int, Document],
    cards: Mapping[int, Document],
) -> dict[str, Document]:
    """What pages need of each, with a small square; without those whose rights are over."""
    found = {}
    for slug, photo_id in portraits.items():
        photo = described.get(photo_id)
        if photo and "gone" not in photo and photo["files"].get("jpeg"):
            found[slug] = _face(photo, cards.get(photo_id, {}))
    return found


def _face(photo: Document, crops: Document) -> Document:
    """Only the square where it is made; a logo's caption says nothing here."""
    square = crops.get(CropName.SQUARE.value, {})
    kept = {name: photo[name] for name in KEPT if name in photo}
    files = square or {"jpeg": photo["files"]["jpeg"][:1]}
    return kept | {
        "alt": photo["alt"],
        "caption": "",
        "files": {"jpeg": files["jpeg"][:1]},
        "cards": {CropName.SQUARE.value: _small(square)} if square else {},
    }


def _small(files: Document) -> Document:
    return {name: [one for one in rows if one[0] <= WIDEST] for name, rows in files.items()}
