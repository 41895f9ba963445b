"""What an item refers to, found in the library or added to it."""

from __future__ import annotations

from datetime import datetime

from articles.exchange.ninjs.item import Credited, Subject
from articles.exchange.ninjs.pictures import Picture
from articles.models import (
    Contributor,
    ContributorName,
    LanguageService,
    Photo,
    PhotoText,
    Topic,
    TopicName,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.refusals import WrongState
from articles.text.slugs import slug_for
from articles.vocabularies import ContributorKind, CreditRole

ROLES = {
    "author": CreditRole.AUTHOR,
    "reporter": CreditRole.REPORTER,
    "contributor": CreditRole.CONTRIBUTOR,
    "translator": CreditRole.TRANSLATOR,
    "editor": CreditRole.EDITOR,
    "photographer": CreditRole.PHOTOGRAPHER,
}


def role_of(person: Credited) -> CreditRole:
    return ROLES.get(person.rel, CreditRole.AUTHOR)


def find_contributor(name: str, kind: ContributorKind, language: str) -> Contributor:
    """The contributor whom readers of ``language`` know as ``name``, else a new one."""
    known = Contributor.objects.filter(names__name=name, names__language=language).first()
    known = known or Contributor.objects.filter(name=name).first()
    if known is None:
        known = Contributor.objects.create(kind=kind, name=name, slug=_free_slug(name))
    ContributorName.objects.get_or_create(
        contributor=known, language=language, defaults={"name": name}
    )
    return known


def kind_of_source(name: str) -> ContributorKind:
    """A desk of ours, an agency credit, or some organisation."""
    if name.endswith(" Service") or LanguageService.objects.filter(name=name).exists():
        return ContributorKind.SERVICE
    return ContributorKind.AGENCY if "agenc" in name.casefold() else ContributorKind.ORGANISATION


def find_topic(subject: Subject, language: str) -> Topic:
    known = Topic.objects.filter(media_topic=subject.media_topic).first()
    if not subject.media_topic or known is None:
        known, _new = Topic.objects.get_or_create(
            slug=slug_for(subject.name),
            defaults={"name": subject.name, "media_topic": subject.media_topic},
        )
    TopicName.objects.get_or_create(topic=known, language=language, defaults={"name": subject.name})
    return known


def find_photo(picture: Picture, service: LanguageService, now: datetime) -> Photo | None:
    """The photo with this uri or the very same file, else a new one; other newsrooms' stay theirs.

    None for a remote picture that we do not have, and for one that was killed, whoever's it was.
    """
    known = list(Photo.objects.filter(uri=picture.uri).order_by("pk")) if picture.uri else []
    if any(photo.killed_at for photo in known):
        return None
    reach = {None, service.newsroom_id}
    photo = next((one for one in known if one.newsroom_id in reach), None)
    if photo is None and picture.data:
        photo = _taken_in(picture, service, now)
    if photo is None or photo.killed_at:
        return None
    _words(photo, picture, service.language)
    return photo


def _taken_in(picture: Picture, service: LanguageService, now: datetime) -> Photo | None:
    try:
        photo = add_photo(
            picture.data, picture.file_name, actor=SYSTEM, now=now,
            newsroom=service.newsroom, uri=picture.uri,
        )  # fmt: skip
    except DuplicatePhoto as known:
        return known.photo
    except WrongState:
        return None
    _describe(photo, picture)
    return photo


def _describe(photo: Photo, picture: Picture) -> None:
    """The item's own fields win over what the file says of itself."""
    photo.title = picture.title or photo.title
    photo.credit = picture.credit or photo.credit
    photo.copyright_notice = picture.copyright_notice or photo.copyright_notice
    photo.usage_terms = picture.usage_terms or photo.usage_terms
    if picture.focal:
        photo.focal_x, photo.focal_y = picture.focal
    photo.save()


def _words(photo: Photo, picture: Picture, language: str) -> None:
    """Fill what is empty: an editor's words outlive the next delivery."""
    text, _new = PhotoText.objects.get_or_create(photo=photo, language=language)
    text.caption = text.caption or picture.caption
    text.alt_text = text.alt_text or picture.alt_text
    text.save()


def _free_slug(name: str) -> str:
    slug, number = slug_for(name), 1
    while Contributor.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{slug_for(name)}-{number}"
    return slug
