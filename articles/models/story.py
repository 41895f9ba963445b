"""Story: the working copy, which editors change and readers never see."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import ReviewStatus, StoryType, Urgency, WorkflowStatus


class Story(models.Model):
    service = models.ForeignKey(
        "articles.LanguageService",
        verbose_name=_("service"),
        on_delete=models.PROTECT,
        related_name="stories",
    )
    kicker = models.CharField(
        _("kicker"), max_length=80, blank=True, help_text=_("Short label above the headline.")
    )
    headline = models.CharField(_("headline"), max_length=250)
    standfirst = models.CharField(_("standfirst"), max_length=600, blank=True)
    slug = models.SlugField(_("slug"), max_length=80, blank=True)
    slugline = models.CharField(
        _("slugline"), max_length=120, blank=True, help_text=_("Internal: never shown to readers.")
    )
    dateline = models.CharField(_("dateline"), max_length=120, blank=True)
    body = models.TextField(_("body"), blank=True)
    byline_override = models.CharField(
        _("byline in other words"),
        max_length=300,
        blank=True,
        help_text=_("Replaces the composed byline; names of contributors in it stay links."),
    )
    section = models.ForeignKey(
        "articles.Section",
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
    )
    topics = models.ManyToManyField(
        "articles.Topic", verbose_name=_("topics"), blank=True, related_name="stories"
    )
    countries = models.JSONField(_("countries covered"), default=list, blank=True)
    publisher = models.ForeignKey(
        "articles.Contributor",
        verbose_name=_("publisher"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty: the publisher of the service."),
    )
    urgency = models.PositiveSmallIntegerField(
        _("urgency"),
        choices=Urgency,
        default=Urgency.NORMAL,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    story_type = models.CharField(
        _("type"), max_length=20, choices=StoryType, default=StoryType.REPORT
    )
    breaking_until = models.DateTimeField(_("breaking until"), null=True, blank=True)
    developing_until = models.DateTimeField(
        _("developing until"),
        null=True,
        blank=True,
        help_text=_("Labelled “Developing” until then: it neither leads a front nor its strip."),
    )
    video_url = models.URLField(
        _("video"),
        blank=True,
        help_text=_(
            "Where the video can be watched: the lead photo is its poster and leads there."
        ),
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    ed_note = models.TextField(
        _("editors’ note"), blank=True, help_text=_("Never leaves the desk.")
    )
    translation_key = models.UUIDField(
        _("translation key"),
        default=uuid.uuid4,
        db_index=True,
        help_text=_("Equal in all language versions."),
    )
    workflow_status = models.CharField(
        _("status"),
        max_length=20,
        choices=WorkflowStatus,
        default=WorkflowStatus.DRAFT,
        editable=False,
    )
    review_status = models.CharField(
        _("review"),
        max_length=10,
        choices=ReviewStatus,
        default=ReviewStatus.NONE,
        blank=True,
        editable=False,
    )
    approved_hash = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Of the content that was approved."
    )
    read_up_to = models.PositiveIntegerField(
        default=0, editable=False, help_text="The newest version whose text went on air."
    )
    alone_at = models.DateTimeField(
        null=True, editable=False, help_text="Published by one person alone, not yet looked over."
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="assigned_stories",
    )
    published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    # Null, not empty: most stories have no uri, and those that have one are unique.
    uri = models.CharField(max_length=255, null=True, unique=True, editable=False)  # noqa: DJ001
    imported = models.JSONField(
        default=dict, editable=False, help_text=_("Fields of an agency item that we do not model.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        ordering = ["-changed_at", "-id"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [
            models.CheckConstraint(
                name="urgency_1_to_9", condition=models.Q(urgency__gte=1, urgency__lte=9)
            ),
            models.UniqueConstraint(
                fields=["translation_key", "service"], name="one_version_per_service"
            ),
        ]
        indexes = [
            models.Index(fields=["-changed_at", "-id"]),
            models.Index(fields=["service", "workflow_status", "-changed_at"]),
            models.Index(fields=["service", "-changed_at", "-id"], name="story_list"),
            models.Index(
                fields=["review_status"], name="story_review", condition=~models.Q(review_status="")
            ),
            models.Index(
                fields=["alone_at"],
                name="story_published_alone",
                condition=models.Q(alone_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.headline
