import pytest

from articles.legal import address_file
from tests.legal.address_data.mmdb import mmdb


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
