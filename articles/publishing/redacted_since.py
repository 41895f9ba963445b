"""Whether something was taken out of a story since a form of it was opened."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import is_aware

from articles.models import Redaction, Story


def is_redacted_since(story: Story, stamp: str) -> bool:
    """A form from before may still hold what was to leave: it must not come back unasked."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return False
    done = Redaction.objects.filter(story=story, decided_at__gt=moment)
    return is_aware(moment) and done.exists()
