"""Controlled terms: one closed list per question that the newsroom asks.

Values follow IPTC where it has a term (pubStatus, urgency, creator roles); labels are for the desk.
"""

from articles.vocabularies.credit import (
    BylinePolicy,
    ContributorKind,
    CreditRole,
)
from articles.vocabularies.house import (
    Calendar,
    Digits,
    Direction,
    Role,
    ServiceStatus,
)
from articles.vocabularies.law import (
    Effect,
    Extent,
    NoticeKind,
    NoticeStatus,
    Placement,
    Reach,
    RegionKind,
    TargetDimension,
    TextStatus,
    WhenPushed,
)
from articles.vocabularies.photo import (
    CropName,
    LeaseKind,
    Licence,
    PhotoRole,
    RightsBasis,
)
from articles.vocabularies.story import (
    AnnouncementKind,
    CorrectionKind,
    PubStatus,
    ReviewStatus,
    StoryType,
    TemplateKind,
    Urgency,
    VersionKind,
    WorkflowStatus,
)
from articles.vocabularies.verbs import (
    Verb,
)

__all__ = [
    "AnnouncementKind",
    "BylinePolicy",
    "Calendar",
    "ContributorKind",
    "CorrectionKind",
    "CreditRole",
    "CropName",
    "Digits",
    "Direction",
    "Effect",
    "Extent",
    "LeaseKind",
    "Licence",
    "NoticeKind",
    "NoticeStatus",
    "PhotoRole",
    "Placement",
    "PubStatus",
    "Reach",
    "RegionKind",
    "ReviewStatus",
    "RightsBasis",
    "Role",
    "ServiceStatus",
    "StoryType",
    "TargetDimension",
    "TemplateKind",
    "TextStatus",
    "Urgency",
    "Verb",
    "VersionKind",
    "WhenPushed",
    "WorkflowStatus",
]
