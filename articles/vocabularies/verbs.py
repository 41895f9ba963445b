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
    FREEZE_ACCOUNT = "freeze_account", _("froze the account of")
    THAW_ACCOUNT = "thaw_account", _("opened again the account of")
    END_SESSION = "end_session", _("ended sessions of")
    ASSIGN = "assign", _("assigned")
    ASK_REDACTION = "ask_redact", _("asked to take something out of")
    REDACT = "redact", _("took something out of all versions of")
    CALL_OFF_REDACTION = "no_redact", _("declined to take something out of")
    POST_ENTRY = "post_entry", _("posted an entry to")
    CHANGE_ENTRY = "change_entry", _("changed an entry of")
    REMOVE_ENTRY = "remove_entry", _("removed an entry from")
    FREEZE = "freeze", _("ended the live coverage of")
    REOPEN = "reopen", _("resumed the live coverage of")
