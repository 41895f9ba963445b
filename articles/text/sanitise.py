"""Clean what editors and imports supply, on the way in: bodies, notices, lines, plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import nh3

from articles.text import allowlist
from articles.text.characters import compose, drop_forbidden
from articles.text.direction import balance_bidi
from articles.text.plain import paragraphs_to_html, plain_text
from articles.text.shape import Shaper
from articles.text.tree import parse, serialise

_MAX_PASSES = 8
_INTAKE_TAGS = allowlist.BODY_TAGS | allowlist.DISSOLVED | frozenset(allowlist.RENAMED)
_NOTICE_SCHEMES = frozenset({"http", "https", "mailto"})
_SPACES = re.compile(r"[ \t\n]+")
_LOOSE_SPACES = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class _Policy:
    """`intake` reads tag soup, `shaper` gives it its shape, `strict` always has the last word."""

    intake: nh3.Cleaner
    shaper: Shaper
    strict: nh3.Cleaner

    def clean(self, html: str) -> str:
        cleaned = drop_forbidden(html)
        for _ in range(_MAX_PASSES):
            previous, cleaned = cleaned, self._once(cleaned)
            if cleaned == previous:
                return cleaned
        # Markup that reads differently each time it is read is an attack: only its words stay.
        return paragraphs_to_html(plain_text(cleaned))

    def _once(self, html: str) -> str:
        blocks = self.shaper.story(parse(self.intake.clean(html)))
        markup = (serialise([block]) for block in blocks)
        return self.strict.clean("\n".join(filter(None, markup)))


_BODY = _Policy(
    intake=allowlist.cleaner(_INTAKE_TAGS),
    shaper=Shaper(allowlist.BODY_TAGS),
    strict=allowlist.cleaner(allowlist.BODY_TAGS),
)
_NOTICE_ATTRIBUTES = {"a": frozenset({"href"})}
_NOTICE = _Policy(
    intake=allowlist.cleaner(
        _INTAKE_TAGS, schemes=_NOTICE_SCHEMES, relative=False, attributes=_NOTICE_ATTRIBUTES
    ),
    shaper=Shaper(allowlist.NOTICE_TAGS),
    strict=allowlist.cleaner(
        allowlist.NOTICE_TAGS,
        schemes=_NOTICE_SCHEMES,
        relative=False,
        attributes=_NOTICE_ATTRIBUTES,
    ),
)

_ENTRY = _Policy(
    intake=allowlist.cleaner(_INTAKE_TAGS, relative=False, attributes=_NOTICE_ATTRIBUTES),
    shaper=Shaper(allowlist.ENTRY_TAGS),
    strict=allowlist.cleaner(allowlist.ENTRY_TAGS, relative=False, attributes=_NOTICE_ATTRIBUTES),
)


def clean_body(html: str) -> str:
    """A story's body: allowed blocks, one to a line, photographs as top-level placeholders."""
    return _BODY.clean(html)


def clean_notice(html: str) -> str:
    """A legal notice's words: paragraphs, links and strong, nothing else."""
    return _NOTICE.clean(html)


def clean_entry(html: str) -> str:
    """An entry of live coverage: paragraphs, lists, quotations and links, nothing else."""
    return _ENTRY.clean(html)


def clean_line(text: str) -> str:
    """One line of plain text (headline, caption, name). Not HTML: "<" stays; templates escape."""
    line = _SPACES.sub(" ", drop_forbidden(text))
    return compose(_SPACES.sub(" ", balance_bidi(line)).strip())


def clean_text(text: str) -> str:
    """Plain text of several lines: at most one blank line together, no loose space at line ends."""
    balanced = balance_bidi(drop_forbidden(text))
    lines = (_LOOSE_SPACES.sub(" ", line).rstrip() for line in balanced.split("\n"))
    return compose(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip())
