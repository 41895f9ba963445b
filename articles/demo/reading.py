"""What readers are told beside the text: what is new, that a story is old, a way out."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User

from articles.demo.states import new_story
from articles.demo.stories import Desk
from articles.models import LanguageService, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

# An editor's own words: story, what is new, minutes ago.
TOLD = (
    ("en", "karasu-dam", "Adds what the canal authority says, and the level of the reservoir.", 24),
    ("en", "karasu-dam", "Adds where buses wait in Aksuat and Zhanatas-Bulak.", 9),
    ("fa", "karasu-dam", "سخنان ادارهٔ کانال و تراز آب مخزن افزوده شد.", 20),
    ("ru", "karasu-dam", "Добавлены слова управления канала и уровень воды.", 18),
)
OLD = (
    "The Ferry That Waits For The Doctor",
    (
        "<p>On the long lake there is one doctor and one ferry, and on Tuesdays the ferry waits "
        "for the doctor.</p><p>The timetable says eight o’clock. The captain says it has said so "
        "for eleven years, and that nobody on the far shore has ever been told to read it.</p>"
        "<h2>A bridge has been promised</h2><p>The district put up a sign last spring where the "
        "bridge is to begin. The ferry ties up to it.</p>"
    ),
)
OLD_AGE = timedelta(days=430)
WAY_OUT = {"ps": "https://example.org/weather"}


def make_reading(desk: Desk, staff: dict[str, User]) -> None:
    for service, key, told, minutes in TOLD:
        _tell(desk.stories[service, key], told, desk, minutes)
    old = new_story(desk, staff["reporter"], *OLD)
    when = desk.now - OLD_AGE
    publish(old, actor=staff["editor"], now=desk.now, first_published_at=when, revised_at=when)
    for slug, url in WAY_OUT.items():
        LanguageService.objects.filter(slug=slug).update(exit_url=url)


def _tell(story: Story, told: str, desk: Desk, minutes: int) -> None:
    publish(story, actor=SYSTEM, now=desk.ago(minutes), told=told)
