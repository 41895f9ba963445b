"""Photos and credits beside a story that two people changed: joined by what each row is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from articles.models import Story
from articles.publishing.snapshot import Content
from articles.text.merge import Merged, merge_rows
from articles.text.sanitise import clean_line

MOST_ROWS = 2000
Values = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """``key``: what tells rows apart; ``values``: what can be changed in each. Names of the form,
    mapped to those of the content."""

    content: str
    key: Mapping[str, str]
    values: Mapping[str, str]
    defaults: Mapping[str, str]


ROWS = {
    "story_photos": Kind(
        "photos",
        {"photo": "photo_id"},
        {name: name for name in ("role", "caption_override", "crop")},
        {"crop": "full"},
    ),
    "bylines": Kind("bylines", {"contributor": "contributor_id", "role": "role"}, {}, {}),
}


@dataclass
class Sent:
    """The rows of one formset as they were posted; ``loose``: about nothing yet, such as a file."""

    rows: dict[str, Values]
    places: dict[str, str]
    numbers: dict[str, int]
    loose: list[int]


def merge_form_rows(
    prefix: str,
    post: QueryDict,
    files: Any,
    base: Content,
    story: Story,
    choices: Mapping[str, str],
) -> tuple[Merged, Callable[[], None]]:
    """The merge, and what writes it into ``post``."""
    kind = ROWS[prefix]
    stored = list(getattr(story, prefix).order_by("position", "id").values())
    there = {_key(kind, row): row for row in stored}
    old = {_key(kind, row): row for row in base.get(kind.content, ())}
    sent = sent_rows(prefix, post)
    merged = merge_rows(
        prefix,
        {key: _values(kind, row) for key, row in old.items()},
        sent.rows,
        {key: _values(kind, row) for key, row in there.items()},
        choices,
    )

    def write() -> None:
        places = _places(sent, old, there)
        _write(kind, prefix, post, files, merged.value, sent, there, places)

    return merged, write


def _key(kind: Kind, row: Values) -> str:
    return "/".join(str(row[name]) for name in kind.key.values())


def _values(kind: Kind, row: Values) -> Values:
    return {name: row[column] for name, column in kind.values.items()}


def sent_rows(prefix: str, post: QueryDict) -> Sent:
    kind, sent = ROWS[prefix], Sent({}, {}, {}, [])
    total = post.get(f"{prefix}-TOTAL_FORMS", "0")
    for number in range(min(int(total) if total.isdigit() else 0, MOST_ROWS)):
        row = f"{prefix}-{number}-"
        if post.get(f"{row}DELETE"):
            continue
        parts = [post.get(f"{row}{name}", "") for name in kind.key]
        key = "/".join(parts)
        if not all(parts) or key in sent.rows:
            sent.loose.append(number)
            continue
        sent.rows[key] = {
            name: clean_line(post.get(f"{row}{name}", "")) or kind.defaults.get(name, "")
            for name in kind.values
        }
        sent.places[key], sent.numbers[key] = post.get(f"{row}position", ""), number
    return sent


def _places(sent: Sent, old: Mapping[Any, Values], there: Mapping[Any, Values]) -> dict[Any, str]:
    """The order of who changed it; never worth a question."""
    places = {key: str(row["position"]) for key, row in there.items()}
    for key, place in sent.places.items():
        if key not in places or key not in old or str(old[key]["position"]) != place:
            places[key] = place
    return places


def _write(
    kind: Kind,
    prefix: str,
    post: QueryDict,
    files: Any,
    merged: Mapping[Any, Values],
    sent: Sent,
    there: Mapping[Any, Values],
    places: Mapping[Any, str],
) -> None:
    """Rows that stand there come first, with their ids; then those that are new."""
    taken = _taken_out(prefix, post), _taken_out(prefix, files)
    keys = [*there, *(key for key in merged if key not in there)]
    number = 0
    for key in keys:
        _put(prefix, number, sent.numbers.get(key), taken, (post, files))
        row = dict(zip(kind.key, str(key).split("/"), strict=False)) | dict(merged.get(key, {}))
        row["position"] = places.get(key, "0")
        row["id"] = str(there[key]["id"]) if key in there else ""
        if key in there and key not in merged:
            row["DELETE"] = "on"
        for name, value in row.items():
            post[f"{prefix}-{number}-{name}"] = str(value)
        number += 1
    for source in sent.loose:
        _put(prefix, number, source, taken, (post, files))
        post[f"{prefix}-{number}-id"] = ""
        number += 1
    post[f"{prefix}-TOTAL_FORMS"] = str(number)
    post[f"{prefix}-INITIAL_FORMS"] = str(len(there))


def _taken_out(prefix: str, data: Any) -> dict[int, dict[tuple[str, str], list[Any]]]:
    """The posted rows by number, removed from ``data``: (what stands before, the name) → values."""
    found: dict[int, dict[tuple[str, str], list[Any]]] = {}
    for full in list(data):
        before = "initial-" if full.startswith("initial-") else ""
        number, dash, name = full.removeprefix(before).removeprefix(f"{prefix}-").partition("-")
        is_row = full.removeprefix(before).startswith(f"{prefix}-") and number.isdigit()
        if is_row and dash:
            found.setdefault(int(number), {})[before, name] = data.getlist(full)
            del data[full]
    return found


def _put(
    prefix: str, number: int, source: int | None, taken: tuple[Any, Any], data: tuple[Any, Any]
) -> None:
    """What was posted as row ``source``, now as row ``number``; its parent goes with it."""
    if source is None:
        return
    for rows, target in zip(taken, data, strict=True):
        for (before, name), values in rows.get(source, {}).items():
            target.setlist(f"{before}{prefix}-{number}-{name}", values)
