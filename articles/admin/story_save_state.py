"""The state of saving, in the bar of the form: what is safe, since when, and who else is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.story_moments import clock_words
from articles.models import Story
from articles.publishing.presence import Somebody, people


def state_context(request: HttpRequest, story: Story | None, page: str) -> dict[str, Any]:
    """What the form carries to the next save (``keeper``), and the words of its bar."""
    user, now = staff(request), timezone.now()
    is_new = story is None or not story.pk
    posted = request.POST
    here = [row for row in getattr(story, "here", ()) if row.page != page]
    return {
        "keeper": {
            "page": page,
            "story": "" if is_new else story.pk,  # type: ignore[union-attr]
            "base": posted.get("_base", "0" if is_new else getattr(story, "newest", 0) or 0),
            "stamp": posted.get("_stamp", "" if is_new else story.changed_at.isoformat()),  # type: ignore[union-attr]
            "writer": user.get_username(),
            "seal": salted_hmac("articles.desk.kept", str(user.pk), algorithm="sha256").hexdigest(),
            "unsaved": request.method == "POST",
            "presence": "" if is_new else reverse("admin:articles_story_presence", args=[story.pk]),  # type: ignore[union-attr]
        },
        "saved_words": "" if is_new else clock_words(story.changed_at, story, now=now),  # type: ignore[union-attr,arg-type]
        "others_words": others_in_words(people(here, user)),
    }


def others_in_words(others: Sequence[Somebody]) -> str:
    """One sentence; empty when nobody else is here."""
    parts = []
    for one in others:
        name = _("You, in another tab") if one.is_self else one.name
        said = _("%(name)s – unsaved changes") if one.has_unsaved else "%(name)s"
        parts.append(said % {"name": name})
    return _("Also here: %(people)s") % {"people": ", ".join(parts)} if parts else ""


def who_is_in_it(story: Story) -> str:
    """For a list that has fetched ``presence.who_is_in``."""
    rows = [(one.name, " · " + _("unsaved changes") if one.has_unsaved else "")
            for one in people(getattr(story, "here", ()))]  # fmt: skip
    return format_html_join(" ", '<span class="desk-here">{}{}</span>', rows)
