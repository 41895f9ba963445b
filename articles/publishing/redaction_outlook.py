"""What follows from a redaction besides the words that leave, told before it is carried out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Contributor, Redaction, Story, Topic
from articles.publishing.redaction_photos import broken_demands, told_in_files
from articles.publishing.redaction_places import own_views_saying
from articles.publishing.redaction_rewrite import Cut


def outlook(story: Story, redaction: Redaction, *, at: datetime) -> Iterator[str]:
    """Sentences for whoever decides."""
    cut = Cut(redaction, story)
    if cut.pattern is None:
        return
    yield from _stays(story, cut)
    yield from broken_demands(story, cut, at)
    if many := len(told_in_files(story, cut)):
        yield ngettext(
            "The files of %(count)s photo say it, too: they go at once, and pages show the photo "
            "again as soon as new ones are made.",
            "The files of %(count)s photos say it, too: they go at once, and pages show the photos "
            "again as soon as new ones are made.",
            many,
        ) % {"count": many}
    if many := len(own_views_saying(cut.pattern)):
        # Whose they are, and what else they say, is nobody's business.
        yield ngettext(
            "%(count)s view that somebody keeps of the story list says it: it is deleted.",
            "%(count)s views that somebody keeps of the story list say it: they are deleted.",
            many,
        ) % {"count": many}


def _stays(story: Story, cut: Cut) -> Iterator[str]:
    """Words of the library that belong to other stories as well."""
    for topic in topics_saying(story, cut):
        yield _(
            "The topic “%(name)s” says it, too. A topic belongs to many stories and stays: rename "
            "it, or take it off this story and publish, before you go on."
        ) % {"name": topic.name}
    for person in _contributors_saying(story, cut):
        yield _(
            "The contributor “%(name)s” stays as well: how readers see the name is a matter of "
            "the byline policy."
        ) % {"name": person.name}


def topics_saying(story: Story, cut: Cut) -> list[Topic]:
    """Of the working copy and of what is on air."""
    found = Topic.objects.filter(Q(stories=story) | Q(published=story.pk)).distinct()
    return [
        topic for topic in found.order_by("pk").prefetch_related("names")
        if _says(topic, [one.description for one in topic.names.all()], cut)
    ]  # fmt: skip


def _contributors_saying(story: Story, cut: Cut) -> list[Contributor]:
    credited = Q(bylines__story=story) | Q(published=story.pk)
    found = Contributor.objects.filter(credited).distinct().order_by("pk")
    return [person for person in found.prefetch_related("names") if _says(person, [], cut)]


def _says(row: Topic | Contributor, more: list[str], cut: Cut) -> bool:
    said = [row.name, *more, *(one.name for one in row.names.all())]
    return cut.names(row.slug) or any(cut.words(one) != one for one in said)
