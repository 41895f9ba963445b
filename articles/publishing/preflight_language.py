"""Whether a text is in the language of its service: a question, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Story
from articles.publishing.refusals import Problem
from articles.text import body
from articles.text.language import seems_another

SCRIPTS = {
    "Latn": gettext_lazy("Latin"),
    "Cyrl": gettext_lazy("Cyrillic"),
    "Arab": gettext_lazy("Arabic"),
    "Geor": gettext_lazy("Georgian"),
    "Armn": gettext_lazy("Armenian"),
}


def language_problems(story: Story) -> Iterator[Problem]:
    service = story.service
    text = f"{story.headline} {story.standfirst} {body.plain_text(story.body)}"
    found = seems_another(text, service.language, service.script)
    if not found:
        return
    said = {"language": _language(service.language), "found": _found(found)}
    if len(found) == 4:
        words = _("The text is in %(found)s letters; this service writes %(language)s.")
    else:
        words = _("The text looks like %(found)s; this service writes %(language)s.")
    yield Problem("language", "body", words % said, blocks=False)


def _found(found: str) -> str:
    return str(SCRIPTS.get(found, found)) if len(found) == 4 else _language(found)


def _language(tag: str) -> str:
    try:
        return str(Locale.parse(tag, sep="-").get_display_name(get_language() or "en") or tag)
    except (UnknownLocaleError, ValueError):
        return tag
