"""Versions that are worth a look: named ones, and links by which somebody outside may read."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.models import Story
from articles.publishing.name_version import name_version
from articles.publishing.preview_links import Sharing, end_link, make_link
from articles.publishing.save import save

# What a desk does to a text in an afternoon; each line is one save.
EDITS = (
    (95, "A workshop of carvers is teaching", "Twelve carvers are teaching", ""),
    (80, "", "", "<p>The youngest of them is nineteen. Nobody had asked her to stay.</p>"),
    (61, "on the third floor looks", "on the fourth floor looks", ""),
    (33, "", "", '<h2>Who pays</h2><p>The city: a third, <a href="/en/">it says</a>.</p>'),
)
NAMED = (80, "As sent to the lawyer")
LAWYER, SOURCE = UUID(int=0x1A), UUID(int=0x1B)


def make_versions(desk: Desk, staff: dict[str, User]) -> None:
    story = desk.stories["en", "old-town-roofs"]
    story.refresh_from_db()
    for minutes, old, new, more in EDITS:
        _edit(story, old, new, more)
        version = save(story, actor=staff["reporter"], now=desk.ago(minutes))
        if version and minutes == NAMED[0]:
            moment = desk.ago(minutes - 2)
            name_version(story, version.number, NAMED[1], actor=staff["editor"], now=moment)
    _share(desk, story, staff)


def _edit(story: Story, old: str, new: str, more: str) -> None:
    story.standfirst = story.standfirst.replace(old, new) if old else story.standfirst
    story.body = (story.body.replace(old, new) if old else story.body) + more
    story.save()


def _share(desk: Desk, story: Story, staff: dict[str, User]) -> None:
    """One that is open, and one that was ended early. Their addresses are nowhere to be found."""
    lawyer = Sharing(LAWYER, timedelta(days=3), for_whom="Our lawyer")
    make_link(story, lawyer, actor=staff["editor"], now=desk.ago(30))
    source = Sharing(SOURCE, timedelta(hours=4), is_frozen=False, for_whom="The roofers’ guild")
    link, _token = make_link(story, source, actor=staff["editor"], now=desk.ago(58))
    end_link(link, actor=staff["chief"], now=desk.ago(20))
