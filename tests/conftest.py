"""The cast and the stage: people of two newsrooms, their services, and how to make a story."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from PIL import Image

from articles.imaging.files import RenderedFile
from articles.imaging.library import replace_renditions
from articles.imaging.look import Look
from articles.imaging.renditions import all_files
from articles.imaging.words import PublicWords
from articles.models import (
    Byline,
    Contributor,
    ContributorName,
    LanguageService,
    LegalNotice,
    Newsroom,
    NoticeTarget,
    NoticeText,
    Photo,
    PhotoText,
    Section,
    StaffRole,
    Story,
    StoryPhoto,
)
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.notices import approve, propose
from articles.search.desk import index_story
from articles.vocabularies import Calendar, Digits, Direction, PhotoRole, Role

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
BODY = "<p>The first paragraph of the story.</p><h2>A subhead</h2><p>The second one.</p>"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    """What a process keeps in memory belongs to one test's database."""
    from articles.pages import standing

    standing.forget()
    yield
    standing.forget()


@pytest.fixture
def shared() -> Path:
    """Hostile corpora, seed and agency items that are not part of the repository."""
    if not SHARED.is_dir():
        message = f"{SHARED} is not here: check out the shared data beside the repository."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture
def letters() -> None:
    """Fonts and what orders right-to-left text, which share cards are made with."""
    from articles.imaging.cards.setting import can_set

    if not can_set("Rivers, реки, رودها", "fa"):
        message = "Share cards need fonts: apt-get install fonts-noto-core libfribidi0."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)


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


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A small, real photograph: a gradient, so that it compresses like one."""
    image = Image.linear_gradient("L").resize((900, 600)).convert("RGB")
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.fixture(scope="session")
def _public_files(jpeg: bytes) -> list[RenderedFile]:
    """What the worker makes of the photo below, made once for all tests."""
    words = PublicWords(credit="Radio Lantern", alt_texts={"en": "Brown water under a bridge."})
    return all_files(jpeg, Look(), words)


@pytest.fixture
def photo(
    english: LanguageService, jpeg: bytes, _public_files: list[RenderedFile], now: datetime
) -> Photo:
    """In the common library, with all its files."""
    made = add_photo(jpeg, "river.jpg", actor=SYSTEM, now=now)
    made.credit = "Radio Lantern"
    made.rights_basis = "staff"
    made.renditions_due_at = None
    made.save()
    replace_renditions(made, _public_files)
    PhotoText.objects.create(
        photo=made,
        language="en",
        caption="The river rose overnight.",
        alt_text="Brown water under a bridge.",
    )
    return made


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


# -- The law ---------------------------------------------------------------------------------------


@pytest.fixture
def enforce(cast, now) -> Callable[..., LegalNotice]:
    """A notice in force: ``enforce("slug", regions=["RU"], story=…, kind=…)``."""

    def make(
        slug="warning",
        *,
        regions=(),
        topics=(),
        story=None,
        title="Sharing may be punished",
        **fields,
    ):
        notice = LegalNotice.objects.create(
            slug=slug,
            **{
                "starts_at": now - timedelta(days=1),
                "kind": "reader_warning",
                "placements": ["article_foot"],
                "reach": "matched_or_unknown",
            }
            | fields,
        )
        NoticeText.objects.create(
            notice=notice, language="en", title=title, body="<p>Be careful.</p>", is_default=True
        )
        for region in regions:
            NoticeTarget.objects.create(notice=notice, dimension="region", value=region)
        for topic in topics:
            NoticeTarget.objects.create(notice=notice, dimension="topic", value=topic)
        if story:
            NoticeTarget.objects.create(notice=notice, dimension="story", value=str(story.pk))
        approve(
            propose(notice, actor=cast.legal_officer, now=now),
            actor=cast.second_legal_officer,
            now=now,
        )
        standing.forget()
        return notice

    return make
