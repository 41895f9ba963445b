"""The real page, from its data to its last line, in order."""

import html

import pytest

from articles.models import Byline
from articles.pages import standing
from tests.html import text_of


@pytest.fixture
def seed_page(shared, run, english, cast, client):
    seed = shared / "seed"
    out, err = run("import_ninjs", seed / "taraz.ninjs.json", "--publish")
    assert err == ""
    run(
        "import_notices", seed / "notice.json",
        approve_as="legal_officer", second="second_legal_officer",
    )  # fmt: skip
    standing.forget()
    return client.get(out.strip().split("\t")[2])


def test_every_line_of_the_page_stands_in_its_order(seed_page, shared):
    body = seed_page.content.decode().partition("<body")[2]
    words = text_of(body)
    lines = (shared / "seed" / "article.txt").read_text("utf-8").splitlines()
    at = 0
    for line in dict.fromkeys(" ".join(line.split()) for line in lines):
        # The source names its picture's format; we show the picture.
        if not line or line.startswith("•"):
            continue
        found = words.find(line, at)
        assert found >= 0, line
        at = found


def test_the_byline_is_backed_by_rows_with_links(seed_page):
    roles = list(Byline.objects.order_by("position").values_list("role", "contributor__name"))
    assert roles == [
        ("author", "Farangis Najibullah"),
        ("source", "Kazakh Service"),
        ("source", "agency reports"),
    ]
    text = seed_page.content.decode()
    assert '/en/author/farangis-najibullah/"' in text
    assert "data-byline" in text


def test_both_photos_stand_in_their_places_with_their_alt_texts(seed_page):
    text = html.unescape(seed_page.content.decode()).partition("<body")[2]
    lead = text.index("Investigators in uniform stand beside a burnt-out car")
    inline = text.index("President Nursultan Nazarbaev seated at the head")
    assert lead < text.index("Security is tight") < inline < text.index("People are not letting")
    assert text.count("<figure") == 2


def test_the_notice_comes_with_its_link_and_the_publisher_with_its_picture(seed_page):
    text = seed_page.content.decode()
    assert 'href="https://example.org/undesirable-organization"' in text
    publisher = text[text.index('class="publisher"') : text.index("data-notice")]
    assert "<img" in publisher


def test_the_agency_items_become_stories(shared, run, english):
    files = sorted((shared / "wire").glob("*.json"))
    out, _err = run("import_ninjs", *files, "--service", "en", "--publish")
    assert len(out.splitlines()) == len(files)
    assert "\t-" not in out
    from articles.models import Story

    swedish = Story.objects.get(uri__contains="militarovning")
    assert "FörsvarTT" not in swedish.body
    assert swedish.body.count("<blockquote>") == 2
    assert not swedish.body.startswith("<h2>")
    captain = Story.objects.get(uri__contains="simp123")
    assert captain.byline_override == "Paulo Santalucia and Frances d'Emilio"
