"""Work in progress: a story in each state of review and schedule, so that each can be tried."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User

from articles.demo.states import new_story
from articles.demo.stories import Desk
from articles.models import Story
from articles.publishing.assign import assign
from articles.publishing.comments import add_comment, settle
from articles.publishing.publish_alone import publish_alone
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.save import save
from articles.publishing.schedule import schedule
from articles.vocabularies import PhotoRole

IN_REVIEW = (
    "The Last Cable Car Makes Its Winter Timetable",
    (
        "<p>The cable car above the old quarter will run every forty minutes until March.</p>"
        "<p>Its operator says it has never been safer. Two of its mechanics disagree.</p>"
    ),
)
GIVEN_BACK = (
    "A Library That Lends Seeds",
    (
        "<p>Readers of the town library borrow beans in spring and bring beans back in autumn.</p>"
        "<p>Everybody in the region is said to know the place.</p>"
    ),
)
APPROVED = (
    "Why The Night Market Moved Indoors",
    "<p>After three wet autumns the night market has rented a disused bus depot.</p>",
)
SCHEDULED = (
    "Morning Briefing: Five Things To Know",
    "<p>The ferry timetable, the price of bread, a court date, a match and the weather.</p>",
)
ALONE = (
    "قطع برق در چند محله شرق شهر",
    "<p>برق چند محله در شرق شهر از ساعتی پیش قطع است و علت آن هنوز اعلام نشده است.</p>",
)


ASSIGNED = (
    "Who Owns The New Pier?",
    "<p>The pier has been finished for a year. The register names no owner.</p>",
)


def make_work(desk: Desk, staff: dict[str, User]) -> None:
    _in_review(desk, staff)
    _given_back(desk, staff)
    _approved(desk, staff)
    _scheduled(desk, staff)
    _scheduled_update(desk, staff)
    _alone(desk, staff)
    _assigned(desk, staff)


def _submitted(
    desk: Desk, staff: dict[str, User], words: tuple[str, str], picture: str, minutes: int
) -> Story:
    story = new_story(desk, staff["reporter"], *words)
    story.story_photos.create(photo=desk.photos[picture], role=PhotoRole.LEAD)
    save(story, actor=staff["reporter"], now=desk.ago(minutes + 20))
    submit(story, actor=staff["reporter"], now=desk.ago(minutes))
    return story


def _in_review(desk: Desk, staff: dict[str, User]) -> None:
    story = _submitted(desk, staff, IN_REVIEW, "old-town-roofs", 55)
    first = add_comment(
        story,
        "Which two? They must know that they will be named.",
        quote="Two of its mechanics disagree.",
        actor=staff["editor"],
        now=desk.ago(40),
    )
    add_comment(
        story, "They do; names follow.", answers=first, actor=staff["reporter"], now=desk.ago(35)
    )
    done = add_comment(
        story, "Until March of next year?", quote="until March", actor=staff["editor"],
        now=desk.ago(39),
    )  # fmt: skip
    settle(done, actor=staff["reporter"], now=desk.ago(34))


def _given_back(desk: Desk, staff: dict[str, User]) -> None:
    request_changes(
        _submitted(desk, staff, GIVEN_BACK, "library-windows", 130),
        "Who says so? Find somebody who has never heard of it.",
        quote="Everybody in the region is said to know the place.",
        actor=staff["editor"],
        now=desk.ago(70),
    )


def _approved(desk: Desk, staff: dict[str, User]) -> None:
    story = _submitted(desk, staff, APPROVED, "hillside-lights", 90)
    approve(story, actor=staff["editor"], now=desk.ago(60))


def _scheduled(desk: Desk, staff: dict[str, User]) -> None:
    story = _submitted(desk, staff, SCHEDULED, "foothill-city-dusk", 45)
    approve(story, actor=staff["editor"], now=desk.ago(22))
    schedule(story, desk.now + timedelta(hours=9), actor=staff["editor"], now=desk.ago(20))


def _scheduled_update(desk: Desk, staff: dict[str, User]) -> None:
    """Live, with an update that goes on air by itself."""
    story = desk.stories["en", "wind-and-wire"]
    story.refresh_from_db()
    story.standfirst += " The operator answers this evening."
    story.save()
    save(story, actor=staff["reporter"], now=desk.ago(30))
    schedule(story, desk.now + timedelta(hours=4), actor=staff["editor"], now=desk.ago(25))


def _alone(desk: Desk, staff: dict[str, User]) -> None:
    """The Persian Service wants a second pair of eyes; at night there was none."""
    service = desk.built.services["fa"]
    service.four_eyes = True
    service.save()
    story = Story.objects.create(
        service=service,
        headline=ALONE[0],
        body=ALONE[1],
        section=desk.built.sections["fa", "society"],
        created_by=staff["fa-editor"],
    )
    save(story, actor=staff["fa-editor"], now=desk.ago(26))
    publish_alone(
        story, actor=staff["fa-editor"], now=desk.ago(25), reason="Nobody else was on duty"
    )


def _assigned(desk: Desk, staff: dict[str, User]) -> None:
    story = new_story(desk, staff["reporter"], *ASSIGNED)
    save(story, actor=staff["editor"], now=desk.ago(125))
    note = "Call the harbour office before noon; they know the figures."
    assign(story, staff["reporter"], actor=staff["editor"], now=desk.ago(120), note=note)
