"""The cast and the stage: people of two newsrooms, their services, and how to make a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from articles.models import (
    Byline,
    Contributor,
    ContributorName,
    LanguageService,
    Newsroom,
    Photo,
    Section,
    StaffRole,
    Story,
    StoryPhoto,
)
from articles.pages import standing
from articles.search.desk import index_story
from articles.vocabularies import Calendar, Digits, Direction, PhotoRole, Role

pytest_plugins = [
    "tests.stage.machine",
    "tests.stage.databases",
    "tests.stage.restoring",
    "tests.stage.photos",
    "tests.stage.law",
    "tests.stage.on_air",
]

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
BODY = "<p>The first paragraph of the story.</p><h2>A subhead</h2><p>The second one.</p>"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    """What a process keeps in memory belongs to one test's database."""
    standing.forget()
    yield
    standing.forget()


# -- Services --------------------------------------------------------------------------------------


@pytest.fixture
def english_newsroom(db: None) -> Newsroom:
    return Newsroom.objects.create(name="English newsroom")


@pytest.fixture
def persian_newsroom(db: None) -> Newsroom:
    return Newsroom.objects.create(name="Persian newsroom")


@pytest.fixture
def english(english_newsroom: Newsroom) -> LanguageService:
    return LanguageService.objects.create(
        newsroom=english_newsroom,
        name="English Service",
        slug="en",
        language="en",
        autonym="English",
        brand="Radio Lantern",
        time_zone="Europe/Prague",
        position=1,
    )


@pytest.fixture
def persian(persian_newsroom: Newsroom) -> LanguageService:
    return LanguageService.objects.create(
        newsroom=persian_newsroom,
        name="Persian Service",
        slug="fa",
        language="fa",
        autonym="فارسی",
        brand="رادیو فانوس",
        direction=Direction.RTL,
        script="Arab",
        time_zone="Asia/Tehran",
        calendar=Calendar.PERSIAN,
        digits=Digits.ARABEXT,
        fallback_languages=["fa", "en"],
        position=2,
    )


@pytest.fixture
def politics(english: LanguageService) -> Section:
    return Section.objects.create(service=english, name="Politics", slug="politics")


# -- The cast --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cast:
    """Everybody works in the English newsroom but the outsider, who is a Persian editor."""

    reporter: User
    desk_editor: User
    service_chief: User
    photo_editor: User
    legal_officer: User
    second_legal_officer: User
    administrator: User
    outsider: User


def _person(name: str, role: Role, newsroom: Newsroom | None) -> User:
    user = User.objects.create_user(name, password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=newsroom, role=role)
    return user


@pytest.fixture
def cast(english_newsroom: Newsroom, persian_newsroom: Newsroom) -> Cast:
    return Cast(
        reporter=_person("reporter", Role.REPORTER, english_newsroom),
        desk_editor=_person("desk_editor", Role.EDITOR, english_newsroom),
        service_chief=_person("service_chief", Role.SERVICE_CHIEF, english_newsroom),
        photo_editor=_person("photo_editor", Role.PHOTO_EDITOR, english_newsroom),
        legal_officer=_person("legal_officer", Role.LEGAL_OFFICER, None),
        second_legal_officer=_person("second_legal_officer", Role.LEGAL_OFFICER, None),
        administrator=_person("administrator", Role.ADMINISTRATOR, None),
        outsider=_person("outsider", Role.EDITOR, persian_newsroom),
    )


# -- Stories and what they are made of -------------------------------------------------------------


@pytest.fixture
def reporter_byline(db: None) -> Contributor:
    person = Contributor.objects.create(name="Mara Ellery", slug="mara-ellery")
    ContributorName.objects.create(contributor=person, language="en", name="Mara Ellery")
    return person


MakeStory = Callable[..., Story]


@pytest.fixture
def make_story(english: LanguageService, politics: Section) -> MakeStory:
    def make(service: LanguageService = english, **fields: object) -> Story:
        values = {"headline": "The river rises", "body": BODY, "section": None} | fields
        if service == english and "section" not in fields:
            values["section"] = politics
        made = Story.objects.create(service=service, **values)
        index_story(made)
        return made

    return make


@pytest.fixture
def story(make_story: MakeStory, photo: Photo, reporter_byline: Contributor) -> Story:
    """A story that is fit to be published."""
    made = make_story()
    StoryPhoto.objects.create(story=made, photo=photo, role=PhotoRole.LEAD)
    Byline.objects.create(story=made, contributor=reporter_byline)
    return made
