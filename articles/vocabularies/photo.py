"""Photos: their place, their rights, their cut."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PhotoRole(models.TextChoices):
    LEAD = "lead", _("Lead")
    INLINE = "inline", _("In the text")
    GALLERY = "gallery", _("Gallery")


class RightsBasis(models.TextChoices):
    STAFF = "staff", _("Staff")
    COMMISSIONED = "commissioned", _("Commissioned")
    AGENCY = "agency", _("Agency subscription")
    HANDOUT = "handout", _("Handout")
    SOCIAL = "social", _("Social media, with permission")
    CREATIVE_COMMONS = "creative_commons", _("Creative Commons, with attribution")
    PUBLIC_DOMAIN = "public_domain", _("Public domain")
    SCREENGRAB = "screengrab", _("Screen grab")
    UNKNOWN = "unknown", _("Not stated")


class Licence(models.TextChoices):
    """Creative Commons, version 4.0 unless the credit says another."""

    CC0 = "cc0", "CC0"
    BY = "cc-by", "CC BY"
    BY_SA = "cc-by-sa", "CC BY-SA"
    BY_ND = "cc-by-nd", "CC BY-ND"
    BY_NC = "cc-by-nc", "CC BY-NC"
    BY_NC_SA = "cc-by-nc-sa", "CC BY-NC-SA"
    BY_NC_ND = "cc-by-nc-nd", "CC BY-NC-ND"


class LeaseKind(models.TextChoices):
    ALLOW = "allow", _("May be used")
    DENY = "deny", _("May not be used")


class CropName(models.TextChoices):
    """How a photo is cut; ``full`` is the whole picture, or what the editor left of it."""

    FULL = "full", _("Whole picture")
    WIDE = "16x9", "16:9"
    CLASSIC = "3x2", "3:2"
    SCREEN = "4x3", "4:3"
    SQUARE = "1x1", "1:1"
    SHARE = "share", _("Share card")
