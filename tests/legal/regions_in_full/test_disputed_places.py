"""However a source calls a place, it is one region."""

import pytest

from articles.legal.atlas import UNKNOWN, Place
from articles.models import Region, RegionAlias
from articles.text.spellings import spelling
from tests.legal.regions_in_full.source import DATA

OBLASTS = {
    "UA-14": "Donetsk|Donetsk Oblast|Donets'k|Donets’k|Donets'ka Oblast'|Donetska oblast|DONETSK"
    "|Donetskaya oblast'|Donetsk People's Republic|Donetsk People’s Republic"
    "|Donetskaya Narodnaya Respublika|Донецька область|Донецкая Народная Республика|DPR|DNR",
    "UA-09": "Luhansk|Luhansk Oblast|Luhans'k|Luhans'ka Oblast'|Lugansk|Luhanska oblast"
    "|Luganskaya oblast'|Luhansk People's Republic|Lugansk People’s Republic|Луганська область"
    "|Луганская Народная Республика|LPR|LNR",
    "UA-23": "Zaporizhzhia|Zaporizhzhya|Zaporizhia|Zaporizhzhia Oblast|Zaporiz'ka Oblast'"
    "|Zaporizka oblast|Zaporozhye Oblast|Zaporozhskaya oblast'|Запорізька область"
    "|Запорожская область|Zaporizhzhia-Oblast",
    "UA-65": "Kherson|Kherson Oblast|Khersons'ka Oblast'|Khersonska oblast|Khersonskaya oblast'"
    "|Херсонська область|Херсонская область|kherson_oblast",
    "UA-43": "Crimea|CRIMEA|Republic of Crimea|Autonomous Republic of Crimea|Krym|Respublika Krym"
    "|Avtonomna Respublika Krym|Республика Крым|Автономна Республіка Крим|Crimée",
    "UA-40": "Sevastopol|Sevastopol'|Sevastopolʹ|Sevastopol City|City of Sevastopol|Севастополь"
    "|Misto Sevastopol'|Gorod Sevastopol'|Sebastopol|Sevastopol’",
}

TERRITORIES = [
    (c, s, r) for r, said in OBLASTS.items() for s in said.split("|") for c in ("UA", "RU")
]
TERRITORIES += [("UA", s, r) for r in OBLASTS for s in (r[3:], r, r.lower(), f"UA{r[3:]}")]
TERRITORIES += [("RU", s, r) for r in OBLASTS for s in (r, f"ua{r[3:]}")]
TERRITORIES += [("RU", s, "UA-43") for s in ("CR", "RU-CR", "KRY", "RU-KRY")]
TERRITORIES += [("RU", s, "UA-40") for s in ("SEV", "RU-SEV")]
TERRITORIES += [("UA", "9", "UA-09")]
TERRITORIES += [
    (country, said, "GE-AB")
    for country in ("GE", "RU")
    for said in ("Abkhazia", "Autonomous Republic of Abkhazia", "Abkhaziya", "აფხაზეთი",
                 "Apkhazeti", "Республика Абхазия")
]  # fmt: skip
TERRITORIES += [("GE", s, "GE-AB") for s in ("AB", "GE-AB", "geab")]
TERRITORIES += [
    (country, said, "GE-SO")
    for country in ("GE", "RU")
    for said in ("South Ossetia", "Yuzhnaya Osetiya", "Южная Осетия", "Tskhinvali Region",
                 "Samkhret Oseti", "Республика Южная Осетия")
]  # fmt: skip
TERRITORIES += [("GE", s, "GE-SO") for s in ("SO", "GE-SO")]
TERRITORIES += [
    (country, said, "MD-SN")
    for country in ("MD", "RU", "UA")
    for said in ("Transnistria", "Trans-Dniester", "Stînga Nistrului", "Stânga Nistrului",
                 "Unitatea teritorială din Stînga Nistrului", "Приднестровье", "Pridnestrovie")
]  # fmt: skip
TERRITORIES += [("MD", s, "MD-SN") for s in ("SN", "MD-SN", "mdsn")]
TERRITORIES += [
    ("RS", said, "XK")
    for said in ("KM", "RS-KM", "25", "RS-29", "Kosovo", "Kosovo and Metohija",
                 "Kosovo i Metohija", "Косово и Метохија", "Kosovo-Metohija")
]  # fmt: skip
TERRITORIES += [("XK", "", "XK"), ("XK", "Prishtinë", "XK"), ("AL", "Kosovo", "XK")]
TERRITORIES += [("KV", "", "XK")]


