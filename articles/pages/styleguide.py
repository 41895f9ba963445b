"""The style guide, under DEBUG alone: every component as readers get it, in both directions.

It walks the folder of the components, so that a new one stands in it from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.byline import BylinePart
from articles.pages.frame import build_frame
from articles.pages.live_shapes import Entry, KeyEvent
from articles.pages.moments import moment_of
from articles.pages.reader import Reader
from articles.pages.shapes import Card, Figure, Frame, Link, Notice, Share, Strip
from articles.pages.story_shapes import Correction, Publisher

FOLDER = Path(settings.BASE_DIR) / "templates" / "components"
WORDS = {
    "ltr": ("The river rises again", "Two towns wait for the water.", "Mara Ellery"),
    "rtl": ("رود دوباره بالا می‌آید", "دو شهر چشم‌به‌راه آب‌اند.", "مارا الری"),
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    name: str
    html: SafeString


@dataclass(frozen=True)
class Column:
    """All components in the language of one service."""

    service: LanguageService
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class StyleGuidePage:
    frame: Frame
    columns: tuple[Column, ...]


def build_style_guide(reader: Reader) -> StyleGuidePage:
    services = list(reader.standing.services.values())
    both = [
        next((one for one in services if one.direction == direction), None) for direction in WORDS
    ]
    shown = [one for one in both if one]
    columns = tuple(Column(one, tuple(_examples(one, reader))) for one in shown)
    return StyleGuidePage(_frame(shown[0], reader), columns)


def _frame(service: LanguageService, reader: Reader) -> Frame:
    scripts = frozenset(one.script for one in reader.standing.services.values())
    about = About(
        kind="styleguide", title="Style guide", path="/styleguide/", canonical=False, noindex=True,
        scripts=scripts,
    )  # fmt: skip
    return build_frame(service, reader, about)


def _examples(service: LanguageService, reader: Reader) -> Iterator[Example]:
    with override(service.language):
        context = _context(service, reader)
        for path in sorted(FOLDER.glob("*.html")):
            html = get_template(f"components/{path.name}").render(context)
            yield Example(path.stem, mark_safe(html))  # noqa: S308  our own templates


def _context(service: LanguageService, reader: Reader) -> dict[str, Any]:
    headline, standfirst, name = WORDS[service.direction]
    moment, figure = moment_of(reader.now, service), _figure(standfirst, name)
    link = Link(headline, "#", current=True)
    correction = Correction(headline, moment, standfirst)
    notice = Notice(
        slug="sample", kind="reader_warning", title=headline,
        body=mark_safe(f"<p>{standfirst}</p>"),  # noqa: S308  ours
        link=link, language=service.language, direction=service.direction, scale="1",
        verbatim=False, prominent=True, heading_id="sample",
    )  # fmt: skip
    page = SimpleNamespace(
        frame=_frame(service, reader), corrections=[correction], changes=[correction],
        gallery=[figure], notices_share=[], share=Share("https://example.org/a", "mailto:"),
        archive_note=standfirst,
    )  # fmt: skip
    card = Card(
        url="#", headline=headline, standfirst=standfirst, kicker=name, label="", moment=moment,
        figure=figure, breaking=True, breaking_label=headline, language=service.language,
        direction=service.direction, dateline=name, shape="compact",
    )  # fmt: skip
    html = mark_safe(f"<p>{standfirst}</p>")  # noqa: S308  ours
    part = SimpleNamespace(
        html=html, source=name, title=headline, url="https://example.org/a", provider="Telegram",
        link=link, heading_id=f"facts-{service.slug}",
    )  # fmt: skip
    entry = Entry(
        1, "", "", "#", moment.iso, "14:05", moment.text, headline=headline, html=html, credit=name
    )
    event = KeyEvent(1, headline, "#", moment.iso, "14:05", moment.text)
    return {
        "page": page, "card": card, "figure": figure, "notice": notice, "notices": [notice],
        "correction": correction, "links": [link], "level": 3, "part": part, "entry": entry,
        "coverage": SimpleNamespace(key_events=[event]),
        "result": SimpleNamespace(headline=headline, text=standfirst),
        "strip": Strip(name, headline, "#", moment, reader.now),
        "byline": [BylinePart(name, "#")], "topics": [link], "more": [link],
        "publisher": Publisher(name, standfirst, None),
        "published": moment, "revised": moment, "dateline": name,
    }  # fmt: skip


def _figure(words: str, credit: str) -> Figure:
    """The mark of the house stands for a photograph."""
    return Figure(
        photo=0, caption=words, credit=credit, alt=words, width=320, height=213,
        src=f"{settings.STATIC_URL}articles/front/mark.svg", looks="sand",
    )  # fmt: skip
