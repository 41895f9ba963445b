"""What belongs together begins at one edge: the head of every page, the columns of a list."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

HEAD = """() => ["#site-name a", ".desk-nav", ".desk-nav a:last-of-type"].map((one) => {
  const box = document.querySelector(one).getBoundingClientRect();
  return {start: box.left, end: box.right, top: box.top, bottom: box.bottom};
})"""
COLUMNS = """() => {
  const begin = (cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && !texts.currentNode.data.trim());
    const words = document.createRange();
    if (texts.currentNode !== cell) words.selectNode(texts.currentNode);
    return words.getClientRects()[0]?.left;
  };
  const row = [...document.querySelectorAll("#result_list tbody tr:first-child > *")];
  return row.filter((cell) => !cell.querySelector("input, .desk-status")).map((cell) => {
    const head = document.querySelectorAll("#result_list thead th")[cell.cellIndex];
    return [head.innerText.trim(), begin(head.querySelector(".text")), begin(cell)];
  }).filter(([words, ...begins]) => words && begins.every(Number.isFinite));
}"""


@pytest.mark.parametrize("width", [320, 360, 768, 1030])
def test_name_and_ways_of_the_desk_stand_apart_and_at_the_edge(width, cast, site, page, log_in):
    page.set_viewport_size({"width": width, "height": 800})
    log_in(cast.desk_editor)
    page.goto(f"{site}/admin/today/")
    name, ways, last = page.evaluate(HEAD)
    assert name["start"] <= 40
    assert ways["top"] >= name["bottom"] or ways["start"] >= name["end"] + 8
    assert last["end"] <= width


def test_heads_stand_over_the_words_of_their_columns(story, cast, site, page, log_in):
    page.set_viewport_size({"width": 1280, "height": 800})
    log_in(cast.desk_editor)
    page.goto(f"{site}/admin/articles/story/")
    columns = page.evaluate(COLUMNS)
    assert len(columns) >= 3
    assert {words: begin for words, begin, _below in columns} == pytest.approx(
        {words: below for words, _begin, below in columns}, abs=2
    )
