"""Words in a file: read from XMP, IPTC-IIM and EXIF, in that order of trust."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.imaging.intake import inspect
from articles.imaging.metadata import LONGEST, PhotoMetadata
from tests.imaging import heic, making

ALTERNATIVE = (
    "<rdf:Alt><rdf:li xml:lang='{}'>{}</rdf:li><rdf:li xml:lang='{}'>{}</rdf:li></rdf:Alt>"
)
EVERYTHING = """
<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>The square in Almaty</rdf:li></rdf:Alt>
</dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='x-default'>A wide square</rdf:li>
</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li><rdf:li>B. Two</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>© The Agency</rdf:li></rdf:Alt></dc:rights>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang='x-default'>No resale</rdf:li></rdf:Alt>
</xmpRights:UsageTerms>
<photoshop:Credit>The Agency</photoshop:Credit>
<photoshop:Source>The Archive</photoshop:Source>
<xmpRights:WebStatement>https://agency.example/terms</xmpRights:WebStatement>
<photoshop:Headline>Square</photoshop:Headline>
<Iptc4xmpCore:Location>Republic Square</Iptc4xmpCore:Location>
<photoshop:City>Almaty</photoshop:City>
<photoshop:Country>Kazakhstan</photoshop:Country>
<photoshop:DateCreated>2026-01-30T09:15:00+05:00</photoshop:DateCreated>
<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
"""


def words(data: bytes) -> PhotoMetadata:
    return inspect(data).metadata


def from_xmp(properties: str) -> PhotoMetadata:
    return words(making.picture(xmp=making.xmp(properties)))


def from_iim(fields: dict[tuple[int, int], bytes]) -> PhotoMetadata:
    return words(making.with_iim(making.picture(), fields))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_is_read_from_every_format(kind):
    assert words(making.picture(kind=kind, xmp=making.xmp(EVERYTHING))) == PhotoMetadata(
        caption="The square in Almaty",
        alt_text="A wide square",
        creator="A. One, B. Two",
        credit="The Agency",
        source="The Archive",
        copyright_notice="© The Agency",
        usage_terms="No resale",
        licence_url="https://agency.example/terms",
        headline="Square",
        location="Republic Square",
        city="Almaty",
        country="Kazakhstan",
        taken_at=datetime(2026, 1, 30, 9, 15, tzinfo=timezone(timedelta(hours=5))),
        digital_source_type="digitalCapture",
    )


def test_the_default_language_of_an_alternative_is_taken():
    rows = ALTERNATIVE.format("kk", "Алаң", "x-default", "The square")
    assert from_xmp(f"<dc:description>{rows}</dc:description>").caption == "The square"


def test_without_a_default_the_first_language_is_taken():
    rows = ALTERNATIVE.format("kk", "Алаң", "en", "The square")
    assert from_xmp(f"<dc:description>{rows}</dc:description>").caption == "Алаң"


def test_a_document_type_in_xmp_is_refused_in_any_encoding():
    bomb = '<!DOCTYPE x [<!ENTITY a "boom">]>'
    packet = making.xmp("<photoshop:Credit>&a;</photoshop:Credit>", prologue=bomb)
    wide = ('<?xml version="1.0" encoding="utf-16"?>' + packet.decode()).encode("utf-16")
    for hostile in (packet, wide):
        assert words(making.picture(xmp=hostile)) == PhotoMetadata()


def test_xmp_without_bounds_is_not_read():
    packet = making.xmp("<photoshop:Credit>x</photoshop:Credit>") + b" " * 1_000_001
    assert words(making.picture(kind="WEBP", xmp=packet)) == PhotoMetadata()


def test_a_caption_without_bounds_is_cut():
    assert len(from_xmp(f"<dc:description>{'x' * 50_000}</dc:description>").caption) == LONGEST


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Полиция на площади".encode("cp1251"), "Полиция на площади"),
        ("Café à Zürich".encode("latin-1"), "Café à Zürich"),
        ("“Quoted” – by Windows".encode("cp1252"), "“Quoted” – by Windows"),
        ("Алаңдағы полиция".encode(), "Алаңдағы полиция"),
    ],
)
def test_iim_that_names_no_character_set_is_read_all_the_same(raw, expected):
    assert from_iim({(2, 120): raw}).caption == expected


def test_iim_in_declared_utf8_loses_only_the_character_that_its_limit_cut():
    cut = "Фотограф".encode()[:-1]
    assert from_iim(making.UTF8 | {(2, 80): cut}).creator == "Фотогра"


def test_iim_knows_day_and_hour():
    fields = {(2, 55): b"20260130", (2, 60): b"091500+0500"}
    assert from_iim(fields).taken_at == datetime(2026, 1, 30, 4, 15, tzinfo=UTC)


def test_xmp_overrides_iim_and_iim_overrides_exif():
    tags = making.exif(ImageDescription="exif", Artist="exif", Copyright="exif")
    packet = making.xmp("<dc:description>xmp</dc:description>")
    data = making.picture(exif=tags, xmp=packet)
    found = words(making.with_iim(data, {(2, 120): b"iim", (2, 80): b"iim"}))
    assert (found.caption, found.creator, found.copyright_notice) == ("xmp", "iim", "exif")


def test_exif_words_are_read_as_what_the_camera_wrote():
    tags = making.exif(ImageDescription="Алаң".encode(), Artist="Name")
    found = words(making.picture(exif=tags))
    assert (found.caption, found.creator) == ("Алаң", "Name")


def test_the_cameras_zone_is_kept_and_without_one_it_is_utc():
    tags = making.exif()
    tags.get_ifd(0x8769)[0x9003] = "2026:01:30 09:15:00"
    assert words(making.picture(exif=tags)).taken_at == datetime(2026, 1, 30, 9, 15, tzinfo=UTC)
    tags.get_ifd(0x8769)[0x9011] = "+05:00"
    assert words(making.picture(exif=tags)).taken_at == datetime(2026, 1, 30, 4, 15, tzinfo=UTC)


def test_a_bare_day_does_not_hide_the_hour_that_the_camera_knows():
    tags = making.exif()
    tags.get_ifd(0x8769)[0x9003] = "2026:01:30 09:15:00"
    packet = making.xmp("<photoshop:DateCreated>2026-01-30</photoshop:DateCreated>")
    found = words(making.picture(exif=tags, xmp=packet))
    assert found.taken_at == datetime(2026, 1, 30, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    ["0000:00:00 00:00:00", "2026-02-31", "0001-01-01T00:00:00+14:00", "9999-12-31", "soon"],
)
def test_a_date_that_cannot_be_is_no_date(moment):
    assert from_xmp(f"<photoshop:DateCreated>{moment}</photoshop:DateCreated>").taken_at is None


def test_words_are_cleaned_to_one_line():
    found = from_xmp("<dc:description>One\n\ntwo &lt;b&gt;\u202e three</dc:description>")
    assert found.caption.startswith("One two <b>")
    assert "\n" not in found.caption


def test_real_iptc_and_xmp_are_read(corpora):
    iptc = words((corpora / "iptc.jpg").read_bytes())
    assert (iptc.city, iptc.country) == ("Budapest", "Hungary")
    xmp = words((corpora / "xmp_test.jpg").read_bytes())
    assert xmp.taken_at == datetime(2018, 10, 27, 13, 27, 23, tzinfo=UTC)


def test_the_place_is_named_from_the_spot_to_the_country_each_name_once():
    found = PhotoMetadata(location="Old town", city="Almaty", state="Almaty", country="Kazakhstan")
    assert found.place == "Old town, Almaty, Kazakhstan"
    assert PhotoMetadata().place == ""


def test_source_and_credit_of_iim_are_two_things():
    found = from_iim({(2, 110): b"The Agency", (2, 115): b"The Archive", (2, 92): b"Old town"})
    assert (found.credit, found.source, found.location) == ("The Agency", "The Archive", "Old town")


def test_a_creative_commons_licence_is_read_from_its_own_field():
    licence = "https://creativecommons.org/licenses/by/4.0/"
    packet = f"<cc:license xmlns:cc='http://creativecommons.org/ns#' rdf:resource='{licence}'/>"
    assert from_xmp(packet).licence_url == licence


def test_xmp_in_utf16_is_read():
    packet = making.xmp("<photoshop:Credit>Айгүл</photoshop:Credit>").decode().encode("utf-16")
    assert words(making.picture(kind="WEBP", xmp=packet)).credit == "Айгүл"


def test_what_windows_wrote_counts_where_the_standard_fields_are_empty():
    tags = making.exif(Artist="Name")
    tags[0x9C9D] = "Другое".encode("utf-16-le")
    tags[0x9C9C] = "Площадь".encode("utf-16-le") + b"\0\0"
    found = words(making.picture(exif=tags))
    assert (found.creator, found.caption) == ("Name", "Площадь")


@pytest.mark.parametrize("stamp", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM/100MEDIA/1.JPG"])
def test_a_cameras_stamp_is_no_caption(stamp):
    assert words(making.picture(exif=making.exif(ImageDescription=stamp))).caption == ""


def test_a_heic_is_read_like_the_others():
    tags = making.exif(Artist="Name", ImageDescription="Алаң".encode()).tobytes()
    found = words(heic.grid(1, 1, exif=tags, xmp=making.xmp(EVERYTHING)))
    assert (found.creator, found.credit) == ("A. One, B. Two", "The Agency")
    assert found.caption == "The square in Almaty"
