"""Photo: a private original with its words and rights; PhotoText: the words per language."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import RightsBasis


def private_storage() -> Storage:
    """Originals: no URL reaches them."""
    return storages["default"]


def public_storage() -> Storage:
    return storages["public"]


FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]


class Photo(models.Model):
    """The original file is private; only renditions are public.

    The focal point is given as fractions of width and height, from the top left corner.
    """

    title = models.CharField(_("title at the desk"), max_length=200)
    original = models.FileField(_("original file"), storage=private_storage, max_length=255)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    copyright_notice = models.CharField(_("copyright notice"), max_length=300, blank=True)
    usage_terms = models.CharField(_("usage terms"), max_length=500, blank=True)
    rights_basis = models.CharField(
        _("rights"), max_length=20, choices=RightsBasis, default=RightsBasis.UNKNOWN
    )
    rights_end_at = models.DateTimeField(_("rights end"), null=True, blank=True)
    digital_source_type = models.CharField(max_length=60, blank=True)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    focal_x = models.FloatField(default=0.5, validators=FRACTION)
    focal_y = models.FloatField(default=0.4, validators=FRACTION)
    dominant_colour = models.CharField(max_length=7, default="#888888", editable=False)
    uri = models.CharField(max_length=255, blank=True, editable=False)
    newsroom = models.ForeignKey(
        "articles.Newsroom",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at"]), models.Index(fields=["uri"])]

    def __str__(self) -> str:
        return self.title


class PhotoText(models.Model):
    """Caption and alternative text in one language; decorative photos have no alt text."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=20)
    caption = models.CharField(_("caption"), max_length=1000, blank=True)
    alt_text = models.CharField(
        _("alt text"),
        max_length=1000,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it. Not the caption again."),
    )

    class Meta:
        ordering = ["photo", "language"]
        constraints = [
            models.UniqueConstraint(fields=["photo", "language"], name="photo_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.photo_id}/{self.language}: {self.alt_text[:60]}"


class Rendition(models.Model):
    """One public file made from a photo; its name carries the hash of its content."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")
    format = models.CharField(max_length=8)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(storage=public_storage, max_length=255)
    byte_size = models.PositiveIntegerField()

    class Meta:
        ordering = ["photo", "format", "width"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "format", "width"], name="one_rendition_per_format_and_width"
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo_id} {self.format} {self.width}×{self.height}"
