"""Load the whole demonstration into an empty database."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles.caching import ledger, tags
from articles.demo.building import build_house
from articles.demo.components import show_components
from articles.demo.fronts import make_fronts
from articles.demo.law import write_notices
from articles.demo.library import hang_pictures
from articles.demo.lists import describe_lists
from articles.demo.live import make_live
from articles.demo.own_views import keep_views
from articles.demo.past import mend_the_library
from articles.demo.photo_words import leave_without_words
from articles.demo.portraits import hang_portraits
from articles.demo.reading import make_reading
from articles.demo.staff import hire_staff
from articles.demo.states import make_states
from articles.demo.stories import Desk, write_stories
from articles.demo.unsaved import leave_unsaved
from articles.demo.versions import make_versions
from articles.demo.workflow import make_work
from articles.models import LanguageService, Photo


def is_empty() -> bool:
    return not LanguageService.objects.exists()


def load_demo(*, now: datetime, password: str, is_complete: bool = True) -> None:
    """Everything dated relative to ``now``, so that it is as fresh next month.

    Not complete: it is readable in a quarter of the time, and the worker makes the pictures' other
    formats and widths.
    """
    furnish(hang_pictures(now, is_complete=is_complete), now=now, password=password)


def furnish(photos: dict[str, Photo], *, now: datetime, password: str) -> Desk:
    """All but the pictures."""
    with transaction.atomic():
        built = build_house(photos["publisher"])
        describe_lists(built)
        hang_portraits(built, photos)
        staff = hire_staff(built, password)
        desk = Desk(built, photos, now)
        write_stories(desk)
        make_states(desk, staff)
        make_reading(desk, staff)
        show_components(desk, staff)
        make_work(desk, staff)
        make_live(desk, staff)
        make_fronts(desk, staff)
        leave_unsaved(desk, staff)
        keep_views(desk, staff)
        leave_without_words(desk, staff)
        make_versions(desk, staff)
        mend_the_library(desk, staff)
        write_notices(desk, staff)
        ledger.write({tags.STANDING, tags.NOTICES}, now=now)
    return desk
