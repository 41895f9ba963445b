"""What live coverage is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from articles.pages.printable import Printable
from articles.pages.shapes import Figure, Frame, Link, Moment, Notice, Share

NOTHING = SafeString()


@dataclass(frozen=True)
class EntryNote(Printable):
    """A correction: which, when and what was wrong; shaped as a story's own."""

    kind_label: str
    moment: Moment
    text: str


@dataclass(frozen=True)
class Entry(Printable):
    """``mark`` changes with whatever readers see of it; ``at`` orders entries for the script.

    A removed one has nothing but ``removal_note``. ``is_new_day``: its day is told, being another
    than above. ``is_person``: whom its credit names; else a service or an agency.
    """

    id: int
    mark: str
    at: str
    url: str
    iso: str
    clock: str
    day: str
    headline: str = ""
    html: SafeString = NOTHING
    figure: Figure | None = None
    credit: str = ""
    is_person: bool = False
    correction: EntryNote | None = None
    is_key_event: bool = False
    is_pinned: bool = False
    is_removed: bool = False
    is_new_day: bool = False
    removal_note: str = ""


@dataclass(frozen=True)
class KeyEvent(Printable):
    """``id`` is its entry's; ``day`` is empty where it is that of the event above."""

    id: int
    headline: str
    url: str
    iso: str
    clock: str
    day: str


@dataclass(frozen=True)
class Following(Printable):
    """What the script needs to follow the coverage: an address, and words in the page's language.

    ``mark`` changes when the page around the entries does: its text, its notices, its end.
    """

    url: str
    mark: str
    one: str
    many: str
    digits: str


@dataclass(frozen=True)
class Coverage(Printable):
    """``key_events`` and what is pinned stand on the first page alone; ``newest`` leads there from
    the others. ``gone`` are numbers of entries that readers are not even told of."""

    is_ended: bool
    entries: tuple[Entry, ...]
    key_events: tuple[KeyEvent, ...] = ()
    changed: tuple[Entry, ...] = ()
    gone: tuple[int, ...] = ()
    older: str = ""
    newest: str = ""
    again: str = ""
    updated: Moment | None = None
    following: Following | None = None


@dataclass(frozen=True)
class EntryPage(Printable):
    """One entry at its own address."""

    frame: Frame
    story: Link
    label: str
    heading: str
    entry: Entry
    in_coverage: str
    zone: str
    notices_top: tuple[Notice, ...]
    notices_share: tuple[Notice, ...]
    notices_foot: tuple[Notice, ...]
    share: Share | None
    until: datetime | None


@dataclass(frozen=True)
class UpdatesPage(Printable):
    """The newest entries for pages that are open: no masthead, and every notice all the same."""

    frame: Frame
    headline: str
    coverage: Coverage
    notices: tuple[Notice, ...]
    until: datetime | None
