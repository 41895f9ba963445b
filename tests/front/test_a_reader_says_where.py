"""``?in=RU``: a reader's own word adds warnings, lifts nothing, and is kept nowhere."""

import re

import pytest

from articles.models import LanguageService


@pytest.fixture
def russian_warning(enforce):
    return enforce("russian", regions=["RU"], reach="matched", effects=["hide_share"])


def notices(response):
    return re.findall(r'data-notice="([^"]+)"', response.content.decode())


def test_a_reader_in_the_netherlands_adds_the_russian_warning(
    url, enforce, russian_warning, reader_in
):
    enforce("dutch", regions=["NL"])
    get = reader_in("NL")
    assert notices(get(url)) == ["dutch"]
    assert sorted(notices(get(f"{url}?in=RU"))) == ["dutch", "russian"]


def test_the_warning_that_was_added_takes_its_controls_away(url, russian_warning, reader_in):
    get = reader_in("NL")
    assert "data-share" in get(url).content.decode()
    assert "data-share" not in get(f"{url}?in=RU").content.decode()


def test_it_lifts_no_order(url, on_air, enforce, reader_in):
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    get = reader_in("GB")
    assert get(f"{url}?in=US").status_code == 451
    assert on_air.headline not in get("/en/?in=US").content.decode()


def test_it_adds_no_order_either(url, on_air, enforce, reader_in):
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    assert reader_in("NL")(f"{url}?in=GB").status_code == 200


def test_the_pages_own_links_carry_it_and_the_canonical_address_does_not(
    url, russian_warning, reader_in
):
    html = reader_in("NL")(f"{url}?in=ru").content.decode()
    links = re.findall(r'<a href="(/[^"]*)"', html)
    inner = [link for link in links if not link.startswith("/admin/")]
    undo = [link for link in inner if "in=RU" not in link]
    assert undo == [url]  # the one that takes it back
    assert f'rel="canonical" href="http://testserver{url}"' in html


def test_no_cookie_remembers_it(url, russian_warning, reader_in):
    assert not reader_in("NL")(f"{url}?in=RU").cookies


@pytest.mark.parametrize("said", ["", "EEA", "ZZ", "RU" * 500, "<script>", "\x00", "🇷🇺"])
def test_nonsense_is_as_good_as_absent(said, url, russian_warning, client):
    plain, asked = client.get(url), client.get(url, {"in": said})
    assert asked.status_code == 200
    assert asked.content == plain.content


def test_the_zone_tells_a_said_place_from_a_real_one(url, russian_warning, reader_in):
    get = reader_in("NL")
    assert get(url)["ETag"] != get(f"{url}?in=RU")["ETag"]


# -- The page on which to say it -------------------------------------------------------------------


def test_the_page_offers_every_country_and_the_places_that_the_law_names_first(
    on_air, enforce, client
):
    enforce("occupied", regions=["UA-OCC"])
    html = client.get("/en/place/").content.decode()
    options = re.findall(r'<option value="([A-Z0-9-]+)"', html)
    assert set(options[:6]) == {"UA-40", "UA-43", "UA-09", "UA-14", "UA-23", "UA-65"}
    assert {"RU", "DE", "XK"} <= set(options)
    assert len(options) == len(set(options))


def test_it_leads_back_to_the_page_from_which_it_was_asked(url, client):
    html = client.get(url).content.decode()
    way = re.search(r'href="(/en/place/\?page=[^"]+)"', html)[1].replace("&amp;", "&")
    assert f'action="{url}"' in client.get(way).content.decode()


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", "admin"]
)
def test_it_never_leads_elsewhere(back, on_air, client):
    assert 'action="/en/"' in client.get("/en/place/", {"page": back}).content.decode()


def test_names_are_in_the_readers_language(on_air, persian: LanguageService, client):
    html = client.get("/fa/place/").content.decode()
    assert '<option value="RU">روسیه</option>' in html


def test_a_page_that_says_only_what_happened_is_no_place_to_return_to(
    url, on_air, enforce, reader_in
):
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    assert on_air.slug not in reader_in("GB")(url).content.decode()
