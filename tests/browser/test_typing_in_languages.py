"""Quotation marks, half-spaces and letters come as the story's language writes them."""

import pytest
from playwright.sync_api import expect

from articles.models import LanguageService, Section
from articles.vocabularies import Direction
from tests.browser.writing import open_text, text_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def story_in(english_newsroom, make_story):
    def make(language, direction=Direction.LTR):
        service = LanguageService.objects.create(
            newsroom=english_newsroom, name=f"Service {language}", slug=f"s{language}",
            language=language, autonym=language, brand="Lantern", direction=direction,
        )  # fmt: skip
        section = Section.objects.create(service=service, name="News", slug="news")
        return make_story(service=service, section=section, headline="x")

    return make


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", """"It's late," she said. "He 'left'." """, "“It’s late,” she said. “He ‘left’.”"),
        ("de", """"Wasser", sagt er. "Das 'Alte'." """, "„Wasser“, sagt er. „Das ‚Alte‘.“"),
        ("ru", '"Газета "Правда"" - да', "«Газета „Правда“» - да"),
        ("fr", '"Non", dit-il.', "«\u202fNon\u202f», dit-il."),
        ("en", 'A 12" pipe ("two" of them)', 'A 12" pipe (“two” of them)'),
    ],
)  # fmt: skip
def test_quotation_marks_are_the_language_s_own(
    language, typed, expected, story_in, cast, log_in, site
):
    page = log_in(cast.desk_editor)
    open_text(page, site, story_in(language))
    page.keyboard.type(typed)
    assert text_of(page).strip() == expected.strip()


def test_undo_gives_the_straight_mark_back(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story, "<p>Words </p>")
    page.keyboard.press("End")
    page.keyboard.type(' "')
    assert text_of(page).endswith("“")
    page.keyboard.press("Control+z")
    assert text_of(page).endswith('"')


def test_fields_beside_the_text_type_the_same_marks(story_in, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story_in("de"))
    page.fill("#id_headline", "")
    page.focus("#id_headline")
    page.keyboard.type('"Wasser" steigt')
    expect(page.locator("#id_headline")).to_have_value("„Wasser“ steigt")
    page.keyboard.press("Control+a")
    page.keyboard.type('"')
    expect(page.locator("#id_headline")).to_have_value("„")


def test_shift_and_space_is_a_half_space_in_persian(persian, make_story, cast, log_in, site):
    story = make_story(service=persian, headline="x", section=None)
    page = log_in(cast.outsider)
    open_text(page, site, story)
    page.keyboard.type("می")
    page.keyboard.press("Shift+Space")
    page.keyboard.type("رود")
    assert text_of(page) == "می\u200cرود"
    page.locator(".cke_button__zwnj").click()
    assert text_of(page).count("\u200c") == 2
    page.locator(".cke_button__showzwnj").click()
    shown = "CKEDITOR.instances.id_body.window.$.CSS.highlights.get('joiner').size"
    assert page.evaluate(shown) == 2
    frame = page.frame_locator("iframe.cke_wysiwyg_frame")
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")
    expect(frame.locator("html")).to_have_attribute("lang", "fa")
    expect(frame.locator("body")).not_to_have_attribute("spellcheck", "false")


def test_letters_of_an_arabic_keyboard_become_persian(persian, make_story, cast, log_in, site):
    story = make_story(service=persian, headline="x", section=None)
    page = log_in(cast.outsider)
    open_text(page, site, story)
    page.keyboard.type("كتاب")
    page.fill("#id_headline", "علي")
    page.click("input[name=_continue]")
    expect(page.locator(".success")).to_be_visible()
    story.refresh_from_db()
    assert (story.body, story.headline) == ("<p>کتاب</p>", "علی")


def test_english_has_no_key_for_half_spaces(story, cast, log_in, site):
    page = log_in(cast.desk_editor)
    open_text(page, site, story)
    page.keyboard.type("a")
    page.keyboard.press("Shift+Space")
    page.keyboard.type("b")
    assert "\u200c" not in text_of(page)
    expect(page.locator(".cke_button__zwnj")).to_have_count(0)
