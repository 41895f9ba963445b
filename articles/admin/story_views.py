"""The views of the story list that everybody has: what people come back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.own_view_query import ALL
from articles.admin.permissions import staff
from articles.admin.story_filters import Narrowing
from articles.models import PublishedStory, Story, StorySchedule
from articles.vocabularies import ReviewStatus, WorkflowStatus

View = Callable[[QuerySet[Story], HttpRequest], QuerySet[Story]]


def under_review(stories: QuerySet[Story], status: ReviewStatus) -> QuerySet[Story]:
    """By the index of those few: databases want to be told that the status is not empty."""
    return stories.exclude(review_status=ReviewStatus.NONE).filter(review_status=status)


VIEWS: dict[str, tuple[Any, View]] = {
    "mine": (
        _("My drafts"),
        lambda stories, request: stories.filter(
            created_by=staff(request),
            workflow_status__in=[WorkflowStatus.DRAFT, WorkflowStatus.LIVE_CHANGED],
        ),
    ),
    "review": (
        _("Waiting for review"),
        lambda stories, _request: under_review(stories, ReviewStatus.IN_REVIEW),
    ),
    "approved": (
        _("Approved"),
        lambda stories, _request: under_review(stories, ReviewStatus.APPROVED),
    ),
    "scheduled": (
        _("Scheduled"),
        lambda stories, _request: stories.filter(pk__in=StorySchedule.objects.values("story")),
    ),
    "changed": (
        _("Live, changed"),
        lambda stories, _request: stories.filter(workflow_status=WorkflowStatus.LIVE_CHANGED),
    ),
    "breaking": (
        _("Breaking now"),
        lambda stories, _request: stories.filter(
            pk__in=PublishedStory.objects.breaking(timezone.now()).values("story")
        ),
    ),
}
# Found by an index of their own, whatever the service.
OF_FEW = {"mine", "review", "approved", "scheduled", "breaking"}


class BuiltInView(Narrowing):
    """One click to the stories that somebody comes for."""

    title = _("view")
    parameter_name = "view"

    def value(self) -> str | None:
        value = super().value()
        return None if value == ALL else value

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, Any]]:
        return [(name, label) for name, (label, _narrow) in VIEWS.items()]

    def narrowed(
        self, request: HttpRequest, stories: QuerySet[Story], value: str
    ) -> QuerySet[Story]:
        return VIEWS[value][1](stories, request)

    def choices(self, changelist: Any) -> Iterator[Any]:
        """What was narrowed by hand stays in another view; of an own view nothing does."""
        is_all = not changelist.own_query
        yield {"selected": is_all, "query_string": f"?view={ALL}", "display": _("All")}
        for name, label in self.lookup_choices:
            here = changelist.get_query_string({"view": name})
            yield {
                "selected": self.value() == name,
                "query_string": f"?view={name}" if changelist.own_view else here,
                "display": label,
            }
