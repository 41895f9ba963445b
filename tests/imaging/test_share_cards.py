"""Share cards: shaped as the script is read, at most four lines, never a box, always legible."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw

from articles.imaging.cards import bidi, fitting, fonts
from articles.imaging.cards.drawing import (
    HEIGHT,
    INK,
    INNER,
    LAMP,
    MARGIN,
    PAPER,
    QUIET,
    WIDTH,
    Words,
    _Sheet,
    share_card,
)  # fmt: skip
from articles.imaging.cards.fitting import fitted
from articles.imaging.cards.fonts import NoGlyph
from articles.imaging.cards.setting import Hand, can_set, line_of
from articles.imaging.words import PublicWords, xmp_packet

pytestmark = pytest.mark.usefixtures("letters")

HEADLINES = {
    "en": "The river rises again as thousands leave their homes along the lower valley",
    "fa": "گزارش ۱۲ صفحه‌ای درباره iPhone 15: «می‌خواهند صدای ما را خاموش کنند»",
    "ps": "د هلمند د سیند اوبه لوړې شوې؛ په سلګونو کورنۍ خپل کورونه پرېښودل",
    "ur": "دریا میں پانی کی سطح پھر بلند، ہزاروں افراد نے اپنے گھر چھوڑ دیے",
    "ka": "პარლამენტმა ახალი კანონი დაუმტკიცა: ოპოზიცია ქუჩაში გამოვიდა",
    "hy": "Գետի մակարդակը կրկին բարձրացել է, հազարավոր մարդիկ լքել են տները",
    "kk": "Жайық өзенінің суы көтеріліп, жүздеген отбасы үйлерін тастап шықты",
    "ba": "Һыу баҫыуҙан йөҙҙәрсә ғаилә өйҙәрен ташлап киткән",
    "ru": "Вода в реке поднялась — тысячи людей покинули дома, а власти молчат",
    "hi": "बाढ़ के बाद हज़ारों परिवार राहत शिविरों में, क्षतिग्रस्त क्षेत्रों का दौरा",
    "bn": "বন্যায় হাজার হাজার মানুষ ঘরছাড়া, ক্ষতিগ্রস্ত এলাকায় ত্রাণ",
    "ta": "வெள்ளத்தால் ஆயிரக்கணக்கான குடும்பங்கள் வீடுகளை விட்டு வெளியேறின",
    "th": "น้ำท่วมหนักทำให้ประชาชนหลายพันคนต้องอพยพออกจากบ้านเรือนในพื้นที่ลุ่มแม่น้ำ",
    "km": "ទឹកជំនន់បានធ្វើឲ្យប្រជាពលរដ្ឋរាប់ពាន់នាក់ជម្លៀសចេញពីផ្ទះសម្បែង",
    "my": "ရေကြီးမှုကြောင့် ထောင်နဲ့ချီတဲ့ ပြည်သူတွေ နေအိမ်တွေကို စွန့်ခွာထွက်ပြေးခဲ့ရ",
    "he": "הנהר עולה שוב: 3,000 איש עזבו את בתיהם ב-Taraz",
}
RTL = {"fa", "ps", "ur", "he"}


def words(language="en", headline="", **said):
    fields = {"brand": "Radio Lantern", "kicker": "", "is_rtl": language in RTL} | said
    return Words(headline=headline or HEADLINES[language], language=language, **fields)


def picture(colour="white", size=(1200, 630)):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", quality=95)
    return out.getvalue()


def contrast(one, other):
    def light(colour):
        parts = [part / 255 for part in colour]
        parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def rgb(colour):
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("language", HEADLINES)
def test_every_script_has_its_letters_and_stays_within_the_card(language):
    block = fitted(HEADLINES[language], Hand(language, language in RTL, 0), INNER, 380)
    assert 1 <= len(block.lines) <= 4
    assert all(0 < line.width <= INNER for line in block.lines)
    assert block.height <= 380
    said = "".join(run.text for line in block.lines for run in line.runs)
    assert sorted(re.sub(r"\s", "", said)) == sorted(re.sub(r"\s", "", HEADLINES[language]))
    for line in block.lines:
        for run in line.runs:
            assert all(run.font.has(one) for one in run.text if fonts.is_seen(one))


@pytest.mark.parametrize("language", ["fa", "ps", "ur"])
def test_arabic_letters_are_joined(language):
    """A word that is shaped is not as wide as its letters one by one."""
    text = {"fa": "خاموش", "ps": "پرېښودل", "ur": "چھوڑ"}[language]
    hand = Hand(language, is_rtl=True, size=60)
    joined = line_of(text, hand).width
    apart = sum(line_of(letter, hand).width for letter in text)
    assert abs(joined - apart) > 2


@pytest.mark.parametrize(
    ("language", "text"), [("hi", "क्ष"), ("bn", "ক্ষ"), ("my", "ကြ"), ("km", "ខ្មែ")]
)
def test_letters_that_are_written_as_one_are_set_as_one(language, text):
    hand = Hand(language, is_rtl=False, size=60)
    assert line_of(text, hand).width < sum(line_of(one, hand).width for one in text)


def test_a_line_in_two_scripts_reads_in_the_order_of_its_paragraph():
    line = line_of("درباره iPhone 15 است", Hand("fa", is_rtl=True, size=40))
    runs = [run for run in line.runs if run.text.strip()]
    assert [run.text.strip() for run in runs] == ["است", "iPhone 15", "درباره"]
    assert [run.direction for run in runs] == ["rtl", "ltr", "rtl"]
    assert len({run.font.path for run in line.runs}) == 2
    line = line_of("AFP: «رود» rises", Hand("en", is_rtl=False, size=40))
    assert "".join(run.text for run in line.runs).startswith("AFP")


def test_runs_of_levels_are_turned_as_the_standard_says():
    assert bidi.visual_order([0, 1, 0]) == [0, 1, 2]
    assert bidi.visual_order([1, 2, 1]) == [2, 1, 0]
    assert bidi.visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert bidi.visual_order([]) == []


def test_a_long_headline_shrinks_and_then_ends_at_a_word():
    long = "Extraordinary parliamentary investigation continues " * 12
    block = fitted(long, Hand("en", is_rtl=False, size=0), INNER, 400)
    last = block.lines[-1].runs[-1].text
    assert len(block.lines) == 4
    assert block.lines[0].hand.size == fitting.SIZES[-1]
    assert last.endswith("…")
    assert last.removesuffix("…").split()[-1] in long.split()


def test_a_word_that_is_wider_than_the_card_is_cut():
    block = fitted("W" * 250, Hand("en", is_rtl=False, size=0), INNER, 400)
    assert len(block.lines) == 1
    assert block.lines[0].width <= INNER
    assert block.lines[0].runs[0].text.endswith("…")


@pytest.mark.parametrize("text", ["The river rises 🚨", "\U0001f1f0\U0001f1ff", "a\U0010ffff"])
def test_what_no_font_has_is_refused_and_never_a_box(text):
    assert not can_set(text, "en")
    with pytest.raises(NoGlyph):
        share_card(words(headline=text), None)


def test_without_the_library_that_orders_it_right_to_left_text_is_refused(monkeypatch):
    monkeypatch.setattr(bidi, "library", lambda: None)
    assert can_set("The river", "en")
    assert not can_set("رود", "fa")


@pytest.mark.parametrize("ground", [None, "white", "black", "#ffee00", "#8899aa"])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_words_stand_out_on_every_ground(ground, language):
    said = words(language, kicker="Kicker", credit="Photo: Radio Lantern")
    photo = Image.open(BytesIO(picture(ground))) if ground else None
    sheet = _Sheet(said, photo)
    bare = sheet._ground()
    top = round(sheet._veiled_from + 20)
    colours = [colour for _many, colour in bare.crop((0, top, WIDTH, HEIGHT)).getcolors(10**6)]
    for ink in (PAPER, LAMP, QUIET):
        assert min(contrast(rgb(ink), colour) for colour in colours) >= 4.5
    assert contrast(rgb(PAPER), rgb(INK)) >= 4.5


@pytest.mark.parametrize("language", ["en", "fa"])
def test_nothing_is_drawn_beyond_the_margins(language):
    said = words(language, kicker="x", credit="Photo: Radio Lantern")
    sheet = _Sheet(said, Image.new("RGB", (WIDTH, HEIGHT), "#445566"))
    drawn = ImageChops.difference(sheet.drawn(), sheet._ground())
    ImageDraw.Draw(drawn).rectangle((0, 0, WIDTH, 140), fill=0)  # the brand has its own edge
    left, _top, right, bottom = drawn.getbbox()
    assert left >= MARGIN - 8
    assert right <= WIDTH - MARGIN + 8
    assert bottom <= HEIGHT - 20


def test_it_is_a_jpeg_of_the_size_that_other_sites_ask_for_and_says_whose_photo_it_is():
    xmp = xmp_packet(PublicWords(credit="Ayan Bek", alt_texts={"en": "The river rises"}))
    made = share_card(words(credit="Photo: Ayan Bek"), picture(), xmp)
    image = Image.open(BytesIO(made.body))
    assert (image.size, image.format) == ((1200, 630), "JPEG")
    assert b"Ayan Bek" in made.body
    assert not image.getexif()
    assert len(made.body) < 300_000
    assert share_card(words(credit="Photo: Ayan Bek"), picture(), xmp).digest == made.digest


def test_a_photo_that_is_too_small_gives_a_plain_card_without_its_credit():
    small = share_card(words(credit="Photo: X"), picture(size=(600, 315)))
    assert small.digest == share_card(words(), None).digest


@pytest.mark.parametrize(
    "headline", ["", " ", "‮evil‬", "\u200b\u200b", "a" * 250, "<script>", "\u202e\u2066", "́a"]
)
def test_hostile_headlines_break_nothing(headline):
    assert share_card(words(headline=headline or " ", kicker="\u200f", brand=" "), None).body
