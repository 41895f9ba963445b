"""Readers see the notices of their place, in the page's HTML, and no others."""

import re

import pytest

from articles.caching.watch import watch
from articles.models import NoticeText
from articles.pages import standing
from articles.pages.outputs import OUTPUTS
from articles.publishing.notices import approve
from articles.publishing.withhold import Order, withhold


def test_a_warning_stands_under_the_story_where_it_concerns_readers(url, enforce, reader_in):
    enforce(regions=["RU", "UA-OCC"])
    for place in ("RU", "UA-43", "UA-14", "UA", ""):
        assert b'data-notice="warning"' in reader_in(place)(url).content, place
    for place in ("DE", "KZ", "UA-46"):
        assert b"data-notice" not in reader_in(place)(url).content, place


def test_the_archive_is_covered_without_touching_a_story(url, client, enforce):
    before = client.get(url).content.decode()
    enforce()
    after = client.get(url).content.decode()
    assert "data-notice" not in before
    assert 'data-notice="warning"' in after


def test_a_retired_notice_leaves_the_next_page(url, client, enforce, cast, now):
    from articles.publishing.notices import retire

    notice = enforce()
    assert b"data-notice" in client.get(url).content
    retire(notice, actor=cast.legal_officer, now=now, reason="Lifted")
    watch.due_at = 0.0  # 100 ms later
    assert b"data-notice" not in client.get(url).content


def test_etags_differ_by_zone(url, enforce, reader_in):
    enforce(regions=["RU"], reach="matched")
    assert reader_in("RU")(url)["ETag"] != reader_in("DE")(url)["ETag"]
    assert reader_in("DE")(url)["ETag"] == reader_in("FR")(url)["ETag"]


def test_a_warning_against_saving_keeps_the_page_out_of_browsers(url, enforce, reader_in):
    enforce(regions=["RU"], effects=["hide_save"])
    assert reader_in("RU")(url)["Cache-Control"] == "private, no-store"


def test_noindex_is_in_header_and_page(url, enforce, reader_in):
    enforce(regions=["FR"], reach="matched", effects=["noindex"])
    page = reader_in("FR")(url)
    assert page["X-Robots-Tag"] == "noindex"
    assert b'<meta name="robots" content="noindex">' in page.content
    assert "X-Robots-Tag" not in reader_in("DE")(url)


@pytest.fixture
def order(enforce, story):
    return enforce(
        "order",
        regions=["GB"],
        story=story,
        kind="withheld",
        reach="matched",
        title="A court keeps this story from you",
        blocked_by_url="https://example.org/blocker",
        demanding_party="a court",
        legal_basis="Contempt of Court Act",
        public_reason=True,
    )


def test_a_withheld_story_answers_451_with_what_may_be_told(on_air, url, order, reader_in):
    page = reader_in("GB")(url)
    text = page.content.decode()
    assert page.status_code == 451
    assert page["Link"] == '<https://example.org/blocker>; rel="blocked-by"'
    assert "a court" in text
    assert "Contempt of Court Act" in text
    assert "A court keeps this story from you" in text
    assert reader_in("IE")(url).status_code == 200


def test_a_withheld_story_leaves_no_trace_in_its_zone(on_air, url, order, reader_in, english):
    for output in OUTPUTS:
        for path in output.paths(on_air, english):
            there = reader_in("GB")(path).content.decode()
            assert "river" not in there.replace(url, "").casefold(), path
            here = re.sub("</?mark>", "", reader_in("IE")(path).content.decode())
            assert (f"/{on_air.pk}.html" if output.by_address else "The river rises") in here, path


def test_a_secret_reason_is_not_told(on_air, url, enforce, story, reader_in):
    enforce(
        "order",
        regions=["GB"],
        story=story,
        kind="withheld",
        reach="matched",
        demanding_party="a secret court",
        public_reason=False,
    )
    assert "secret court" not in reader_in("GB")(url).content.decode()


def test_an_order_reaches_the_translations(
    on_air, order, persian, make_story, reader_in, story, now
):
    from articles.publishing.actors import SYSTEM
    from articles.publishing.publish import publish

    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    row = publish(other, actor=SYSTEM, now=now)
    standing.forget()
    path = f"/fa/a/{row.slug}/{row.pk}.html"
    assert reader_in("GB")(path).status_code == 451
    assert reader_in("IE")(path).status_code == 200


def test_a_forged_header_lifts_nothing(on_air, url, order, client, settings):
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    settings.REGION_HEADER = "Region"
    assert client.get(url, headers={"region": "GB"}).status_code == 200


def test_an_order_whose_reason_is_secret_tells_nothing_at_all(
    on_air, url, enforce, story, reader_in
):
    enforce(
        "order",
        regions=["GB"],
        story=story,
        kind="withheld",
        reach="matched",
        title="This page cannot be shown where you are.",
        blocked_by_url="https://example.org/blocker",
        legal_basis="A secret act",
        citation_url="https://example.org/act",
        demanding_party="a secret court",
    )
    page = reader_in("GB")(url)
    text = page.content.decode()
    assert page.status_code == 451
    assert "Link" not in page
    assert "legal reasons" not in text
    assert "example.org" not in text
    assert "secret" not in text


def test_what_the_heading_says_is_not_said_twice(on_air, url, story, cast, now, reader_in):
    order = Order(regions=("GB",), starts_at=now, key="abcd2345")
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    NoticeText.objects.filter(notice=version.notice).update(body="")
    approve(version, actor=cast.second_legal_officer, now=now)
    standing.forget()
    text = reader_in("GB")(url).content.decode()
    body = text.split("<body", 1)[1]
    assert body.count("This page cannot be shown where you are.") == 1
    assert f'<h1 data-notice="{version.notice.slug}">' in body


def test_the_address_of_the_blocker_cannot_break_out_of_its_header(
    on_air, url, enforce, story, reader_in
):
    hostile = 'https://example.org/é>; rel="next", <https://evil.example/'
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched",
            public_reason=True, blocked_by_url=hostile)  # fmt: skip
    link = reader_in("GB")(url)["Link"]
    assert link.startswith("<https://example.org/%C3%A9%3E;")
    assert link.count("<") == link.count(">") == 1


def test_a_list_of_places_does_not_tell_where_orders_are(on_air, enforce, story, client, reader_in):
    before = client.get("/en/place/").content
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    assert client.get("/en/place/").content == before
