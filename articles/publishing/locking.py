"""Two people at the same story: one after the other."""

from __future__ import annotations

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
