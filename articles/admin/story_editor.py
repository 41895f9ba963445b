"""The editor of a story's text: CKEditor with our plugins, in the language of the service."""

from __future__ import annotations

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django.forms import Script, Textarea, Widget
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import LanguageService
from articles.text.embeds import providers_by_host
from articles.text.typography import for_editor
from articles.vocabularies import Direction

PLUGINS = ("newsphoto", "newsboxes", "newslinks", "newstyping", "newspaste")
# What the page's own sheet is made of, so that a text looks as readers will see it.
STYLES = ("foundation", "story", "figure", "pull_quote", "embed", "related", "fact_box")
SCRIPTS = [
    Script(f"articles/desk/{name}.js", type="module")
    for name in ("story_editor", "story_keys", "comment_marks")
]


def story_editor(service: LanguageService | None) -> CKEditorWidget:
    widget = CKEditorWidget(
        external_plugin_resources=[
            (name, static(f"articles/desk/ckeditor/{name}/"), "plugin.js") for name in PLUGINS
        ]
    )
    widget.config |= {
        "contentsCss": [
            *(static(f"articles/front/components/{name}.css") for name in STYLES),
            static("articles/desk/ckeditor/contents.css"),
        ],
        "language": get_language() or "en",
        "defaultLanguage": "en",  # where CKEditor has no words in that of the desk
        "title": _("Text of the story"),
        "contentsLanguage": service.language if service else "",
        "contentsLangDirection": service.direction if service else Direction.LTR.value,
        "newsroom": _known(service),
    }
    return widget


def _known(service: LanguageService | None) -> dict[str, Any]:
    """What our plugins have to know, beside what CKEditor does."""
    return for_editor(service.language if service else "en") | {
        "service": service.pk if service else 0,
        "providers": providers_by_host(),
        "related": reverse("admin:story_related"),
    }


def typed_in(widget: Widget, service: LanguageService | None) -> None:
    """A field of the story's own words: its language checks the spelling, its marks are typed."""
    direction = service.direction if service else "auto"
    widget.attrs |= {"dir": direction, "spellcheck": "true", "data-typed": ""}
    if service:
        widget.attrs["lang"] = service.language


def headline_area(limit: int) -> Textarea:
    """``limit``: how many characters cards have room for."""
    attrs = {"rows": 1, "class": "headline", "autofocus": True, "data-cards": limit}
    return Textarea(attrs=attrs)
