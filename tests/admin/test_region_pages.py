"""Law by region: what holds for readers in one place, and reading any page as one of them."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse

from articles.legal.preview import PARAMETER, region_of
from articles.models import StaffRole
from articles.publishing.notices import propose, retire
from tests.html import errors_in
from tests.notices import put_in_force, write_notice


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def officer(cast, english, log_in):
    return log_in(cast.legal_officer)


def region(code):
    return reverse("admin:law_region", args=[code])


def read(client, code, address):
    return client.get(reverse("admin:law_read"), {"region": code, "address": address})


@pytest.fixture
def law(cast, now, persian):
    put_in_force(write_notice(now, "warning", regions=["RU", "UA-OCC"]), cast, now)
    put_in_force(write_notice(now, "label", regions=["RU"], services=["fa"]), cast, now)
    put_in_force(
        write_notice(now, "silence", regions=["RU"], starts_at=now + timedelta(days=2)), cast, now
    )
    over = write_notice(now, "over", regions=["RU"])
    put_in_force(over, cast, now)
    retire(over, actor=cast.legal_officer, now=now, reason="Lifted")
    propose(write_notice(now, "draft", regions=["RU"]), actor=cast.legal_officer, now=now)


def slugs(held):
    return {one.rule.slug for one in held}


def test_notices_in_force_coming_and_ended(officer, law):
    response = officer.get(region("RU"))
    assert slugs(response.context["in_force"]) == {"warning", "label"}
    assert slugs(response.context["coming"]) == {"silence"}
    assert slugs(response.context["ended"]) == {"over"}
    assert errors_in(response.content.decode()) == []


def test_how_surely_each_reaches_readers_there(officer, law):
    surely = {
        code: officer.get(region(code)).context["in_force"] for code in ("RU", "UA", "unknown")
    }
    assert {one.surely for one in surely["RU"]} == {"certainly"}
    assert [one.rule.slug for one in surely["UA"]] == ["warning"]
    assert surely["UA"][0].surely.startswith("perhaps")
    assert slugs(surely["unknown"]) == {"warning", "label"}
    assert officer.get(region("DE")).context["in_force"] == []


def test_each_service_with_its_notices_and_a_link_to_its_front(officer, law):
    response = officer.get(region("RU"))
    there = {one.service.slug: {slug for slug, _language in one.notices}
             for one in response.context["services"]}  # fmt: skip
    assert there == {"en": {"warning"}, "fa": {"warning", "label"}}
    links = [urlsplit(link.url) for link in response.context["links"]]
    assert [link.path for link in links] == ["/", "/en/", "/fa/"]
    assert {region_of(parse_qs(link.query)[PARAMETER][0]) for link in links} == {"RU"}


def test_the_zone_and_the_next_change(officer, law):
    text = officer.get(region("RU")).content.decode()
    assert "next change 2026-02-03 12:00 UTC" in text
    assert officer.get(region("RU")).context["zone"] in text
    assert "next change" not in officer.get(region("DE")).content.decode()


def test_a_group_shows_its_members_and_the_notices_that_name_it(officer, law):
    response = officer.get(region("UA-OCC"))
    text = response.content.decode()
    assert "Crimea" in text
    assert "Partial member" in text
    assert [row[0].content["slug"] for row in response.context["notices"]] == ["warning"]


def test_regions_are_searched_by_code_and_name(officer, law):
    url = reverse("admin:law_regions")
    assert officer.get(url, {"q": "ru"}).context["found"][0].code == "RU"
    assert "UA-43" in [one.code for one in officer.get(url, {"q": "crimea"}).context["found"]]
    named = {row[0]: row[2:] for row in officer.get(url).context["named"]}
    assert named == {"RU": (2, 1), "UA-OCC": (1, 0)}
    for words in ("<script>alert(1)</script>", "\x00", "x" * 5000):
        response = officer.get(url, {"q": words})
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("code", ["XX", "ru", "<b>", "%00", "UA-99", "x" * 300])
def test_a_region_that_does_not_exist_is_not_found(code, officer):
    assert officer.get(f"/admin/law/regions/{code}/").status_code == 404


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/en/", "/en/"), ("/en/a/x/5.html", "/en/a/x/5.html"), ("http://testserver/en/", "/en/"),
        ("http://testserver", "/"), ("/en/?before=2026_5", "/en/"),
    ],
)  # fmt: skip
def test_any_page_is_read_as_a_reader_there(address, path, officer):
    response = read(officer, "UA-43", address)
    target = urlsplit(response["Location"])
    assert (response.status_code, target.path, target.netloc) == (302, path, "")
    assert region_of(parse_qs(target.query)[PARAMETER][0]) == "UA-43"


def test_other_parameters_are_carried_and_places_are_not(officer):
    response = read(officer, "RU", "/en/?before=2026_5&in=DE&demo_place=DE&as_region=forged")
    query = parse_qs(urlsplit(response["Location"]).query)
    assert query["before"] == ["2026_5"]
    assert set(query) == {"before", PARAMETER}
    assert region_of(query[PARAMETER][0]) == "RU"


@pytest.mark.parametrize(
    "address",
    [
        "", "en/", "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil",
        "javascript:alert(1)", "http://testserver@evil.example/", "http:///evil.example",
        "http://testserver//evil.example/", "/\t/evil.example", "/en/\r\nSet-Cookie: a=b",
        "///evil.example", "http://[", "/admin/", "data:text/html,x", "ftp://testserver/",
        "\x00", "/en/\x00",
    ],
)  # fmt: skip
def test_an_address_elsewhere_is_refused_with_a_sentence(address, officer):
    response = read(officer, "RU", address)
    assert response.status_code == 422
    assert "no address of this site" in response.content.decode()


@pytest.mark.parametrize("code", ["", "XX", "EU", "<b>"])
def test_reading_as_somebody_nowhere_is_refused_with_a_sentence(code, officer):
    response = read(officer, code, "/en/")
    assert response.status_code == 422
    assert "There is no place" in response.content.decode()


def test_a_newsrooms_officer_sees_the_own_law_alone(law, persian, cast, now, english, log_in):
    put_in_force(write_notice(now, "theirs", regions=["RU"], services=["en"]), cast, now)
    user = User.objects.create_user("fa_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian.newsroom, role="legal_officer")
    response = log_in(user).get(region("RU"))
    assert slugs(response.context["in_force"]) == {"warning", "label"}
    assert "theirs" not in response.content.decode()


def test_groups_that_a_place_has_left_are_named_as_such(officer):
    text = officer.get(region("RU")).content.decode()
    now, _before, left = text.partition("No longer a member of")
    assert "Council of Europe" not in now
    assert "Council of Europe</a> (since 2022-03-16)" in left


def test_however_many_are_over_what_holds_is_on_the_page(cast, log_in, now, monkeypatch, enforce):
    from articles.admin import region_groups

    monkeypatch.setattr(region_groups, "MOST", 2)
    for number in range(4):
        enforce(f"held-{number}", regions=["RU"], starts_at=now - timedelta(days=300 + number))
    for number in range(4):
        enforce(
            f"over-{number}", regions=["RU"], starts_at=now - timedelta(days=9),
            ends_at=now - timedelta(days=number + 1),
        )  # fmt: skip
    html = log_in(cast.legal_officer).get("/admin/law/regions/RU/").content.decode()
    assert all(f"held-{number}" in html for number in range(4))
    assert sum(f"over-{number}" in html for number in range(4)) == 2
