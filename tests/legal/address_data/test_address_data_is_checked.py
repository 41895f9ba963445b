"""The checks before the start say what is wrong with the data of addresses, and where."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.checks.address_data import address_data_is_readable_and_fresh
from articles.legal import address, address_file


def found(**age):
    return [(one.id, one.msg, one.hint) for one in address_data_is_readable_and_fresh(**age)]


def test_fresh_data_is_not_worth_a_word(settings, city, time_machine):
    settings.GEOIP_DATABASE = ""
    time_machine.move_to(address.bundled_data_made_at() + timedelta(days=90))
    assert found() == []
    settings.GEOIP_DATABASE = city
    time_machine.move_to(address_file.made_at(city) + timedelta(days=90))
    assert found() == []


def test_data_older_than_ninety_days_is_warned_of(settings, city, time_machine):
    settings.GEOIP_DATABASE = ""
    time_machine.move_to(address.bundled_data_made_at() + timedelta(days=91, hours=1))
    [(identity, sentence, _hint)] = found()
    assert (identity, "is 91 days old" in sentence) == ("newsroom.W010", True)
    settings.GEOIP_DATABASE = city
    time_machine.move_to(address_file.made_at(city) + timedelta(days=200, hours=1))
    [(identity, sentence, _hint)] = found()
    assert (identity, "is 200 days old" in sentence) == ("newsroom.W010", True)
    assert city in sentence


def test_the_bundled_data_says_when_it_was_made():
    made = address.bundled_data_made_at()
    assert datetime(2026, 1, 1, tzinfo=UTC) < made


def test_data_of_unknown_age_is_warned_of(settings, monkeypatch):
    settings.GEOIP_DATABASE = ""
    monkeypatch.setattr(address, "files", lambda _name: [])
    address.bundled_data_made_at.cache_clear()
    [(identity, sentence, _hint)] = found()
    address.bundled_data_made_at.cache_clear()
    assert (identity, sentence) == ("newsroom.W010", "The bundled address data is of unknown age.")


@pytest.mark.parametrize("content", [None, b"", b"no database at all"])
def test_a_file_that_cannot_be_read_is_an_error(content, settings, tmp_path):
    path = tmp_path / "bad.mmdb"
    if content is not None:
        path.write_bytes(content)
    settings.GEOIP_DATABASE = str(path)
    [(identity, sentence, hint)] = found()
    assert identity == "newsroom.E010"
    assert f"GEOIP_DATABASE {str(path)!r} cannot be read" in sentence
    assert ".mmdb" in hint