@pytest.mark.parametrize(("country", "said", "region"), TERRITORIES)
def test_however_a_source_calls_a_disputed_place_it_is_one_region(country, said, region, atlas):
    assert atlas.place(country, said) == Place(region)


def test_spellings_survive_what_happens_to_headers(atlas):
    native = "Автономна Республіка Крим"
    mangled = native.encode().decode("latin-1")
    percent = "%D0%9A%D1%80%D1%8B%D0%BC"
    assert atlas.place("UA", mangled) == atlas.place("RU", percent) == Place("UA-43")
    assert atlas.place("AX", "Åland".encode("latin-1").decode("latin-1")) == Place("AX")


@pytest.mark.parametrize(
    ("country", "said", "region"),
    [
        ("RU", "Rostov Oblast", "RU-ROS"),
        ("RU", "Rostov", "RU-ROS"),
        ("RU", "ROS", "RU-ROS"),
        ("RU", "RU-ROS", "RU-ROS"),
        ("RU", "ARK", "RU-ARK"),
        ("RU", "Moscow", "RU-MOW"),
        ("RU", "Moscow Oblast", "RU"),  # the city, or what lies around it?
        ("GB", "England", "GB-ENG"),
        ("UK", "ENG", "GB-ENG"),
        ("EL", "", "GR"),
        ("US", "CA", "US-CA"),
        ("US", "USCA", "US-CA"),
        ("US", "District of Columbia", "US-DC"),
        ("US", "PR", "PR"),
        ("FR", "RE", "RE"),
        ("CN", "TW", "TW"),
        ("KZ", "Almaty", "KZ-75"),
        ("EE", "Tartu", "EE"),
        ("DE", "Nonsense", "DE"),
        ("DE", "x" * 5000, "DE"),
        ("RU", "43", "RU"),
        ("RU", "92", "RU"),
    ],
)
def test_codes_and_names_of_all_other_places(country, said, region, atlas):
    assert atlas.place(country, said) == Place(region)


@pytest.mark.parametrize("country", ["", "ZZ", "EU", "UA-43", "Russia", "T1", "<b>", "R" * 9999])
def test_what_is_no_country_is_unknown(country, atlas):
    assert atlas.place(country, "Crimea") == UNKNOWN


def test_remembered_places_are_few_and_short(atlas, monkeypatch):
    monkeypatch.setattr("articles.legal.atlas.MOST_REMEMBERED", 3)
    for number in range(10):
        atlas.place("RU", f"nonsense {number}")
    atlas.place("RU", "x" * 5000)
    assert len(atlas._places) == 3


def test_spellings_are_kept_in_the_form_in_which_they_are_compared(db):
    rows = RegionAlias.objects.values_list("subdivision", flat=True)
    assert [said for said in rows if spelling(said) != said] == []


def test_no_spelling_hides_a_code_or_a_name_of_another_region(atlas):
    """Kosovo alone: its Serbian codes and names mean XK."""
    hidden = set()
    for (country, said), code in atlas.aliases.items():
        own = f"{country}-{said.upper()}"
        if atlas.kinds.get(own) == "subdivision" and own != code:
            hidden.add(own)
        for other, name in atlas.names.items():
            if other.startswith(f"{country}-") and spelling(name) == said and other != code:
                hidden.add(other)
    assert hidden == {"RS-25", "RS-26", "RS-27", "RS-28", "RS-29", "RS-KM"}


def test_disputed_and_own_codes_say_so(db):
    for code in ("GE-SO", "XK", "UA-43", "UA-OCC", "GE-OCC", "RS-KM", "MD-SN"):
        assert Region.objects.get(code=code).note, code


def test_the_licence_of_the_data_lies_beside_it():
    text = (DATA / "SOURCES.md").read_text("utf-8")
    assert "UNICODE LICENSE V3" in text
    assert "48.2.0" in text
    assert {path.name for path in DATA.glob("*.json")} <= set(text.replace("`", " ").split())
