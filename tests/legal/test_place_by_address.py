"""Addresses are looked up offline: in the bundled data, or in an ``.mmdb`` file of any layout."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mmdb_writer import MMDBWriter
from netaddr import IPSet

from articles.checks.address_data import address_data_is_readable_and_fresh
from articles.legal import address, address_file
from articles.legal.address import Found, look_up
from articles.legal.atlas import UNKNOWN, Place

CRIMEAN, LONDONER, KAZAKH, NOBODY = "5.133.1.1", "81.2.69.142", "2.132.0.1", "9.9.9.9"
V6 = "2a00:1111::1"


def mmdb(path, rows, kind="GeoLite2-City", version=6):
    writer = MMDBWriter(version, kind, languages=["en"], ipv4_compatible=version == 6)
    for networks, record in rows:
        writer.insert_network(IPSet([networks]), record)
    writer.to_db_file(str(path))
    return str(path)


@pytest.fixture(autouse=True)
def _closed():
    address_file._opened.clear()
    yield
    address_file._opened.clear()


@pytest.fixture
def city(tmp_path):
    """As MaxMind, DB-IP and IP2Location lay it out."""
    crimea = {"iso_code": "43", "names": {"en": "Avtonomna Respublika Krym", "ru": "Крым"}}
    england = {"iso_code": "ENG", "names": {"en": "England"}}
    london = {"iso_code": "LND", "names": {"en": "City of London"}}
    return mmdb(
        tmp_path / "city.mmdb",
        [
            (
                "5.133.0.0/16",
                {"country": {"iso_code": "RU"}, "subdivisions": [{"names": {"en": "Crimea"}}]},
            ),
            ("5.134.0.0/16", {"country": {"iso_code": "UA"}, "subdivisions": [crimea]}),
            ("81.2.0.0/16", {"country": {"iso_code": "GB"}, "subdivisions": [england, london]}),
            ("81.3.0.0/16", {"country": {"iso_code": "GB"}, "subdivisions": [england, {}]}),
            ("2.132.0.0/16", {"country": {"iso_code": "KZ"}, "city": {"names": {"en": "Donetsk"}}}),
            ("2.133.0.0/16", {"registered_country": {"iso_code": "KZ"}}),
            ("2.134.0.0/16", {"country": {}, "represented_country": {"iso_code": "US"}}),
            ("2.135.0.0/16", {"country": {"iso_code": "KZ"}, "subdivisions": "odd"}),
            ("2a00:1111::/32", {"country": {"iso_code": "CZ"}}),
        ],
    )


@pytest.fixture
def flat(tmp_path):
    """As ipinfo lays it out."""
    return mmdb(
        tmp_path / "flat.mmdb",
        [
            ("5.133.0.0/16", {"country": "Russia", "country_code": "RU", "region": "Crimea"}),
            ("5.134.0.0/16", {"country": "UA", "region": "Sevastopol"}),
            ("81.2.0.0/16", {"country": "GB", "region_code": "ENG", "region": "England"}),
            ("2.132.0.0/16", {"country_code": "KZ", "continent": "Asia"}),
            ("2.133.0.0/16", {"country": "Kazakhstan"}),
            ("2.134.0.0/16", {"country": 7}),
        ],
        kind="ipinfo",
    )


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (CRIMEAN, "UA-43"),
        ("5.134.1.1", "UA-43"),
        (LONDONER, "GB-LND"),
        ("81.3.1.1", "GB-ENG"),
        (KAZAKH, "KZ"),
        ("2.133.0.1", ""),
        ("2.134.0.1", ""),
        ("2.135.0.1", "KZ"),
        (V6, "CZ"),
        (NOBODY, ""),
    ],
)
def test_the_layout_of_the_large_vendors(asked, place, where, city):
    assert where(peer=asked, database=city) == Place(place)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (CRIMEAN, "UA-43"),
        ("5.134.1.1", "UA-40"),
        (LONDONER, "GB-ENG"),
        (KAZAKH, "KZ"),
        ("2.133.0.1", ""),
        ("2.134.0.1", ""),
        (NOBODY, ""),
    ],
)
def test_the_flat_layout(asked, place, where, flat):
    assert where(peer=asked, database=flat) == Place(place)


def test_a_chain_of_proxies_ends_in_the_file_too(where, city):
    assert where(X_FORWARDED_FOR=f"8.8.8.8, {CRIMEAN}", database=city) == Place("UA-43")


def test_the_bundled_data_knows_countries():
    assert look_up("8.8.8.8") == Found("US")
    assert look_up("2a02:6b8::feed:ff") == Found("RU")
    assert look_up("10.0.0.1") == Found()


def test_a_registry_that_only_says_europe_says_nothing(where, monkeypatch):
    monkeypatch.setattr(address, "country_code", lambda _address: "EU")
    assert where(peer="8.8.8.8") == UNKNOWN


# -- The file comes and goes -----------------------------------------------------------------------


def test_a_replaced_file_is_opened_again(where, tmp_path, monkeypatch):
    path = mmdb(tmp_path / "a.mmdb", [("5.133.0.0/16", {"country": {"iso_code": "RU"}})])
    assert where(peer=CRIMEAN, database=path) == Place("RU")
    new = mmdb(tmp_path / "b.mmdb", [("5.133.0.0/16", {"country": {"iso_code": "UA"}})])
    Path(new).replace(path)
    assert where(peer=CRIMEAN, database=path) == Place("RU")  # looked at seldom
    monkeypatch.setattr(address_file, "LOOK_EVERY", -1.0)
    assert where(peer=CRIMEAN, database=path) == Place("UA")


def test_a_missing_file_means_unknown_places_and_one_line_in_the_log(where, tmp_path, caplog):
    for _time in range(3):
        assert where(peer=CRIMEAN, database=str(tmp_path / "none.mmdb")) == UNKNOWN
    assert len(caplog.records) == 1
    assert CRIMEAN not in caplog.text


class Damaged:
    def get(self, asked):
        raise RuntimeError(f"cannot decode {asked}")


def test_a_damaged_file_costs_nobody_the_page_and_names_no_address(where, city, caplog):
    assert where(peer=CRIMEAN, database=city) == Place("UA-43")
    address_file._opened[city].reader = Damaged()
    for _time in range(3):
        assert where(peer=CRIMEAN, database=city) == UNKNOWN
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.records[0].exc_info is None
    assert CRIMEAN not in caplog.text


def test_an_old_file_without_ipv6_is_no_error(where, tmp_path, caplog):
    rows = [("5.133.0.0/16", {"country": {"iso_code": "UA"}})]
    path = mmdb(tmp_path / "four.mmdb", rows, version=4)
    assert where(peer=CRIMEAN, database=path) == Place("UA")
    assert where(peer=V6, database=path) == UNKNOWN
    assert caplog.records == []


# -- Checks ----------------------------------------------------------------------------------------


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
