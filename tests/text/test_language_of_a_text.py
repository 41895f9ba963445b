"""Whether a text looks like another language than its service's: a guess that seldom cries wolf."""

import pytest

from articles.text.language import script_of, seems_another

EN = (
    "The water came at night and by the morning it had reached the second floor of the school. "
    "Nobody was hurt, said the mayor, but the bridge to the north is closed and will not be open "
    "before the end of the week. Engineers are on their way from the capital with pumps."
)
RU = (
    "Вода пришла ночью, и к утру она дошла до второго этажа школы. Никто не пострадал, сказал мэр, "
    "но мост на севере закрыт и не откроется до конца недели. Инженеры уже в пути из столицы, у "
    "них с собой насосы. Как сообщили в министерстве, это было самое сильное наводнение за десять "
    "лет, и для многих жителей оно стало неожиданностью, так как дождя не было."
)
UK = (
    "Вода прийшла вночі, і до ранку вона дійшла до другого поверху школи. Ніхто не постраждав, "
    "сказав мер, але міст на півночі закритий і не відкриється до кінця тижня. Інженери вже в "
    "дорозі зі столиці, у них із собою насоси. Як повідомили в міністерстві, це була найсильніша "
    "повінь за десять років, та для багатьох мешканців вона стала несподіванкою."
)
FA = (
    "آب شبانه آمد و تا صبح به طبقه دوم مدرسه رسید. شهردار گفت که کسی آسیب ندیده است اما پل شمالی "
    "بسته شده و تا پایان هفته باز نمی‌شود. مهندسان از پایتخت با پمپ در راه هستند و این بزرگ‌ترین "
    "سیلاب در ده سال گذشته برای این شهر بود که خود را برای آن آماده نکرده بود و با آن روبه‌رو شد."
)
PS = (
    "اوبه د شپې راغلې او تر سهاره د ښوونځي دویم پوړ ته ورسېدې. ښاروال وویل چې چا ته زیان نه دی "
    "رسېدلی خو د شمال پر لور پل تړل شوی دی او د اونۍ تر پایه به نه پرانیستل کېږي. د پلازمېنې څخه "
    "انجینران له پمپونو سره په لاره کې دي او دا په لسو کلونو کې د دې ښار تر ټولو لوی سېلاب و."
)


@pytest.mark.parametrize(
    ("text", "language", "script", "found"),
    [
        (EN, "en", "Latn", ""),
        (RU, "ru", "Cyrl", ""),
        (UK, "uk", "Cyrl", ""),
        (FA, "fa", "Arab", ""),
        (PS, "ps", "Arab", ""),
        (RU, "en", "Latn", "Cyrl"),
        (EN, "fa", "Arab", "Latn"),
        (RU, "kk", "Cyrl", "ru"),
        (RU, "uk", "Cyrl", "ru"),
        (UK, "ru", "Cyrl", "uk"),
        (FA, "ps", "Arab", "fa"),
        (PS, "fa", "Arab", "ps"),
        (RU, "av", "Cyrl", ""),  # no small words are known of it: nothing is said
        ("Too short.", "fa", "Arab", ""),
        ("", "en", "Latn", ""),
        ("12345 67890 " * 30, "en", "Latn", ""),
    ],
)
def test_what_a_text_looks_like(text, language, script, found):
    assert seems_another(text, language, script) == found


def test_names_in_another_script_do_not_make_a_text_foreign():
    text = EN + " Кравчук Эльмира Ибрагимовна, Наурызбай батыр"
    assert script_of(text) == "Latn"


def test_letters_without_a_name_are_no_script():
    assert script_of("\U000e0041" * 100) == ""
