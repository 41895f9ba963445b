"""Text that was typed and never saved: a crash in one story, and one that was only begun."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.demo.workflow import GIVEN_BACK
from articles.models import LanguageService, Story
from articles.publishing.keep_draft import Fields, Typed, keep_draft

MORE = (
    "<p>Readers of the town library borrow beans in spring and bring beans back in autumn, "
    "and the librarian weighs both.</p>"
    "<p>Not everybody in the region knows the place: the bus driver asked us what it lends.</p>"
)
BEGUN = "کتابخانه‌ای که بذر امانت می‌دهد"


def leave_unsaved(desk: Desk, staff: dict[str, User]) -> None:
    story = Story.objects.get(headline=GIVEN_BACK[0])
    newest = story.versions.values_list("number", flat=True).order_by("-number").first() or 0
    typed = Typed(
        page="demo-crash-in-a-story", base=newest, stamp=story.changed_at.isoformat(),
        fields=_posted(story.service, story) | {"body": [MORE]}, touched=("body",),
    )  # fmt: skip
    keep_draft(typed, story, actor=staff["reporter"], now=desk.ago(12))
    begun = Typed(
        page="demo-story-only-begun", touched=("headline",),
        fields=_posted(desk.built.services["fa"]) | {"headline": [BEGUN]},
    )  # fmt: skip
    keep_draft(begun, None, actor=staff["fa-editor"], now=desk.ago(50))


def _posted(service: LanguageService, story: Story | None = None) -> Fields:
    """As a browser sends the form when nothing was changed in it."""
    uses = list(story.story_photos.values("id", "photo", "role", "crop")) if story else []
    values = {
        "service": service.pk, "urgency": 5, "story_type": "report",
        "headline": story.headline if story else "",
        "translation_key": story.translation_key if story else uuid.uuid4(),
        "section": story.section_id if story else "",
        "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0,
        "story_photos-TOTAL_FORMS": len(uses), "story_photos-INITIAL_FORMS": len(uses),
    }  # fmt: skip
    for number, use in enumerate(uses):
        values |= {f"story_photos-{number}-{name}": value for name, value in use.items()}
        values[f"story_photos-{number}-position"] = 0
    return {name: [str(value or "")] if value != 0 else ["0"] for name, value in values.items()}
