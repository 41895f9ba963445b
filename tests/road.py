"""The whole road of a story, gone by mouse and keyboard as newcomers go it; every click counted.

``python -m tests.road`` goes it on the demonstration, renews the table and the pictures in
docs/desk-guide.md, and fails where a stage takes more clicks than it may. The same road is gone
by tests/browser/test_the_counted_road.py. Only what can be read on the screen is clicked, and no
address is typed after the log-in. Typing and choosing a file in a dialog of the system are no
clicks.
"""

from __future__ import annotations

import sys

from playwright.sync_api import sync_playwright

from tests import road_steps as steps
from tests.chromium import ARGUMENTS, find_chromium
from tests.road_hands import Road, Stage
from tests.screenshots import IMAGES, ROOT, demo, open_desk

GUIDE = ROOT / "docs" / "desk-guide.md"
BEGIN, END = "<!-- road: written by python -m tests.road -->", "<!-- road ends -->"
PHOTO = "articles/demo/pictures/gorge-bridge.jpg"
BREAKING_IN = 30  # seconds


def go(road: Road, reporter: str = "reporter", editor: str = "editor") -> list[Stage]:
    """All of it: two people, one story; at the end a breaking one."""
    writer, desk = road.hands(reporter), road.hands(editor)
    for name, most, hands, act, picture in (
        ("Write a story with a photo", 12, writer, steps.write, "road-write"),
        ("Submit it for review", 2, writer, steps.submit, ""),
        ("Ask for a change, beside the passage", 6, desk, steps.ask_for_change, "road-comment"),
        ("Read it, mend the passage, submit again", 6, writer, steps.mend, "road-mend"),
        ("Read what is new, and approve", 3, desk, steps.approve, "road-approve"),
        ("Schedule it for tomorrow morning", 3, desk, steps.schedule, "road-schedule"),
        ("Publish it now instead", 2, desk, steps.publish, "road-publish"),
        ("Correct it, and tell readers", 5, desk, steps.correct, "road-correct"),
        ("Compare what changed", 2, desk, steps.compare, "road-compare"),
        ("Look at what readers saw before", 2, desk, steps.look_back, "road-seen"),
        ("Breaking news, on air", 3, desk, steps.break_news, "road-breaking"),
    ):
        with road.stage(hands, name, most, picture):
            act(hands, road)
    return road.stages


def table(stages: list[Stage]) -> str:
    rows = ["| | clicks | seconds |", "|---|---|---|"]
    for stage in stages:
        name = f"[{stage.name}](images/{stage.picture}.png)" if stage.picture else stage.name
        rows.append(f"| {name} | {stage.clicks} | {stage.seconds:.0f} |")
    clicks, seconds = (sum(getattr(one, kind) for one in stages) for kind in ("clicks", "seconds"))
    return "\n".join([*rows, f"| all of it | {clicks} | {seconds:.0f} |"])


def write_down(stages: list[Stage]) -> None:
    """Into the guide, in place of the table before."""
    text = GUIDE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    GUIDE.write_text(f"{before}{BEGIN}\n{table(stages)}\n{END}{rest.split(END)[1]}", "utf-8")


def main() -> int:
    with demo(is_complete=False) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        stages = go(Road(lambda name: open_desk(browser, site, name, 900), ROOT / PHOTO, IMAGES))
        browser.close()
    print(table(stages))
    write_down(stages)
    clumsy = [one for one in stages if one.clicks > one.most]
    for stage in clumsy:
        print(f"{stage.name}: {stage.clicks} clicks, {stage.most} at most", file=sys.stderr)
    return 1 if clumsy or stages[-1].seconds > BREAKING_IN else 0


if __name__ == "__main__":
    sys.exit(main())
