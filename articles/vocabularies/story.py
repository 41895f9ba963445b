"""Stories: where they stand and what they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class WorkflowStatus(models.TextChoices):
    """Where the working copy stands. Only verbs change it."""

    DRAFT = "draft", _("Draft")
    LIVE = "live", pgettext_lazy("status", "Live")
    LIVE_CHANGED = "live_changed", _("Live, with unpublished changes")
    UNPUBLISHED = "unpublished", _("Taken down")
    KILLED = "killed", _("Killed")


class ReviewStatus(models.TextChoices):
    """What colleagues think of the working copy, on air or not. Only verbs change it."""

    NONE = "", _("Being written")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes", _("Changes requested")
    APPROVED = "approved", _("Approved")


class PubStatus(models.TextChoices):
    """ninjs ``pubStatus``: what partners and readers may do with the item."""

    USABLE = "usable", _("On air")
    CANCELED = "canceled", _("Killed")


class StoryType(models.TextChoices):
    REPORT = "report", _("Report")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    INTERVIEW = "interview", _("Interview")
    EXPLAINER = "explainer", _("Explainer")
    LIVE = "live", _("Live")
    PHOTO_ESSAY = "photo_essay", _("Photo essay")
    VIDEO = "video", _("Video")


class TemplateKind(models.TextChoices):
    """What a new story starts as."""

    REPORT = "report", _("Report")
    BREAKING = "breaking", _("Breaking news")
    INTERVIEW = "interview", _("Interview")
    LIVE = "live", _("Live")
    PHOTO_ESSAY = "photo_essay", _("Photo essay")


class Urgency(models.IntegerChoices):
    """IPTC urgency: 1 is the most urgent."""

    FLASH = 1, _("1 – Flash")
    BREAKING = 2, _("2 – Breaking")
    TOP = 3, _("3 – Top story")
    HIGH = 4, _("4 – High")
    NORMAL = 5, _("5 – Normal")
    LOW = 6, _("6 – Low")
    FEATURE = 7, _("7 – Feature")
    BACKGROUND = 8, _("8 – Background")
    LOWEST = 9, _("9 – Lowest")


class VersionKind(models.TextChoices):
    SAVED = "saved", _("Saved")
    PUBLISHED = "published", _("Published")


class CorrectionKind(models.TextChoices):
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    # No error: what an editor tells readers of a new version, in words chosen for them.
    UPDATE = "update", _("Update")


class AnnouncementKind(models.TextChoices):
    """Why somebody is told of a story."""

    ASSIGNED = "assigned", _("Assigned to you")
    CHANGES = "changes", _("Changes are asked for")
    MISSED = "missed", _("Not published as scheduled")
    ALONE = "alone", _("Published by one person alone")
