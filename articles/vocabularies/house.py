"""Services and the people who make them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    LTR = "ltr", _("Left to right")
    RTL = "rtl", _("Right to left")


class Calendar(models.TextChoices):
    GREGORY = "gregory", _("Gregorian")
    PERSIAN = "persian", _("Solar Hijri")


class Digits(models.TextChoices):
    LATN = "latn", "0123456789"
    ARABEXT = "arabext", "۰۱۲۳۴۵۶۷۸۹"
    ARAB = "arab", "٠١٢٣٤٥٦٧٨٩"


class ServiceStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    CLOSED = "closed", _("Closed (archive stays readable)")


class FeedText(models.TextChoices):
    SUMMARY = "summary", _("Summary")
    FULL = "full", _("Full text")


class Role(models.TextChoices):
    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    SERVICE_CHIEF = "service_chief", _("Service chief")
    PHOTO_EDITOR = "photo_editor", _("Photo editor")
    LEGAL_OFFICER = "legal_officer", _("Legal officer")
    ADMINISTRATOR = "administrator", _("Administrator")
