"""The page on which a reader says "I am in …". Nothing remembers it but the pages' addresses."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from articles.legal.atlas import Place
from articles.legal.resolve import ADDED_BY_WORD
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import front_path, place_path
from articles.pages.frame import build_frame
from articles.pages.printable import Printable
from articles.pages.reader import Reader
from articles.pages.shapes import Frame
from articles.pages.where import place_name
from articles.vocabularies import RegionKind, TargetDimension

# Groups of more members (the European Union) would bury what is near.
FEW = 12


@dataclass(frozen=True)
class PlacePage(Printable):
    """ "I am in …": ``near`` are places with notices of their own, ``places`` all others."""

    frame: Frame
    action: str
    hidden: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    current: str


def build_place_page(service: LanguageService, reader: Reader, back: str) -> PlacePage:
    """``back`` is the path that the reader came from; anything but a path here is the front."""
    atlas = reader.law.atlas
    near = _near(reader)
    countries = {code for code, kind in atlas.kinds.items() if kind == RegionKind.COUNTRY}
    about = About(
        kind="place",
        title=f"{gettext('Where do you read from?')} – {service.brand}",
        path=place_path(service.slug),
        canonical=False,
        noindex=True,
    )
    return PlacePage(
        frame=build_frame(service, reader, about),
        action=reader.carry.bare(_local(back) or front_path(service.slug)),
        hidden=tuple(pair for pair in reader.carry.parameters if pair[0] != "in"),
        near=_choices(near, service, reader),
        places=_choices(countries - near, service, reader),
        current=reader.also.region if reader.also else "",
    )


def _near(reader: Reader) -> set[str]:
    """Places that the law of today names, one by one or in a small group.

    Not for its orders: a word adds none, and that there is one may be nobody's to know.
    """
    atlas = reader.law.atlas
    rules = (rule for rule in reader.law.rules if rule.kind in ADDED_BY_WORD)
    targets = (rule.target(TargetDimension.REGION.value) for rule in rules)
    named = set[str]().union(*(target.include for target in targets))
    groups = (atlas.groups[code] for code in named & atlas.groups.keys())
    members = {one.code for group in groups if len(group) <= FEW for one in group}
    return (named | members) - atlas.groups.keys()


def _choices(
    codes: set[str], service: LanguageService, reader: Reader
) -> tuple[tuple[str, str], ...]:
    named = ((code, place_name(Place(code), service, reader)) for code in codes)
    return tuple(sorted(named, key=lambda choice: (choice[1].casefold(), choice[0])))


def _local(path: str) -> str:
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path.partition("?")[0] if is_ours and not path.startswith("/admin/") else ""
