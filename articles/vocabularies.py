"""Controlled terms: one closed list per question that the newsroom asks.

Values follow IPTC where it has a term (pubStatus, urgency, creator roles); labels are for the desk.
"""

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


class Role(models.TextChoices):
    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    SERVICE_CHIEF = "service_chief", _("Service chief")
    PHOTO_EDITOR = "photo_editor", _("Photo editor")
    LEGAL_OFFICER = "legal_officer", _("Legal officer")
    ADMINISTRATOR = "administrator", _("Administrator")


class WorkflowStatus(models.TextChoices):
    """Where the working copy stands. Only verbs change it."""

    DRAFT = "draft", _("Draft")
    LIVE = "live", _("Live")
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


class CorrectionKind(models.TextChoices):
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")


class RegionKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    SUBDIVISION = "subdivision", _("Subdivision")
    GROUP = "group", _("Group")
    UNKNOWN = "unknown", _("Unknown place")


class Extent(models.TextChoices):
    FULL = "full", _("Full member")
    PARTIAL = "partial", _("Partial member")


class NoticeKind(models.TextChoices):
    """In the order in which notices of different kinds stand on a page."""

    WITHHELD = "withheld", _("Withheld story")
    ELECTION_SILENCE = "election_silence", _("Election silence")
    LABEL = "label", _("Compulsory label")
    READER_WARNING = "reader_warning", _("Warning to readers")
    PRIVACY = "privacy", _("Privacy")
    INFO = "info", _("Information")


class Placement(models.TextChoices):
    SITE_BANNER = "site_banner", _("Top of every page")
    ARTICLE_TOP = "article_top", _("After the headline")
    ARTICLE_FOOT = "article_foot", _("Foot of the story")
    NEAR_SHARE = "near_share", _("Beside sharing")
    FEED_FOOTER = "feed_footer", _("Foot of feed items")


class Reach(models.TextChoices):
    MATCHED = "matched", _("Readers who certainly match")
    MATCHED_OR_UNKNOWN = "matched_or_unknown", _("Also where the place is uncertain")
    EVERYONE = "everyone", _("Everyone, prominent for those who match")


class Effect(models.TextChoices):
    HIDE_SHARE = "hide_share", _("No sharing")
    HIDE_COMMENTS = "hide_comments", _("No comments")
    HIDE_REACTIONS = "hide_reactions", _("No reactions")
    HIDE_SAVE = "hide_save", _("No saving")
    HIDE_DONATE = "hide_donate", _("No donating")
    HIDE_CONTACT = "hide_contact", _("No contact forms")
    NO_STORE = "no_store", _("Not kept in browsers")
    NOINDEX = "noindex", _("Not in search engines")
    DROP_FROM_FEEDS = "drop_from_feeds", _("Not in feeds")
    DROP_FROM_SEARCH = "drop_from_search", _("Not in our search")


class TargetDimension(models.TextChoices):
    REGION = "region", _("Region")
    SERVICE = "service", _("Service")
    LANGUAGE = "language", _("Language")
    TOPIC = "topic", _("Topic")
    SECTION = "section", _("Section")
    STORY = "story", _("Story")


class TextStatus(models.TextChoices):
    """How far a translation of a notice's text has come."""

    ORIGINAL = "original", _("Original")
    TRANSLATED = "translated", _("Translated, not yet reviewed")
    REVIEWED = "reviewed", _("Translation reviewed")


class WhenPushed(models.TextChoices):
    """What becomes of a withheld story in outputs that go out without a reader asking."""

    DROP = "drop", _("Leave the story out")
    CARRY = "carry", _("Carry it with the restriction stated")


class NoticeStatus(models.TextChoices):
    """Where the working copy of a notice stands; readers see approved versions only."""

    DRAFT = "draft", _("Draft")
    PROPOSED = "proposed", _("Awaiting approval")
    APPROVED = "approved", _("Approved")
    RETIRED = "retired", _("Retired")
