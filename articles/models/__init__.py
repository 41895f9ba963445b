"""The nouns, one file each."""

from articles.models.byline import Byline
from articles.models.contributor import Contributor, ContributorName
from articles.models.correction import Correction
from articles.models.edge import EdgePosition
from articles.models.ledger import CacheLedger
from articles.models.log import EditorialLog
from articles.models.manifest import AtlasEdition, NoticeManifest
from articles.models.newsroom import Newsroom, StaffRole
from articles.models.notice import LegalNotice, NoticeTarget, NoticeText
from articles.models.notice_version import NoticeVersion
from articles.models.photo import Photo
from articles.models.photo_lease import PhotoLease
from articles.models.photo_text import PhotoText
from articles.models.preview_link import PreviewLink
from articles.models.published import PublishedStory
from articles.models.published_photo import PublishedPhoto
from articles.models.region import Region, RegionAlias, RegionMembership
from articles.models.rendition import Rendition
from articles.models.schedule import StorySchedule
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.models.story import Story
from articles.models.story_comment import StoryComment
from articles.models.story_photo import StoryPhoto
from articles.models.topic import Topic, TopicName
from articles.models.version import StoryVersion

__all__ = [
    "AtlasEdition",
    "Byline",
    "CacheLedger",
    "Contributor",
    "ContributorName",
    "Correction",
    "EdgePosition",
    "EditorialLog",
    "LanguageService",
    "LegalNotice",
    "Newsroom",
    "NoticeManifest",
    "NoticeTarget",
    "NoticeText",
    "NoticeVersion",
    "Photo",
    "PhotoLease",
    "PhotoText",
    "PreviewLink",
    "PublishedPhoto",
    "PublishedStory",
    "Region",
    "RegionAlias",
    "RegionMembership",
    "Rendition",
    "Section",
    "StaffRole",
    "Story",
    "StoryComment",
    "StoryPhoto",
    "StorySchedule",
    "StoryVersion",
    "Topic",
    "TopicName",
]
