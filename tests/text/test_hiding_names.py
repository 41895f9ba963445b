"""A name is hidden however it is written; the rest of the text stays as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.hide import hide

NAMES = ["Mara Ellery", "José Núñez", "علی رضایی", "Семён Иванов", "İpek Şahin", "Straße"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mara Ellery (Radio)", "█ (Radio)"),
        ("MARA ELLERY", "█"),
        ("by mara  ellery, and Mara\u00a0Ellery", "by █, and █"),
        ("MaraEllery", "█"),
        ("Mara\u00adEllery at the bridge", "█ at the bridge"),
        ("Ｍａｒａ Ellery", "█"),
        ("Jose Nunez, JOSÉ NÚÑEZ", "█, █"),
        (unicodedata.normalize("NFD", "José Núñez!"), "█!"),
        ("علي رضايي در تهران", "█ در تهران"),
        ("علی\u200cرضایی", "█"),
        ("Семен Иванов и Семё\u0301н Иванов", "█ и █"),
        ("IPEK SAHIN", "█"),
        ("An der STRASSE", "An der █"),
        ("Mara and Ellery", "Mara and Ellery"),
        ("", ""),
    ],
)
def test_a_name_is_hidden(text, left):
    assert hide(text, NAMES, "█") == left


def test_the_full_name_goes_before_the_surname():
    assert hide("Mara Ellery, Ellery", ["Ellery", "Mara Ellery"], "█") == "█, █"


@pytest.mark.parametrize("names", [[], [""], [" "], ["\u200b"]])
def test_nothing_to_hide_changes_nothing(names):
    assert hide("Mara  Ellery\u200c", names, "█") == "Mara  Ellery\u200c"


@given(st.text(), st.text())
def test_what_stands_around_a_name_stays(before, after):
    hidden = hide(f"{before} Mara Ellery {after}", ["Mara Ellery"], "█")
    assert "█" in hidden
    assert "Mara Ellery" not in hidden


@given(st.text(alphabet="abc é\u0301İßﬁ\u200c علی"))
def test_text_without_the_name_is_the_same(text):
    assert hide(text, ["Mara Ellery"], "█") == unicodedata.normalize("NFC", text)
