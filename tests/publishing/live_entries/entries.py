"""What an entry says, and the entry as readers have it."""

from articles.models import PublishedEntry
from articles.publishing.live.words import Words

SAID = Words(text="The bridge is closed.")


def on_air(entry):
    return PublishedEntry.objects.get(entry=entry)
