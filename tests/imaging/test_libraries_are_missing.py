"""Where Pillow was built otherwise, a format is missing, not the newsroom."""

from __future__ import annotations

import ctypes

import pytest

from articles.checks.pictures import pictures_can_be_read
from articles.imaging import libavif, libwebp
from articles.imaging.intake import inspect
from articles.imaging.linked import Linked, linked
from articles.imaging.refused import RefusedImage
from tests.imaging import making

LIBRARIES = {"WebP": libwebp, "AVIF": libavif}


def test_here_every_format_is_read():
    assert pictures_can_be_read() == []


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_format_without_its_library_is_refused_and_the_operator_told(name, monkeypatch):
    monkeypatch.setattr(LIBRARIES[name], "LINKED", Linked(None, "undefined symbol: decode"))
    sentence = f"This server cannot read {name} pictures; export it as JPEG or PNG."
    with pytest.raises(RefusedImage, match=sentence):
        inspect(making.picture(kind=name.upper()))
    (warning,) = pictures_can_be_read()
    assert warning.id == "newsroom.W032"
    assert warning.msg.startswith(f"{name} pictures cannot be read here")
    assert "undefined symbol: decode" in warning.msg
    for other in {"WebP", "AVIF", "PNG", "JPEG"} - {name}:
        assert inspect(making.picture(kind=other.upper()))


def test_functions_that_are_not_shown_are_a_fault_and_no_failure():
    found = linked("PIL._webp", lambda library: library.WebPNobodyWroteThis)
    assert found.library is None
    assert "WebPNobodyWroteThis" in found.fault


def test_a_module_that_was_not_built_is_a_fault_and_no_failure():
    assert "PIL._nothing" in linked("PIL._nothing", lambda _: None).fault


def test_structures_are_used_on_64_bits_only(monkeypatch):
    monkeypatch.setattr(ctypes, "sizeof", lambda _: 4)
    assert linked("PIL._webp", libwebp._bind).fault == "only 64-bit systems are supported"


def test_another_major_version_of_libwebp_is_a_fault(monkeypatch):
    monkeypatch.setattr(libwebp, "VERSION", 0x0300)
    assert "another libwebp" in linked("PIL._webp", libwebp._bind).fault


@pytest.mark.parametrize("version", [b"0.11.1", b"2.0.0"])
def test_another_major_version_of_libavif_is_a_fault(version):
    class Other:
        def __getattr__(self, name):
            return lambda: version

    with pytest.raises(ImportError, match="another libavif"):
        libavif._bind(Other())
