"""Somebody saved while this form was open: join both, or ask.

What a form posts is compared with what it was opened on and with what stands there now. What can be
joined is written into what was posted, and the ordinary form saves it; what clashes is asked about,
and the form keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from articles.admin.story_access import number_in
from articles.admin.story_merge_rows import ROWS, merge_form_rows
from articles.models import Story, StoryVersion
from articles.publishing.snapshot import SELDOM_FIELDS, SELDOM_TIMES, Content, snapshot
from articles.text.merge import Clash, Merged, merge_body, merge_members, merge_value
from articles.vocabularies import VersionKind

CHOICE = "_choose-"
LARGEST = 2**31 - 1  # that the database can be asked for
# Names of the form, and of a version's content where they differ.
RENAMED = {"section": "section_id", "publisher": "publisher_id"}
WHOLE = (
    "headline", "standfirst", "kicker", "dateline", "slugline", "slug", "ed_note",
    "byline_override", "urgency", "story_type", "section", "publisher", "breaking_until",
    "embargo_until", "developing_until", "video_url",
)  # fmt: skip
MEMBERS = ("topics", "countries")
TIMES = ("breaking_until", "embargo_until", "developing_until")
SELDOM_EMPTY = dict.fromkeys(SELDOM_FIELDS, "") | dict.fromkeys(SELDOM_TIMES)
_MISSING = "\0 no version to compare with"


@dataclass
class Joined:
    """``taken``: names of fields into which something of theirs came."""

    clashes: list[Clash] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)


def base_of(story: Story, number: int) -> StoryVersion | None:
    """What the form showed: the newest *save* of that time. Corrections of the library put older
    contents on air in between, and those were never in the form."""
    versions = story.versions.filter(number__lte=number)
    saved = versions.filter(kind=VersionKind.SAVED).order_by("-number").first()
    return saved or versions.order_by("-number").first()


def authors_since(story: Story, number: int) -> list[str]:
    rows = story.versions.filter(number__gt=number, kind=VersionKind.SAVED).order_by("number")
    return list(dict.fromkeys(rows.values_list("author_name", flat=True)))


def join(
    post: QueryDict,
    files: Any,
    cleaned: Mapping[str, Any],
    story: Story,
    *,
    is_redacted: bool = False,
) -> Joined:
    """Write into ``post`` (and ``files``) what joins; nothing is written when anything clashes.

    ``cleaned``: the form's own, so that what was posted is compared as it would be stored.
    """
    number = min(number_in(str(post.get("_base", ""))), LARGEST)
    # What was redacted went from the versions, too: every difference is a question then.
    version = None if is_redacted else base_of(story, number)
    base: Content = version.content if version else {}
    theirs, choices = snapshot(story), _choices(post)
    joined, writes = Joined(authors=authors_since(story, number)), []
    for name, merged in _fields(cleaned, base, theirs, choices):
        joined.clashes += merged.clashes
        if merged.taken:
            joined.taken.append(name)
            writes.append((name, merged.value))
    rows: list[Callable[[], None]] = []
    for prefix in ROWS:
        merged, write = merge_form_rows(prefix, post, files, base, story, choices)
        joined.clashes += merged.clashes
        joined.taken += [prefix] if merged.taken else []
        rows.append(write)
    if not joined.clashes:
        for name, value in writes:
            _write(post, name, value)
        for write in rows:
            write()
    return joined


def _choices(post: QueryDict) -> dict[str, str]:
    return {name.removeprefix(CHOICE): str(value) for name, value in post.items()
            if name.startswith(CHOICE)}  # fmt: skip


def _fields(
    cleaned: Mapping[str, Any], base: Content, theirs: Content, choices: Mapping[str, str]
) -> Iterable[tuple[str, Merged]]:
    """Only what the form has: a field that nobody may change here is nobody's to join."""
    if "body" in cleaned:
        yield "body", merge_body(base.get("body", ""), cleaned["body"], theirs["body"], choices)
    for name in WHOLE:
        if name in cleaned:
            old, other = (_comparable(_of(side, name), name) for side in (base, theirs))
            own = _comparable(cleaned[name], name)
            yield name, merge_value(name, old, own, other, choices)
    for name in MEMBERS:
        if name in cleaned:
            own = _comparable(cleaned[name], name)
            old = base[name] if name in base else theirs[name]
            yield name, merge_members(old, own, theirs[name])


def _of(content: Content, name: str) -> Any:
    """A version leaves out what seldom says something: there that is empty, not unknown."""
    silent = SELDOM_EMPTY if content else {}
    return content.get(RENAMED.get(name, name), silent.get(name, _MISSING))


def _comparable(value: Any, name: str) -> Any:
    """As a version has it, without the fraction of a second that no field shows."""
    if isinstance(value, QuerySet):
        return sorted(value.values_list("pk", flat=True))
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    moment = parse_datetime(value) if name in TIMES and isinstance(value, str) else None
    return moment.replace(microsecond=0).isoformat() if moment else value


def _write(post: QueryDict, name: str, value: Any) -> None:
    if name in TIMES:
        moment = parse_datetime(value) if value else None
        post[f"{name}_0"] = f"{moment:%Y-%m-%d}" if moment else ""
        post[f"{name}_1"] = f"{moment:%H:%M:%S}" if moment else ""
    elif name == "topics":
        post.setlist(name, [str(one) for one in value])
    elif name == "countries":
        post[name] = ", ".join(value)
    else:
        post[name] = "" if value is None else str(value)
