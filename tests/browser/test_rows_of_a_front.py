"""Whatever cards a front has, with pictures and without: no row has a gap, and no card hangs."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.models import Story
from articles.publishing.actors import SYSTEM
from articles.publishing.front_slots import Slot
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
MOST = 9
# Leaves so many cards in each list; takes the pictures of those named, or gives a stand-in.
ARRANGE = """([many, bare]) => {
    for (const list of document.querySelectorAll(".beside, .band, .more")) {
        const [first] = list.children;
        list.textContent = "";
        for (let number = 0; number < many; number++) {
            const item = list.appendChild(first.cloneNode(true)), card = item.firstElementChild;
            card.querySelectorAll("figure").forEach((figure) => figure.remove());
            if (!bare.includes(number)) { card.prepend(document.createElement("figure")); }
        }
    }
}"""
# By list: of each row how far its cards reach, and how high the cards and what is in them are.
ROWS = """() => [...document.querySelectorAll(".beside, .band, .more")].map((list) => {
    const edge = list.getBoundingClientRect(), rows = {};
    for (const item of list.children) {
        const box = item.getBoundingClientRect();
        (rows[Math.round(box.top)] = rows[Math.round(box.top)] || []).push(item);
    }
    return {name: list.className, edge: [edge.left, edge.right],
        rows: Object.values(rows).map((items) => items.map((item) => {
            const card = item.firstElementChild.getBoundingClientRect();
            const text = item.querySelector(".text").getBoundingClientRect();
            return {left: card.left, right: card.right, high: card.height, text: text.height,
                isBare: !item.querySelector("figure"), isCompact: !!item.querySelector(".compact")};
        }))};
})"""


@pytest.fixture
def front(make_story, persian, english):
    """A band of each size, and a list of the newest, in both directions."""
    now = timezone.now()
    for service, headline in ((english, "A story"), (persian, "رود از کنار شهر می‌گذرد")):
        stories = [make_story(service=service, headline=f"{headline} {n}") for n in range(9)]
        for story in stories:
            publish(story, actor=SYSTEM, now=now)
        sizes = ("lead", "compact", "compact", "large", "standard", "compact")
        slots = [Slot(story.pk, size) for story, size in zip(stories, sizes, strict=False)]
        made = save_front(service, None, slots, seen=0, actor=SYSTEM, now=now).front
        put_front_on_air(made, seen=made.edits, actor=SYSTEM, now=now)
    assert Story.objects.count() >= 18


@pytest.mark.parametrize("service", ["en", "fa"])
@pytest.mark.parametrize("width", [768, 1000, 1440])
def test_every_row_is_filled_from_edge_to_edge(width, service, front, readers_page, site):
    page = readers_page(width=width)
    page.goto(f"{site}/{service}/")
    for many in range(1, MOST):
        page.evaluate(ARRANGE, [many, []])
        lists = page.evaluate(ROWS)
        assert {"beside", "band large", "band standard", "band compact", "more"} == {
            one["name"] for one in lists
        }
        for one in lists:
            for row in one["rows"]:
                reach = [min(box["left"] for box in row), max(box["right"] for box in row)]
                assert reach == pytest.approx(one["edge"], abs=1), (one["name"], many, row)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("bare", [[0], [1], [0, 2], [0, 1, 2, 3, 4]])
def test_words_alone_are_as_high_as_the_pictures_beside_them(
    width, bare, front, readers_page, site
):
    page = readers_page(width=width)
    page.goto(f"{site}/en/")
    page.evaluate(ARRANGE, [5, bare])
    for one in page.evaluate(ROWS):
        for row in one["rows"]:
            highest = max(box["high"] for box in row)
            for box in row:
                if box["isBare"] and not box["isCompact"] and one["name"] != "more":
                    assert box["text"] == pytest.approx(highest, abs=1), one["name"]


def test_on_a_phone_they_stand_under_one_another(front, readers_page, site):
    page = readers_page(width=360)
    page.goto(f"{site}/fa/")
    page.evaluate(ARRANGE, [5, [0, 3]])
    for one in page.evaluate(ROWS):
        assert [len(row) for row in one["rows"]] == [1] * 5
    assert page.evaluate("document.documentElement.scrollWidth") == 360
