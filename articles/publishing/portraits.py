"""Portraits of those who write under their own names: part of what a story's card holds.

A face is as good as a name. Whoever writes under a pseudonym, the service's name or none has no
portrait anywhere, and a photo with people at risk is nobody's. It stands with the story, so that
whatever happens to the photo, its rights or the contributor reaches it as it reaches every photo.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from articles.models import Contributor, LanguageService
from articles.publishing.snapshot import Content
from articles.vocabularies import BylinePolicy, ContributorKind, CropName

Document = dict[str, Any]
KEPT = ("photo", "credit", "licence_url", "until", "colour", "focal", "width", "height", "light")
WIDEST = 640


def portraits_in(content: Content, service: LanguageService) -> dict[str, int]:
    """The photos of the people in the byline, by their public address."""
    ids = [row["contributor_id"] for row in content["bylines"]]
    if not ids:
        return {}
    ours = Q(portrait__newsroom=None) | Q(portrait__newsroom=service.newsroom_id)
    shown = Contributor.objects.filter(
        ours, pk__in=ids, kind=ContributorKind.PERSON, byline_policy=BylinePolicy.OWN_NAME,
        portrait__killed_at=None, portrait__people_at_risk=False, portrait__isnull=False,
    )  # fmt: skip
    return dict(shown.values_list("slug", "portrait_id"))


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
