"""Who is credited, as what, and under which name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContributorKind(models.TextChoices):
    PERSON = "person", _("Person")
    SERVICE = "service", _("Service")
    AGENCY = "agency", _("Agency")
    ORGANISATION = "organisation", _("Organisation")


class BylinePolicy(models.TextChoices):
    """Under which name a contributor may be shown; a protected name never leaves the desk."""

    OWN_NAME = "own_name", _("Own name")
    PSEUDONYM = "pseudonym", _("Pseudonym")
    SERVICE_NAME = "service_name", _("Name of the service")
    NONE = "none", _("No byline")


class CreditRole(models.TextChoices):
    AUTHOR = "author", _("Author")
    REPORTER = "reporter", _("Reporter")
    CONTRIBUTOR = "contributor", _("Contributor")
    TRANSLATOR = "translator", _("Translator")
    EDITOR = "editor", _("Editor")
    PHOTOGRAPHER = "photographer", _("Photographer")
    SOURCE = "source", _("Source (“based on … material”)")
