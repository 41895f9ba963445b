"""Portraits of some who write under their own names, on their pages."""

from __future__ import annotations

from articles.demo.building import House
from articles.models import Contributor, Photo, PhotoText

PICTURES = ("portrait-window", "portrait-evening")
ALT_TEXTS = {
    "en": "{name}, seen against the light.",
    "fa": "{name} در برابر نور.",
}


def hang_portraits(built: House, photos: dict[str, Photo]) -> None:
    """One each in the services of ``ALT_TEXTS``; another in English."""
    for language, words in ALT_TEXTS.items():
        for picture, person in zip(PICTURES, _own_names(built, language), strict=False):
            person.portrait = photos[picture]
            person.save(update_fields=["portrait"])
            name = person.names.get(language=language).name
            PhotoText.objects.update_or_create(
                photo=photos[picture],
                language=language,
                defaults={"alt_text": words.format(name=name)},
            )


def _own_names(built: House, service: str) -> list[Contributor]:
    people = [one for (slug, _who), one in built.people.items() if slug == service]
    return [one for one in people if one.byline_policy == "own_name"]
