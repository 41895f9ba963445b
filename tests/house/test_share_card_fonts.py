"""Services whose letters no font has are named before their readers notice."""

import pytest

from articles.checks.share_cards import share_cards_can_be_set
from articles.imaging.cards import fonts


@pytest.fixture
def no_fonts(settings, tmp_path):
    caches = (fonts._paths, fonts._font, fonts._all_of)
    settings.SHARE_CARD_FONTS = [str(tmp_path)]
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


def test_with_fonts_nothing_is_said(letters, english, persian):
    assert share_cards_can_be_set(databases=["default"]) == []


def test_services_without_letters_are_named(english, persian, no_fonts):
    (warning,) = share_cards_can_be_set(databases=["default"])
    assert warning.id == "newsroom.W031"
    assert "English Service, Persian Service" in warning.msg


def test_without_a_database_nothing_is_asked(no_fonts):
    assert share_cards_can_be_set(databases=None) == []
