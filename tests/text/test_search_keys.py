"""What readers type finds what editors wrote, whatever the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.normalise import search_key


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("كتابي", "کتابی"),
        ("على", "علی"),
        ("مُحَمَّد", "محمد"),
        ("كـــتاب", "کتاب"),
        ("می رود", "می\u200cرود"),
        ("۱۴۰۳", "1403"),
        ("ЕЛКА", "ёлка"),
        ("замок", "за\u0301мок"),
        ("Erdogan", "Erdoğan"),
        ("istanbul", "İstanbul"),
        ("DIYARBAKIR", "diyarbakır"),
        ("Ozbekiston", "O‘zbekiston"),
        ("Wałęsa", "walesa"),
        ("straße", "STRASSE"),
        ("ｆｕｌｌ", "full"),
        ("co\xadoperate", "cooperate"),
        ("  two\n words ", "two words"),
        ("и\u0306од", "йод"),
    ],
)
def test_two_ways_of_writing_meet(asked, written):
    assert search_key(asked) == search_key(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("йод", "иод"),
        ("ї", "і"),
        ("қан", "кан"),
        ("өмір", "омір"),
        ("үй", "уй"),
        ("әже", "еже"),
        ("ңғұһ", "нгуh"),
        ("ӣ", "и"),
        ("ў", "у"),
    ],
)
def test_letters_of_their_own_stay_apart(one, other):
    assert search_key(one) != search_key(other)


def test_a_joiner_outside_arabic_script_parts_no_word():
    assert search_key("a\u200cb \u0995\u09cd\u200c\u09b7") == "ab \u0995\u09cd\u09b7"


@given(st.text() | st.text("İΐéй\u0301\u0306ё ىىًـ\u200cم۱ıſ’\u0345\u1e9b\u0323"))
def test_a_key_is_its_own_key(text):
    assert search_key(search_key(text)) == search_key(text)
