"""A component that is made of values alone is printed once, and anew where any of them differs."""

from dataclasses import replace

import pytest
from django.template import engines
from django.utils.translation import override

from articles.pages.shapes import Card, Moment
from articles.templatetags import printed as printing

CARD = Card(
    url="/en/a/x/1.html", headline="A dam <cracks>", standfirst="", kicker="", label="",
    moment=Moment("2026-11-26T14:05+00:00", "26 November 2026, 14:05", "Prague time"), figure=None,
    breaking=False, breaking_label="", language="en", direction="ltr", dateline="",
)  # fmt: skip


@pytest.fixture
def rendered(monkeypatch) -> list[str]:
    printing._printed.cache_clear()
    names: list[str] = []
    get_template = printing.get_template

    def noted(name):
        names.append(name)
        return get_template(name)

    monkeypatch.setattr(printing, "get_template", noted)
    return names


def test_the_same_values_are_printed_once(rendered):
    first = printing.printed("card", card=CARD, level=2)
    assert printing.printed("card", card=replace(CARD), level=2) == first
    assert rendered == ["components/card.html"]
    assert "A dam &lt;cracks&gt;" in first


@pytest.mark.parametrize(
    "given",
    [
        {"card": replace(CARD, headline="Another"), "level": 2},
        {"card": replace(CARD, url="/en/a/x/2.html"), "level": 2},
        {"card": CARD, "level": 3},
        {"card": CARD, "level": 2, "brief": True},
    ],
)
def test_another_value_is_printed_anew(given, rendered):
    printing.printed("card", card=CARD, level=2)
    printing.printed("card", **given)
    assert len(rendered) == 2


def test_each_language_has_its_own(rendered):
    english = printing.printed("skip_links")
    with override("fa"):
        persian = printing.printed("skip_links")
    assert "Skip to main content" in english
    assert "Skip to main content" not in persian


def test_it_knows_nothing_of_the_page_around_it(rendered):
    template = engines["django"].from_string(
        '{% load printed %}{% with level=5 %}{% printed "card" card=card level=2 %}{% endwith %}'
    )
    assert "<h2>" in template.render({"card": CARD})
