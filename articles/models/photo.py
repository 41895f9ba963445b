"""Photo: a private original with its rights, its look and what protects the people in it."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Licence, RightsBasis


def private_storage() -> Storage:
    """Originals: no URL reaches them."""
    return storages["default"]


def public_storage() -> Storage:
    """Renditions: readers' browsers fetch them."""
    return storages["public"]


FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]


class Photo(models.Model):
    """The original file is private; only renditions are public.

    The focal point, ``crops`` (``{crop name: [left, top, width, height]}``; absent ones follow the
    focal point) and ``blurred_areas`` (a list of such boxes) are fractions of width and height as
    the picture is seen, from the top left corner. ``renditions_due_at``: since when public files
    are to be made (again); null when all are there as they should be.
    """

    title = models.CharField(_("title at the desk"), max_length=200)
    original = models.FileField(_("original file"), storage=private_storage, max_length=255)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    creator = models.CharField(_("photographer"), max_length=200, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("The agency, organisation, account or programme that it came from."),
    )
    copyright_notice = models.CharField(_("copyright notice"), max_length=300, blank=True)
    usage_terms = models.CharField(_("usage terms"), max_length=500, blank=True)
    rights_basis = models.CharField(
        _("rights"), max_length=20, choices=RightsBasis, default=RightsBasis.UNKNOWN
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)
    permission_note = models.CharField(
        _("permission"),
        max_length=300,
        blank=True,
        help_text=_("Who permitted the use, when and how. Never leaves the desk."),
    )
    rights_end_at = models.DateTimeField(_("rights end"), null=True, blank=True)
    is_single_use = models.BooleanField(
        _("for one story only"), default=False, help_text=_("Paid for, or permitted, once.")
    )
    digital_source_type = models.CharField(_("digital source type"), max_length=60, blank=True)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    focal_x = models.FloatField(default=0.5, validators=FRACTION)
    focal_y = models.FloatField(default=0.4, validators=FRACTION)
    crops = models.JSONField(default=dict, blank=True, editable=False)
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Says nothing that the text does not say: needs no alt text."),
    )
    people_at_risk = models.BooleanField(
        _("people at risk"),
        default=False,
        help_text=_("Whoever is in the picture may be in danger: the place is never told."),
    )
    blurred_areas = models.JSONField(default=list, blank=True, editable=False)
    killed_at = models.DateTimeField(null=True, editable=False)
    renditions_due_at = models.DateTimeField(null=True, editable=False)
    renditions_error = models.CharField(max_length=300, blank=True, editable=False)
    dominant_colour = models.CharField(max_length=7, default="#888888", editable=False)
    uri = models.CharField(max_length=255, blank=True, editable=False)
    newsroom = models.ForeignKey(
        "articles.Newsroom",
        verbose_name=_("newsroom"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="photos",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
    )
    created_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        indexes = [
            models.Index(fields=["-created_at"]),
            models.Index(fields=["uri"]),
            models.Index(
                fields=["renditions_due_at"],
                name="photo_renditions_due",
                condition=models.Q(renditions_due_at__isnull=False),
            ),
            models.Index(
                fields=["rights_end_at"],
                name="photo_rights_end",
                condition=models.Q(rights_end_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title
