"""A page of the past as readers had it: the words of then, with what the library still allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.story_entries_then import EntriesThen, entries_then
from articles.admin.story_unstored import foreign_photos, group_of_version, own_photos
from articles.models import EditorialLog, KeptWords, Story, StoryVersion
from articles.pages.story_head import Group
from articles.publishing.names_then import hidden_names
from articles.publishing.past_page import Past, past_page
from articles.vocabularies import StoryType, Verb


@dataclass(frozen=True)
class PastPage:
    """``notes`` say what is not as it was."""

    group: Group
    entries: EntriesThen
    notes: tuple[str, ...]


def page_then(story: Story, version: StoryVersion, at: datetime, *, today: datetime) -> PastPage:
    """What stood at the story's address at ``at``, when ``version`` was on air."""
    kept = KeptWords.objects.filter(version=version).first()
    words, hidden = kept.words if kept else {}, hidden_names(story)
    past = past_page(version.content, story.service, words, today=today, hidden=hidden)
    group = group_of_version(story, version, at)
    document, card = own_photos(past.document, past.card, foreign_photos(past.photos, story))
    entries = EntriesThen()
    if group.row.story_type == StoryType.LIVE:
        entries = entries_then(story, at, today=today, hidden=hidden)
        document |= {"coverage": {"ended_at": _ended_at(story, at)}}
    group.row.document, group.row.card = document, card
    return PastPage(replace(group, document=document), entries, tuple(_notes(past, entries)))


def _ended_at(story: Story, at: datetime) -> str | None:
    """Whether the coverage was over, as the log has it."""
    turns = EditorialLog.objects.filter(noun="story", noun_id=story.pk, happened_at__lte=at)
    turns = turns.filter(verb__in=(Verb.FREEZE, Verb.REOPEN)).order_by("-happened_at", "-id")
    last = turns.first()
    return last.happened_at.isoformat() if last and last.verb == Verb.FREEZE else None


def _notes(past: Past, entries: EntriesThen) -> Iterator[str]:
    if "photos" in past.lacks:
        yield _("captions, credits and names were not kept then and are those of today")
    elif "bylines" in past.lacks:
        yield _("the names in the byline were not kept then and are those of today")
    if many := len(past.unseen | entries.unseen):
        yield ngettext(
            "%(count)s photo may not be shown any more",
            "%(count)s photos may not be shown any more",
            many,
        ) % {"count": many}
    if many := past.renamed + entries.renamed:
        yield ngettext(
            "%(count)s name is protected since", "%(count)s names are protected since", many
        ) % {"count": many}
    if entries.older:
        yield _("captions and names in older entries are those of today")
    if entries.is_cut:
        yield _("only the newest entries are shown")
