"""What Django's own pages say at the desk has its words there, Django's or ours."""

from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po

HERE = Path(__file__).resolve().parents[2] / "articles/locale"
ROOMS = [Path(django.__file__).parent / "contrib" / name / "locale" for name in ("admin", "auth")]


def entries(room, language):
    with (room / language / "LC_MESSAGES/django.po").open("rb") as file:
        return [entry for entry in read_po(file, locale=language) if entry.id]


def known(entry):
    return entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]


@pytest.mark.parametrize("language", ["fa", "ru"])
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
def test_nothing_is_left_in_english(room, language):
    said = {known(entry) for entry in entries(room, "en")}
    translated = {
        known(entry)
        for place in (room, HERE)
        for entry in entries(place, language)
        if entry.string and all(entry.string) and not entry.fuzzy
    }
    assert len(said) > 50
    assert said - translated == set()
