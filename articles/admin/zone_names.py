"""Zones in words: "Russia, Belarus", "Crimea, Sevastopol (occupied territories of Ukraine)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.legal.law import Law
from articles.legal.zones import ANYWHERE_ELSE, UNKNOWN_PLACE, codes_of, telling_places

MOST_NAMES = 6
OTHER_PARTS = f"/{ANYWHERE_ELSE}"


@dataclass(frozen=True)
class Zone:
    """``name`` is short; ``places`` names all it holds; ``region`` can stand for all of them."""

    key: str
    name: str
    places: tuple[str, ...]
    region: str
    is_rest: bool = False


def zones_in_words(law: Law, names: Mapping[str, str]) -> list[Zone]:
    """Every zone of ``law``: named places first, then the unknown place and anywhere else."""
    places = telling_places(sorted(codes_of(law.rules)), law.atlas)
    labels: dict[str, list[str]] = {}
    for label, place in places.items():
        labels.setdefault(law.zone(place), []).append(label)
    words = _Words(law, names, {one.removesuffix(OTHER_PARTS) for one in places if "/" in one})
    zones = [
        Zone(
            key=key,
            name=_("Everywhere") if len(labels) == 1 else words.zone(own),
            places=tuple(words.place(one, own) for one in own),
            region=places[own[0]].region,
            is_rest=ANYWHERE_ELSE in own,
        )
        for key, own in labels.items()
    ]
    return sorted(zones, key=lambda zone: (zone.is_rest, zone.region == "", zone.name))


@dataclass(frozen=True)
class _Words:
    """``split`` are the places of which some parts are named and others are not."""

    law: Law
    names: Mapping[str, str]
    split: set[str]

    def zone(self, labels: Sequence[str]) -> str:
        has_unknown = UNKNOWN_PLACE in labels
        known = [label for label in labels if label != UNKNOWN_PLACE]
        if not known:
            return _("Unknown place")
        if ANYWHERE_ELSE in labels:
            name = _("Anywhere else")
            return name + (_(", also where the place is unknown") if has_unknown else "")
        return self._places(known) + (_(", and unknown place") if has_unknown else "")

    def place(self, label: str, labels: Sequence[str]) -> str:
        """``UA/*`` are the parts that no notice names; ``UA`` is where the part is not known."""
        if label == ANYWHERE_ELSE:
            return _("anywhere else")
        if label == UNKNOWN_PLACE:
            return _("unknown place")
        if label.endswith(OTHER_PARTS):
            return _("elsewhere in %(place)s") % {"place": self._name(label[: -len(OTHER_PARTS)])}
        if label in self.split and label + OTHER_PARTS not in labels:
            return _("%(place)s, where the part is not known") % {"place": self._name(label)}
        return self._name(label)

    def _places(self, labels: Sequence[str]) -> str:
        """Whole groups and single places first, then parts of a group with its name beside."""
        left, whole, parts = self._without_parts(labels), [], []
        for group in self._groups():
            members = self._members(group)
            inside = [label for label in left if label in members]
            if not inside:
                continue
            left = [label for label in left if label not in members]
            if len(members) > 1 and len(inside) == len(members):
                whole.append(self._name(group))
            else:
                parts.append(f"{self._series(inside, labels)} ({self._name(group)})")
        single = self._series(left, labels)
        return _("; ").join(part for part in (*whole, single, *parts) if part)

    def _without_parts(self, labels: Sequence[str]) -> list[str]:
        """Not the parts of a country that is here as a whole."""

        def is_said(label: str) -> bool:
            around = label.removesuffix(OTHER_PARTS) if "/" in label else label.partition("-")[0]
            is_split = around in self.split and around + OTHER_PARTS not in labels
            return around != label and around in labels and not is_split

        return [label for label in labels if not is_said(label)]

    def _series(self, some: Sequence[str], labels: Sequence[str]) -> str:
        names = sorted(self.place(label, labels) for label in some)
        if len(names) <= MOST_NAMES + 1:
            return ", ".join(names)
        more = _("and %(count)s more") % {"count": len(names) - MOST_NAMES}
        return ", ".join([*names[:MOST_NAMES], more])

    def _groups(self) -> list[str]:
        """Groups that some notice names, the largest first."""
        groups = self.law.atlas.groups
        return sorted(codes_of(self.law.rules) & groups.keys(), key=lambda one: -len(groups[one]))

    def _members(self, group: str) -> set[str]:
        """The places in it today; of a group within it (EU in EEA) the places of that."""
        groups, day = self.law.atlas.groups, self.law.starts_at.date()
        found: set[str] = set()
        for member in groups[group]:
            if member.counts_on(day):
                found |= self._members(member.code) if member.code in groups else {member.code}
        return found

    def _name(self, code: str) -> str:
        return self.names.get(code, code)
