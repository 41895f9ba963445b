"""A legal notice is written at the desk: in which words and languages."""

import pytest

from articles.models import LegalNotice, NoticeText
from tests.admin.notice_form.sent import ADD, form_of, refused
from tests.admin.notice_forms import notice_data, text_row


def test_words_are_cleaned_on_the_way_in(desk):
    hostile = text_row(
        "en", default=True, title="A\x07 <b>", body="<p>Hi<script>x</script> <em>you</em></p>"
    )
    desk.post(ADD, notice_data(texts=[hostile]))
    text = NoticeText.objects.get()
    assert text.title == "A <b>"
    assert text.body == "<p>Hi you</p>"


def test_a_single_text_is_the_default_by_itself(desk):
    desk.post(ADD, notice_data(texts=[text_row("fa")]))
    assert NoticeText.objects.get().is_default


@pytest.mark.parametrize("defaults", [(False, False), (True, True)])
def test_of_several_exactly_one_is_the_default(defaults, desk):
    rows = [
        text_row(tag, default=default) for tag, default in zip(("en", "fa"), defaults, strict=True)
    ]
    response = desk.post(ADD, notice_data(texts=rows))
    assert "Mark exactly one text as the default" in refused(response)


@pytest.mark.parametrize(("old", "new"), [("en", "fa"), ("fa", "en")])
def test_another_text_becomes_the_default(old, new, desk):
    rows = [text_row(tag, default=tag == old) for tag in ("en", "fa")]
    desk.post(ADD, notice_data(texts=rows))
    notice = LegalNotice.objects.get()
    data = notice_data(notice)
    numbers = {data[f"texts-{number}-language"]: number for number in (0, 1)}
    del data[f"texts-{numbers[old]}-default"]
    response = desk.post(form_of(notice), data | {f"texts-{numbers[new]}-default": "on"})
    assert response.status_code == 302
    assert notice.texts.get(is_default=True).language == new


def test_two_texts_in_one_language_are_refused(desk):
    rows = [text_row("en", default=True), text_row("en")]
    assert "There are two texts in English." in refused(desk.post(ADD, notice_data(texts=rows)))


def test_a_text_is_taken_away(desk):
    desk.post(ADD, notice_data(texts=[text_row("en", default=True), text_row("fa")]))
    notice = LegalNotice.objects.get()
    data = notice_data(notice)
    desk.post(form_of(notice), data | {"texts-1-DELETE": "on"})
    assert [text.language for text in notice.texts.all()] == ["en"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (text_row("xx"), "“xx” is not a language of our services."),
        (text_row("en", title="", body="<p></p>"), "Write a title or a text"),
        (text_row("en", link_text="More"), "The link has words but no address."),
        (text_row("en", link_url="javascript:alert(1)"), "Enter a valid URL."),
    ],
)
def test_a_text_that_cannot_be_is_refused(row, sentence, desk):
    assert sentence in refused(desk.post(ADD, notice_data(texts=[row])))


def test_a_label_may_have_a_title_alone(desk):
    desk.post(ADD, notice_data(texts=[text_row("en", body="")]))
    assert NoticeText.objects.get().body == ""


def test_languages_without_a_text_say_what_readers_get(desk, notice):
    page = desk.get(form_of(notice)).content.decode()
    assert "Persian: missing, readers get English" in page


def test_inputs_follow_the_direction_of_their_language(desk):
    desk.post(ADD, notice_data(texts=[text_row("fa")]))
    page = desk.get(form_of(LegalNotice.objects.get())).content.decode()
    assert 'dir="rtl" lang="fa"' in page
    assert "&quot;contentsLangDirection&quot;: &quot;rtl&quot;" in page
