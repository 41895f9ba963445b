"""The atlas as it is loaded: whole, dated, and of one mind about disputed places."""

import importlib
import json
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps

from articles.legal.atlas import UNKNOWN, Membership, Place, load_atlas
from articles.models import Region, RegionAlias, RegionMembership
from articles.text.spellings import spelling

DATA = Path(__file__).resolve().parents[2] / "articles" / "migrations" / "data"
TODAY = date(2026, 2, 1)
YES, MAYBE, NO = Membership.YES, Membership.MAYBE, Membership.NO


@pytest.fixture
def atlas(db):
    return load_atlas()


def test_every_country_and_every_subdivision_is_there(db):
    assert Region.objects.filter(kind="country").count() == 250
    assert Region.objects.filter(kind="subdivision").count() == 5027
    assert set(Region.objects.filter(kind="group").values_list("code", flat=True)) == {
        "EU", "EEA", "CIS", "EAEU", "CSTO", "COE", "UA-OCC", "GE-OCC",
    }  # fmt: skip


def test_each_subdivision_lies_in_its_own_country(db):
    rows = Region.objects.filter(kind="subdivision").values_list("code", "parent__code")
    assert [code for code, parent in rows if parent.partition("-")[0] != code[:2]] == []


@pytest.mark.parametrize(
    ("place", "target", "expected"),
    [
        ("GB-LND", "GB-ENG", YES),
        ("GB-LND", "GB", YES),
        ("GB-ENG", "GB-ENG", YES),
        ("GB-SCT", "GB-ENG", NO),
        ("GB", "GB-ENG", MAYBE),
        ("GB-ENG", "GB-LND", MAYBE),
        ("GB", "GB-LND", MAYBE),
        ("DE", "GB-ENG", NO),
        ("UA-43", "RU", NO),
        ("RU", "UA-43", NO),
        ("RU", "UA-OCC", NO),
        ("UA", "UA-OCC", MAYBE),
        ("UA-14", "UA-OCC", MAYBE),
        ("GE-AB", "GE-OCC", YES),
        ("GE-SO", "GE-OCC", YES),
        ("GE-SK", "GE-OCC", MAYBE),
        ("GE-TB", "GE-OCC", NO),
        ("GE-SO", "GE", YES),
        ("XK", "RS", NO),
        ("FR-75C", "EU", YES),
        ("RE", "EU", YES),
        ("AX", "EEA", YES),
        ("NC", "EU", NO),
        ("CH", "EEA", NO),
        ("", "EU", MAYBE),
    ],
)
def test_what_lies_in_what(place, target, expected, atlas):
    assert atlas.membership(Place(place), target, TODAY) is expected


@pytest.mark.parametrize(
    ("place", "group", "day", "expected"),
    [
        ("GB", "EU", "1972-12-31", NO),
        ("GB", "EU", "2019-01-01", YES),
        ("GB-SCT", "EU", "2020-01-31", YES),
        ("GB", "EU", "2020-02-01", NO),
        ("GB", "EEA", "2020-02-01", YES),
        ("GB", "EEA", "2020-12-31", YES),
        ("GB", "EEA", "2021-01-01", NO),
        ("HR", "EU", "2013-06-30", NO),
        ("HR", "EEA", "2013-07-01", YES),
        ("AT", "EEA", "1994-06-01", YES),
        ("AT", "EU", "1994-06-01", NO),
        ("GL", "EU", "1985-01-31", YES),
        ("GL", "EU", "1985-02-01", NO),
        ("GE", "CIS", "2009-08-17", YES),
        ("GE", "CIS", "2009-08-18", NO),
        ("TM", "CIS", "2005-08-25", YES),
        ("TM", "CIS", "2026-02-01", MAYBE),
        ("UA", "CIS", "2000-01-01", MAYBE),
        ("UA", "CIS", "2026-02-01", NO),
        ("UZ", "CSTO", "2000-01-01", NO),
        ("UZ", "CSTO", "2010-01-01", YES),
        ("UZ", "CSTO", "2026-02-01", NO),
        ("AZ", "CSTO", "1998-01-01", YES),
        ("KG", "EAEU", "2015-01-01", NO),
        ("RU", "COE", "2022-03-15", YES),
        ("RU", "COE", "2022-03-16", NO),
        ("RU", "EAEU", "2026-02-01", YES),
    ],
)
def test_groups_are_what_they_were_on_the_day(place, group, day, expected, atlas):
    assert atlas.membership(Place(place), group, date.fromisoformat(day)) is expected


