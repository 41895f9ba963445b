"""Asking for pages of live coverage, and filling it."""

import re
from datetime import timedelta

from articles.models import LiveEntry, PublishedStory
from tests.html import errors_in


def own(path, entry):
    return path.replace(".html", f"/{entry.pk}/")


def html_of(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    html = response.content.decode()
    assert errors_in(html) == [], path
    return html


def numbers(html):
    return [int(number) for number in re.findall(r'data-entry="(\d+)"', html)]


def many(live, now, count):
    """Straight into the tables: two thousand posts would take minutes."""
    rows = LiveEntry.objects.bulk_create(
        LiveEntry(
            story=live, status="on_air", headline=f"Entry {number}", text="Text.", number=1,
            posted_at=now + timedelta(minutes=number), changed_at=now, is_pinned=number == 3,
            is_key_event=number % 50 == 0,
        )
        for number in range(count)
    )  # fmt: skip
    go_live_again(live, now)
    return rows


def go_live_again(live, now):
    from articles.publishing.live.on_air import put_entries_on_air

    put_entries_on_air(PublishedStory.objects.get(story=live), now=now)
