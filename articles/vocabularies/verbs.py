"""What the log can say that somebody did."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What the log can say that somebody did."""

    SAVE = "save", _("saved")
    SUBMIT = "submit", _("submitted for review")
    REQUEST_CHANGES = "request", _("asked for changes to")
    COMMENT = "comment", _("commented on")
    RESOLVE = "resolve", _("settled a comment on")
    SCHEDULE = "schedule", _("scheduled")
    UNSCHEDULE = "unschedule", _("took off the schedule")
    MISS = "miss", _("could not publish as scheduled")
    STAND_DOWN = "stand_down", _("stood down")
    PUBLISH_ALONE = "publish_alone", _("published without a second pair of eyes")
    LOOK_OVER = "look_over", _("looked over afterwards")
    PUBLISH = "publish", _("published")
    UNPUBLISH = "unpublish", _("took down")
    KILL = "kill", _("killed")
    RESTORE = "restore", _("restored a version of")
    CORRECT = "correct", _("corrected")
    NAME = "name", _("named a version of")
    SHARE = "share", _("made a preview link to")
    UNSHARE = "unshare", _("ended a preview link to")
    PROPOSE = "propose", _("proposed")
    APPROVE = "approve", _("approved")
    APPROVE_ALONE = "approve_alone", _("approved in an emergency")
    REVIEW = "review", _("reviewed the emergency approval of")
    RETIRE = "retire", _("retired")
    WITHHOLD = "withhold", _("asked to withhold")
    CHANGE = "change", _("changed")
    IMPORT = "import", _("imported")
    UPLOAD = "upload", _("uploaded")
    DOWNLOAD = "download", _("downloaded the original of")
    PROTECT = "protect", _("changed the protection of people in")
    EXPIRE = "expire", _("took off the air, its rights over,")