def test_the_council_of_europe_has_its_members_and_the_union_its_own(atlas):
    def members(group):
        return {m.code for m in atlas.groups[group] if m.counts_on(TODAY)}

    assert len(members("COE")) == 46
    countries = members("EU") - {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
    assert len(countries) == 27


# -- All sources agree -----------------------------------------------------------------------------

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


# -- How it is loaded ------------------------------------------------------------------------------


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


@pytest.fixture
def migration():
    return importlib.import_module("articles.migrations.0004_regions_in_full")


def snapshot():
    return (
        set(Region.objects.values_list("code", "name", "kind", "parent__code", "note")),
        set(RegionMembership.objects.values_list(
            "group__code", "member__code", "extent", "starts_on", "ends_on", "note")),
        set(RegionAlias.objects.values_list("country", "subdivision", "region__code")),
    )  # fmt: skip


def test_loading_twice_is_loading_once(db, migration):
    before = snapshot()
    migration.load(apps, None)
    assert snapshot() == before


def test_the_way_back_ends_where_the_first_load_did_and_leads_here_again(db, migration):
    before, first = snapshot(), json.loads((DATA / "regions.json").read_text("utf-8"))
    migration.unload(apps, None)
    regions, members, aliases = snapshot()
    assert {code for code, *_ in regions} == (
        first["countries"].keys() | first["subdivisions"].keys() | first["groups"].keys()
    )
    assert {(g, m, e) for g, m, e, *_ in members} == {
        (group, member, extent)
        for group, values in first["groups"].items()
        for member, extent in values["members"]
    }
    assert aliases == {(country, said, code) for country, said, code in first["aliases"]}
    migration.load(apps, None)
    assert snapshot() == before


def test_what_staff_have_changed_stays(db, migration):
    migration.unload(apps, None)
    Region.objects.filter(code="UA-14").update(name="Donetsk region", note="Ours")
    german = RegionMembership.objects.get(group__code="EU", member__code="DE")
    german.starts_on = date(1993, 11, 1)
    german.save()
    RegionAlias.objects.create(
        country="UA", subdivision="krim", region=Region.objects.get(code="UA-40")
    )
    migration.load(apps, None)
    assert Region.objects.get(code="UA-14").name == "Donetsk region"
    assert Region.objects.get(code="UA-14").note == "Ours"
    kept = RegionMembership.objects.get(group__code="EU", member__code="DE")
    assert kept.starts_on == date(1993, 11, 1)
    assert RegionAlias.objects.get(country="UA", subdivision="krim").region.code == "UA-40"


def test_the_way_back_keeps_what_staff_have_added(db, migration):
    nordic = Region.objects.create(code="NORDIC", name="Nordic countries", kind="group")
    RegionMembership.objects.create(group=nordic, member=Region.objects.get(code="NO"))
    RegionAlias.objects.create(
        country="UA", subdivision="lvivska oblast", region=Region.objects.get(code="UA-46")
    )
    migration.unload(apps, None)
    assert nordic.members.count() == 1
    assert RegionAlias.objects.filter(subdivision="lvivska oblast").exists()


def test_loading_asks_few_questions(db, migration, django_assert_max_num_queries):
    migration.unload(apps, None)
    with django_assert_max_num_queries(150):
        migration.load(apps, None)
