"""The file of addresses is replaced, lost or damaged while readers ask."""

import logging
from pathlib import Path

from articles.legal import address_file
from articles.legal.atlas import UNKNOWN, Place
from tests.legal.address_data.mmdb import CRIMEAN, V6, mmdb


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
