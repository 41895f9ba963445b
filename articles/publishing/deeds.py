"""The deeds of the house, and the roles that may do them: one table.

Who holds a role where, and whether it reaches a story, is for ``permissions`` to say.
"""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_noop

from articles.vocabularies import Role


class Deed(StrEnum):
    """What can be asked about; values read after "You may not …", in the desk's language, too."""

    VIEW_STORY = gettext_noop("see this story")
    WRITE_STORY = gettext_noop("write this story")
    COMMENT = gettext_noop("comment on this story")
    ASSIGN = gettext_noop("assign this story")
    APPROVE = gettext_noop("approve this story")
    LOOK_OVER = gettext_noop("look over what was published alone")
    PUBLISH = gettext_noop("publish this story")
    UNPUBLISH = gettext_noop("take down this story")
    KILL = gettext_noop("kill this story")
    CURATE = gettext_noop("arrange this front")
    RAISE_ALERT = gettext_noop("raise this strip")
    CORRECT = gettext_noop("correct this story")
    REDACT = gettext_noop("take a passage out of this story's past")
    POST_ENTRY = gettext_noop("post to this live coverage")
    RESTORE = gettext_noop("restore a version of this story")
    SHARE_PREVIEW = gettext_noop("show this story to somebody outside")
    ADD_PHOTO = gettext_noop("add photos")
    EDIT_PHOTO = gettext_noop("change this photo")
    SUPPLY_WORDS = gettext_noop("supply what this photo lacks in words")
    KILL_PHOTO = gettext_noop("kill this photo")
    UNBLUR_PHOTO = gettext_noop("lift the protection of people in this photo")
    DOWNLOAD_ORIGINAL = gettext_noop("download the original of this photo")
    VIEW_NOTICE = gettext_noop("see this legal notice")
    EDIT_NOTICE = gettext_noop("change this legal notice")
    APPROVE_NOTICE = gettext_noop("approve this legal notice")
    WITHHOLD = gettext_noop("withhold this story")
    EDIT_ATLAS = gettext_noop("change regions")
    EDIT_CONTRIBUTOR = gettext_noop("change contributors")
    EDIT_TEMPLATE = gettext_noop("change what new stories start with")
    EDIT_STANDING = gettext_noop("change services, sections and topics")
    EDIT_STAFF = gettext_noop("change staff and roles")
    WATCH_CACHES = gettext_noop("see what caches were told")


WRITERS = {Role.REPORTER, Role.EDITOR, Role.SERVICE_CHIEF, Role.ADMINISTRATOR}
DESK = {Role.EDITOR, Role.SERVICE_CHIEF, Role.ADMINISTRATOR}
CHIEFS = {Role.SERVICE_CHIEF, Role.ADMINISTRATOR}
EVERYBODY = set(Role)

ALLOWED: dict[Deed, set[Role]] = {
    Deed.VIEW_STORY: EVERYBODY,
    Deed.WRITE_STORY: WRITERS,
    Deed.COMMENT: EVERYBODY,
    Deed.ASSIGN: DESK,
    Deed.APPROVE: DESK,
    Deed.LOOK_OVER: CHIEFS,
    Deed.PUBLISH: DESK,
    Deed.UNPUBLISH: DESK,
    Deed.CORRECT: DESK,
    Deed.POST_ENTRY: DESK,
    Deed.RESTORE: DESK,
    Deed.CURATE: DESK,
    Deed.RAISE_ALERT: DESK,
    # What is not published leaves the house: an editor's decision.
    Deed.SHARE_PREVIEW: DESK,
    Deed.KILL: CHIEFS,
    # Two of them, whoever: one asks, another does it.
    Deed.REDACT: CHIEFS | {Role.LEGAL_OFFICER},
    Deed.ADD_PHOTO: WRITERS | {Role.PHOTO_EDITOR},
    Deed.EDIT_PHOTO: DESK | {Role.PHOTO_EDITOR},
    # A credit, caption or alt text where there is none: never the rights, nor what others wrote.
    Deed.SUPPLY_WORDS: WRITERS | {Role.PHOTO_EDITOR},
    Deed.KILL_PHOTO: CHIEFS | {Role.PHOTO_EDITOR},
    Deed.UNBLUR_PHOTO: {Role.PHOTO_EDITOR},
    # Originals carry where and with which camera: nobody else's, not even an administrator's.
    Deed.DOWNLOAD_ORIGINAL: {Role.PHOTO_EDITOR},
    Deed.VIEW_NOTICE: {Role.LEGAL_OFFICER, Role.ADMINISTRATOR},
    Deed.EDIT_NOTICE: {Role.LEGAL_OFFICER, Role.ADMINISTRATOR},
    # Administrators run the machine; the law is approved by lawyers.
    Deed.APPROVE_NOTICE: {Role.LEGAL_OFFICER},
    Deed.WITHHOLD: {Role.LEGAL_OFFICER, Role.ADMINISTRATOR},
    Deed.EDIT_ATLAS: {Role.ADMINISTRATOR},
    Deed.EDIT_CONTRIBUTOR: DESK,
    Deed.EDIT_TEMPLATE: CHIEFS,
    Deed.EDIT_STANDING: {Role.ADMINISTRATOR},
    Deed.EDIT_STAFF: {Role.ADMINISTRATOR},
    # Lawyers, too: an order is obeyed when the last cache has heard of it.
    Deed.WATCH_CACHES: {Role.LEGAL_OFFICER, Role.ADMINISTRATOR},
}

# The atlas is everybody's: no newsroom's administrator changes it for the others.
WHOLE_HOUSE = {Deed.EDIT_ATLAS}
