"""Addresses are looked up offline: in the bundled data, or in an ``.mmdb`` file of any layout."""

import pytest

from articles.legal import address
from articles.legal.address import Found, look_up
from articles.legal.atlas import UNKNOWN, Place
from tests.legal.address_data.mmdb import CRIMEAN, KAZAKH, LONDONER, NOBODY, V6


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
