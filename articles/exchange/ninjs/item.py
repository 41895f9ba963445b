"""One ninjs item as checked values: what it says, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from articles.exchange.ninjs.bodies import best_body
from articles.exchange.ninjs.fields import Fields
from articles.exchange.ninjs.pictures import Picture, read_pictures

PUB_STATUSES = ("usable", "withheld", "canceled")
STANDFIRST_ROLES = ("standfirst", "summary", "abstract", "drop")
MEDIA_TOPIC = re.compile(r"/mediatopic/(\d{8})$")
LIMITS = {"headline": 250, "kicker": 80, "standfirst": 600}


@dataclass(frozen=True)
class Credited:
    """A person or source as the item names it; ``rel`` is its own word for the role."""

    name: str
    rel: str


@dataclass(frozen=True)
class Subject:
    name: str
    media_topic: str


@dataclass(frozen=True)
class Item:
    uri: str
    language: str
    headline: str
    kicker: str
    standfirst: str
    slugline: str
    body: str
    by: str
    people: tuple[Credited, ...]
    sources: tuple[Credited, ...]
    publisher: str
    dateline: str
    countries: tuple[str, ...]
    subjects: tuple[Subject, ...]
    pictures: tuple[Picture, ...]
    urgency: int | None
    is_breaking: bool
    pub_status: str
    first_created: datetime | None
    version_created: datetime | None
    embargo_until: datetime | None
    raw: Mapping[str, Any]


def read_item(data: Mapping[str, Any], folder: Path, file: str, name: str) -> Item:
    """Check every field that we use; raises BadInput. Photos are inspected here, too."""
    uri = data.get("uri")
    fields = Fields(data, file, uri if isinstance(uri, str) and uri else name)
    kind = fields.text("type")
    if kind and kind != "text":
        raise fields.refuse("type", f"“{kind}” items cannot be imported, only text.")
    headline = _by_role(fields, "headlines", ("main", "headline", ""), LIMITS["headline"])
    if not (address := fields.line("uri", 255)):
        raise fields.refuse("uri", "is missing.")
    if not headline:
        raise fields.refuse("headlines", "there is no main headline.")
    return Item(
        uri=address,
        language=fields.line("language", 35),
        headline=headline,
        kicker=_by_role(fields, "headlines", ("kicker",), LIMITS["kicker"]),
        standfirst=_by_role(
            fields, "headlines", ("standfirst", "secondary", "subhead"), LIMITS["standfirst"]
        )
        or _by_role(fields, "descriptions", STANDFIRST_ROLES, LIMITS["standfirst"]),
        slugline=fields.line("slugline", 120),
        body=best_body(fields.objects("bodies"), headline),
        by=fields.line("by", 300),
        people=_credited(fields, "people", "rel"),
        sources=_credited(fields, "infoSources", "role"),
        publisher=next(
            (row.name for row in _credited(fields, "organisations", "rel")
             if row.rel == "publisher"), ""
        ),
        dateline=fields.line("located", 120),
        countries=_countries(fields),
        subjects=_subjects(fields),
        pictures=read_pictures(fields.objects("associations"), folder),
        urgency=fields.number("urgency", 1, 9),
        is_breaking=fields.text("profile") == "breaking",
        pub_status=_pub_status(fields),
        first_created=fields.moment("firstCreated") or fields.moment("versionCreated"),
        version_created=fields.moment("versionCreated"),
        embargo_until=fields.moment("embargoedUntil") or fields.moment("embargoed"),
        raw=data,
    )  # fmt: skip


def _by_role(fields: Fields, field: str, roles: tuple[str, ...], limit: int) -> str:
    rows = fields.objects(field)
    for role in roles:
        for row in rows:
            if row.text("role") == role and (value := row.line("value", limit)):
                return value
    return ""


def _credited(fields: Fields, field: str, rel: str) -> tuple[Credited, ...]:
    rows = (Credited(row.line("name", 160), row.text(rel)) for row in fields.objects(field))
    return tuple(row for row in rows if row.name)


def _countries(fields: Fields) -> tuple[str, ...]:
    codes = (row.text("literal") for row in fields.objects("places"))
    return tuple(dict.fromkeys(code for code in codes if re.fullmatch("[A-Z]{2}", code)))


def _subjects(fields: Fields) -> tuple[Subject, ...]:
    subjects = []
    for row in fields.objects("subjects"):
        code = MEDIA_TOPIC.search(row.text("uri"))
        if name := row.line("name", 120):
            subjects.append(Subject(name, code.group(1) if code else ""))
    return tuple(subjects)


def _pub_status(fields: Fields) -> str:
    status = fields.text("pubStatus") or "usable"
    if status not in PUB_STATUSES:
        known = ", ".join(PUB_STATUSES)
        raise fields.refuse("pubStatus", f"“{status[:40]}” is none of {known}.")
    return status
