"""Two people at the same story: one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Story


def lock_story(story: Story) -> Story:
    """The fresh, locked row; call inside ``atomic``.

    PostgreSQL locks the row; SQLite's transaction is IMMEDIATE and already has the write lock.
    """
    return (
        Story.objects.select_for_update(of=("self",))
        .select_related("service__newsroom", "section")
        .get(pk=story.pk)
    )


def lock_stories(numbers: Iterable[int]) -> None:
    """For a verb on several stories: all their locks, in one order, before its first entry.

    Who has written the ledger makes other writers wait until the commit; if they hold a story that
    is needed only then, both wait for ever.
    """
    rows = Story.objects.select_for_update(of=("self",)).filter(pk__in=set(numbers))
    list(rows.order_by("pk").values_list("pk"))
