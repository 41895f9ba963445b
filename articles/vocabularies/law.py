"""Regions and legal notices."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
