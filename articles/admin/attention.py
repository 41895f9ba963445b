"""What goes wrong quietly: pictures without words, translations left behind by their original.

Only what somebody still works on, or what is young: the archive is not put before anybody.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import PhotoText, PublishedStory, Story, StoryPhoto
from articles.publishing.permissions import Deed, services_where
from articles.vocabularies import PubStatus, WorkflowStatus

YOUNG = timedelta(days=14)
WRITTEN_AT = (WorkflowStatus.DRAFT, WorkflowStatus.LIVE, WorkflowStatus.LIVE_CHANGED)


def without_words(user: User, now: datetime) -> QuerySet[Story]:
    """Stories with a photo that lacks a credit, or an alt text in the story's language."""
    described = PhotoText.objects.filter(
        photo=OuterRef("photo"), language=OuterRef("story__service__language")
    ).exclude(alt_text="")
    bare = StoryPhoto.objects.filter(story=OuterRef("pk"), photo__killed_at=None).filter(
        Q(photo__credit="") | (Q(photo__is_decorative=False) & ~Exists(described))
    )
    own = Story.objects.filter(
        service__in=services_where(user, Deed.WRITE_STORY),
        workflow_status__in=WRITTEN_AT,
        changed_at__gt=now - YOUNG,
    )
    return own.filter(Exists(bare))


def left_behind(user: User, now: datetime) -> QuerySet[Story]:
    """On air, and the version that came first was revised since."""
    original = PublishedStory.objects.filter(
        translation_key=OuterRef("translation_key"),
        pub_status=PubStatus.USABLE,
        published_at__lt=OuterRef("published_at"),
        revised_at__gt=OuterRef("revised_at"),
    )
    own = PublishedStory.objects.filter(
        service__in=services_where(user, Deed.WRITE_STORY),
        pub_status=PubStatus.USABLE,
        published_at__gt=now - YOUNG,
    )
    return Story.objects.filter(pk__in=own.filter(Exists(original)).values("pk"))
