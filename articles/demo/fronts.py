"""Fronts as editors leave them: curated, drafted, grown stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.models import Front, Section
from articles.publishing.front_slots import Slot
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front
from articles.vocabularies import CardSize

LARGE, STANDARD, COMPACT = CardSize.LARGE, CardSize.STANDARD, CardSize.COMPACT


def make_fronts(desk: Desk, staff: dict[str, User]) -> None:
    """After all else that takes stories off the air, and puts them there."""
    _english(desk, staff["editor"])
    _english_section(desk, staff["editor"])
    _persian(desk, staff["fa-editor"])
    _russian(desk, staff["ru-editor"])
    _stale(desk, staff["kk-editor"])


def _english(desk: Desk, editor: User) -> None:
    """On air, with an earlier front to go back to and a draft that waits."""
    lead = _slot(desk, "en", "karasu-dam", CardSize.LEAD, also=("glacier-watch", "seed-bank"))
    slots = [
        lead,
        _slot(desk, "en", "wind-and-wire", COMPACT),
        _slot(desk, "en", "caspian-level", COMPACT),
        _slot(desk, "en", "closed-hearings", COMPACT),
        _slot(desk, "en", "night-trains", COMPACT),
        _slot(desk, "en", "mirror-sites", LARGE, "How Readers Get Round The Block"),
        _slot(desk, "en", "windows-after-dark", LARGE),
        _slot(desk, "en", "wheat-prices", STANDARD),
        _slot(desk, "en", "girls-radio-school", STANDARD, picture="library-windows"),
        _slot(desk, "en", "old-town-roofs", STANDARD),
    ]
    _on_air(desk, "en", slots[:5], editor, minutes=260)
    pinned = (desk.now + timedelta(hours=5)).isoformat()
    slots[6] = replace(slots[6], until=pinned)
    front = _on_air(desk, "en", slots, editor, minutes=35)
    draft = [lead, slots[5], *slots[1:5], *slots[6:], _slot(desk, "en", "last-kiosk", STANDARD)]
    save_front(front.service, None, draft, seen=front.edits, actor=editor, now=desk.ago(6))


def _english_section(desk: Desk, editor: User) -> None:
    slots = [
        _slot(desk, "en", "glacier-watch", CardSize.LEAD),
        _slot(desk, "en", "seed-bank", COMPACT),
        _slot(desk, "en", "wind-and-wire", COMPACT),
    ]
    section = desk.built.sections["en", "environment"]
    _on_air(desk, "en", slots, editor, minutes=150, section=section)


def _persian(desk: Desk, editor: User) -> None:
    slots = [
        _slot(desk, "fa", "karasu-dam", CardSize.LEAD, also=("salt-lake",)),
        _slot(desk, "fa", "caspian-level", COMPACT),
        _slot(desk, "fa", "mirror-sites", COMPACT),
        _slot(desk, "fa", "windows-after-dark", COMPACT),
        _slot(desk, "fa", "girls-radio-school", STANDARD),
        _slot(desk, "fa", "seed-bank", STANDARD),
        _slot(desk, "fa", "wind-towers", STANDARD),
    ]
    _on_air(desk, "fa", slots, editor, minutes=50)


def _russian(desk: Desk, editor: User) -> None:
    slots = [
        _slot(desk, "ru", "karasu-dam", CardSize.LEAD),
        _slot(desk, "ru", "forest-haze", LARGE),
        _slot(desk, "ru", "caspian-level", LARGE),
        _slot(desk, "ru", "wheat-prices", STANDARD),
        _slot(desk, "ru", "open-courts", STANDARD),
        _slot(desk, "ru", "kiosk-farewell", STANDARD),
    ]
    _on_air(desk, "ru", slots, editor, minutes=75)


def _stale(desk: Desk, editor: User) -> None:
    """The Kazakh front was not renewed since yesterday: the desk says so."""
    slots = [
        _slot(desk, "kk", "karasu-dam", CardSize.LEAD),
        _slot(desk, "kk", "caspian-level", COMPACT),
        _slot(desk, "kk", "jury-duty", COMPACT),
        _slot(desk, "kk", "glacier-watch", COMPACT),
    ]
    _on_air(desk, "kk", slots, editor, minutes=26 * 60)


def _on_air(
    desk: Desk,
    service: str,
    slots: list[Slot],
    editor: User,
    *,
    minutes: int,
    section: Section | None = None,
) -> Front:
    house, now = desk.built.services[service], desk.ago(minutes)
    before = Front.objects.filter(service=house, section=section).first()
    seen = before.edits if before else 0
    saved = save_front(house, section, slots, seen=seen, actor=editor, now=now)
    put_front_on_air(saved.front, seen=saved.front.edits, actor=editor, now=now)
    return saved.front


def _slot(
    desk: Desk,
    service: str,
    key: str,
    size: CardSize,
    headline: str = "",
    *,
    picture: str = "",
    also: tuple[str, ...] = (),
) -> Slot:
    return Slot(
        story=desk.stories[service, key].pk,
        size=size,
        headline=headline,
        picture=str(desk.photos[picture].pk) if picture else "own",
        also=tuple(desk.stories[service, one].pk for one in also),
    )
