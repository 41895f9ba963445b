"""The nouns, one file each."""

from articles.models.announcement import Announcement
from articles.models.breaking_alert import BreakingAlert
from articles.models.byline import Byline
from articles.models.contributor import Contributor, ContributorName
from articles.models.correction import Correction
from articles.models.desk_language import DeskLanguage
from articles.models.edge import EdgePosition
from articles.models.front import Front, FrontVersion
from articles.models.kept_words import KeptEntry, KeptWords
from articles.models.ledger import CacheLedger
from articles.models.listed import PublishedContributor, PublishedPointer, PublishedTopic
from articles.models.live_coverage import LiveCoverage
from articles.models.live_entry import LiveEntry, LiveEntryVersion
from articles.models.log import EditorialLog
from articles.models.manifest import AtlasEdition, NoticeManifest
from articles.models.newsroom import Newsroom, StaffRole
from articles.models.notice import LegalNotice, NoticeTarget, NoticeText
from articles.models.notice_version import NoticeVersion
from articles.models.own_view import OwnView
from articles.models.photo import Photo
from articles.models.photo_lease import PhotoLease
from articles.models.photo_text import PhotoText
from articles.models.preview_link import PreviewLink
from articles.models.published import PublishedStory
from articles.models.published_entry import PublishedEntry
from articles.models.published_front import FrontPhoto, Placement, PublishedFront
from articles.models.published_photo import PublishedPhoto
from articles.models.redaction import Redaction
from articles.models.region import Region, RegionAlias, RegionMembership
from articles.models.rendition import Rendition
from articles.models.schedule import StorySchedule
from articles.models.search_entry import SearchEntry
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.models.share_card import ShareCard
from articles.models.story import Story
from articles.models.story_comment import StoryComment
from articles.models.story_draft import StoryDraft, StoryPresence
from articles.models.story_photo import StoryPhoto
from articles.models.story_template import StoryTemplate
from articles.models.story_words import StoryWords
from articles.models.topic import Topic, TopicName
from articles.models.version import StoryVersion

__all__ = [
    "Announcement",
    "AtlasEdition",
    "BreakingAlert",
    "Byline",
    "CacheLedger",
    "Contributor",
    "ContributorName",
    "Correction",
    "DeskLanguage",
    "EdgePosition",
    "EditorialLog",
    "Front",
    "FrontPhoto",
    "FrontVersion",
    "KeptEntry",
    "KeptWords",
    "LanguageService",
    "LegalNotice",
    "LiveCoverage",
    "LiveEntry",
    "LiveEntryVersion",
    "Newsroom",
    "NoticeManifest",
    "NoticeTarget",
    "NoticeText",
    "NoticeVersion",
    "OwnView",
    "Photo",
    "PhotoLease",
    "PhotoText",
    "Placement",
    "PreviewLink",
    "PublishedContributor",
    "PublishedEntry",
    "PublishedFront",
    "PublishedPhoto",
    "PublishedPointer",
    "PublishedStory",
    "PublishedTopic",
    "Redaction",
    "Region",
    "RegionAlias",
    "RegionMembership",
    "Rendition",
    "SearchEntry",
    "Section",
    "ShareCard",
    "StaffRole",
    "Story",
    "StoryComment",
    "StoryDraft",
    "StoryPhoto",
    "StoryPresence",
    "StorySchedule",
    "StoryTemplate",
    "StoryVersion",
    "StoryWords",
    "Topic",
    "TopicName",
]
