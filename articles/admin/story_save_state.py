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
    """``keeper``: what the form carries to the next save, and what its script has to know."""
    user = staff(request)
    keeper = {
        "page": page, "story": "", "base": 0, "stamp": "", "presence": "",
        "writer": user.get_username(), "seal": _seal("articles.desk.kept", str(user.pk)),
        "unsaved": request.method == "POST",
    }  # fmt: skip
    context = {"keeper": keeper, "saved_words": "", "others_words": ""}
    if story is not None:
        keeper |= {
            "story": story.pk, "base": getattr(story, "newest", 0) or 0,
            "stamp": story.changed_at.isoformat(),
            "presence": reverse("admin:articles_story_presence", args=[story.pk]),
        }  # fmt: skip
        here = [row for row in getattr(story, "here", ()) if row.page != page]
        context["saved_words"] = clock_words(story.changed_at, story, now=timezone.now())
        context["others_words"] = others_in_words(people(here, user))
    # Sent and not saved: it goes on from what it was opened with.
    keeper |= {name: request.POST[f"_{name}"] for name in ("base", "stamp")
               if f"_{name}" in request.POST}  # fmt: skip
    return context


def seal_of_new(translation_key: str) -> str:
    """Says of a key of a new story that it was made here, for its form."""
    return _seal("articles.desk.new", translation_key)


def _seal(salt: str, value: str) -> str:
    return salted_hmac(salt, value, algorithm="sha256").hexdigest()


def others_in_words(others: Sequence[Somebody]) -> str:
    """One sentence; empty when nobody else is here."""
    parts = []
    for one in others:
        name = _("you, in another tab") if one.is_self else one.name
        said = _("%(name)s – unsaved changes") if one.has_unsaved else "%(name)s"
        parts.append(said % {"name": name})
    return _("Also here: %(people)s") % {"people": ", ".join(parts)} if parts else ""


def who_is_in_it(story: Story) -> str:
    """For a list that has fetched ``presence.who_is_in``."""
    rows = [(one.name, " · " + _("unsaved changes") if one.has_unsaved else "")
            for one in people(getattr(story, "here", ()))]  # fmt: skip
    return format_html_join(" ", '<span class="desk-here">{}{}</span>', rows)
