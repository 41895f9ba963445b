"""Public files say who made them, who owns them and what they show, and nothing more."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.imaging.files import RenderedFile
from articles.imaging.intake import inspect
from articles.imaging.look import Look
from articles.imaging.renditions import all_files
from articles.imaging.words import ALT_BYTES, PublicWords, xmp_packet
from tests.imaging import heic, making

WORDS = PublicWords(
    creator="Айгүл <Ә> & Co",
    credit="Айгүл / RFE/RL",
    copyright_notice="© 2026 RFE/RL",
    usage_terms="No resale",
    alt_texts={"ru": "Площадь", "en": 'A "wide" square', "fa": "میدان", "de": " "},
    digital_source_type="digitalCapture",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
# What a file says of its own coding and size.
TECHNICAL = {
    "SourceFile", "ExifTool", "System", "File", "Composite", "JFIF", "RIFF", "Meta", "QuickTime",
}  # fmt: skip
PUBLIC = {
    "XMP-dc:Creator", "XMP-photoshop:Credit", "XMP-dc:Rights", "XMP-xmpRights:Marked",
    "XMP-xmpRights:UsageTerms", "XMP-xmpRights:WebStatement", "XMP-iptcExt:DigitalSourceType",
    "XMP-iptcCore:AltTextAccessibility", "XMP-iptcCore:AltTextAccessibility-en",
    "XMP-iptcCore:AltTextAccessibility-fa", "XMP-iptcCore:AltTextAccessibility-ru",
}  # fmt: skip


@pytest.fixture
def exiftool() -> str:
    found = shutil.which("exiftool")
    if not found:
        message = "exiftool is not here: apt-get install libimage-exiftool-perl"
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return found


def telltale(kind: str) -> bytes:
    if kind == "HEIC":
        return heic.grid(3, 2, exif=making.telltale_exif().tobytes())
    return making.picture(1500, 1000, kind, exif=making.telltale_exif())


def read_by(exiftool: str, files: list[RenderedFile], folder: Path) -> list[dict[str, Any]]:
    for number, made in enumerate(files):
        (folder / f"{number:03}{made.extension}").write_bytes(made.body)
    command = [exiftool, "-json", "-G1", "-a", "-u", "-ee", "-n", "-charset", "utf8", str(folder)]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return sorted(told, key=lambda one: str(one["SourceFile"]))


def beyond_coding(told: dict[str, Any]) -> set[str]:
    """What a file says that is not about its own pixels."""
    assert "File:Comment" not in told
    groups = {key: key.split(":")[0] for key in told}
    return {key for key, group in groups.items() if group not in TECHNICAL}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIC"])
def test_another_program_finds_the_public_words_and_nothing_else(kind, exiftool, tmp_path):
    files = all_files(telltale(kind), Look(blurred=((0.1, 0.1, 0.2, 0.2),)), WORDS)
    assert {made.format for made in files} == {"avif", "webp", "jpeg"}
    for told in read_by(exiftool, files, tmp_path):
        assert beyond_coding(told) == PUBLIC, told["SourceFile"]
        assert told["XMP-dc:Creator"] == WORDS.creator
        assert told["XMP-photoshop:Credit"] == WORDS.credit
        assert told["XMP-dc:Rights"] == WORDS.copyright_notice
        assert told["XMP-xmpRights:UsageTerms"] == WORDS.usage_terms
        assert told["XMP-xmpRights:WebStatement"] == WORDS.licence_url
        assert told["XMP-iptcExt:DigitalSourceType"] == SOURCE_TYPE
        assert told["XMP-iptcCore:AltTextAccessibility"] == 'A "wide" square'
        assert told["XMP-iptcCore:AltTextAccessibility-fa"] == "میدان"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIC"])
def test_without_words_another_program_finds_nothing(kind, exiftool, tmp_path):
    files = all_files(telltale(kind), Look(), PublicWords())
    for told in read_by(exiftool, files, tmp_path):
        assert beyond_coding(told) == set()


@pytest.mark.parametrize("name", ["iptc.jpg", "xmp_test.jpg", "xmp_tags_orientation.png"])
def test_another_program_finds_nothing_of_real_photos(name, corpora, exiftool, tmp_path):
    files = all_files((corpora / name).read_bytes(), Look(), PublicWords(credit="The desk"))
    for told in read_by(exiftool, files, tmp_path):
        assert beyond_coding(told) == {"XMP-photoshop:Credit"}


def test_our_own_intake_reads_the_words_back():
    for made in all_files(making.picture(640, 480), Look(), WORDS):
        words = inspect(made.body).metadata
        assert (words.creator, words.credit) == (WORDS.creator, WORDS.credit)
        assert words.alt_text == 'A "wide" square'
        assert words.digital_source_type == "digitalCapture"
        assert words.licence_url == WORDS.licence_url
        assert words.usage_terms == "No resale"


def test_nothing_to_say_is_not_said():
    assert xmp_packet(PublicWords()) == b""
    assert b"dc:creator" not in xmp_packet(PublicWords(credit="x"))


def test_the_same_words_are_the_same_bytes_in_whatever_order_they_come():
    turned = dict(reversed(list(WORDS.alt_texts.items())))
    assert xmp_packet(PublicWords(alt_texts=turned)) == xmp_packet(
        PublicWords(alt_texts=WORDS.alt_texts)
    )


def test_a_language_that_is_none_is_left_out():
    packet = xmp_packet(PublicWords(alt_texts={'x" onload="': "a", "en": "b"}))
    assert b"onload" not in packet


def test_many_languages_stay_light():
    texts = {f"x{chr(97 + at)}": "Площадь в Алматы. " * 50 for at in range(26)}
    assert len(xmp_packet(PublicWords(alt_texts=texts | {"en": "The square"}))) < 2.5 * ALT_BYTES


@given(st.builds(PublicWords, *[st.text()] * 4, st.dictionaries(st.text(), st.text())))
def test_whatever_is_said_is_well_formed(words):
    packet = xmp_packet(words)
    if packet:
        root = ET.fromstring(packet.decode("utf-8"))
        assert root.tag == "{adobe:ns:meta/}xmpmeta"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_hostile_words_stay_words(text):
    hostile = text + "</rdf:li><script>alert(1)</script>&boom;<![CDATA["
    packet = xmp_packet(PublicWords(credit=hostile[-900:])).decode()
    root = ET.fromstring(packet)
    credit = root.find(".//{http://ns.adobe.com/photoshop/1.0/}Credit")
    assert credit is not None
    assert len(credit) == 0
    assert (credit.text or "").endswith("<script>alert(1)</script>&boom;<![CDATA[")
