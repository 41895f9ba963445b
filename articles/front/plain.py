"""Pages that need neither database nor law: something broke, or too many read at once."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import (
    check_for_language,
    get_language_bidi,
    gettext,
    override,
)

from articles.caching.answering import Answer
from articles.caching.pagecache import BUSY

AGAIN = 3  # seconds until the page asks again by itself
CSS = (
    "body{margin:0;font:1.125rem/1.5 system-ui,sans-serif}"
    "main{max-width:32rem;margin:0 auto;padding:18vh 1.25rem}"
    "h1{font-size:1.5rem;line-height:1.25}"
)
CSP_HASH = f"'sha256-{b64encode(sha256(CSS.encode()).digest()).decode()}'"
_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", f"default-src 'none'; style-src {CSP_HASH}"),
    ("X-Content-Type-Options", "nosniff"),
)


def language_of(path: str) -> str:
    """By the first part of the path, as far as that can be told without asking anybody."""
    first = path.strip("/").partition("/")[0]
    return first if first.isascii() and check_for_language(first) else "en"


@lru_cache(maxsize=64)
def broken(language: str) -> str:
    with override(language):
        heading = gettext("Something went wrong. Please try again.")
        return _page(language, heading, link=gettext("Go to the front page"))


@lru_cache(maxsize=64)
def busy(language: str, *, is_form: bool = False) -> str:
    """A form is not sent a second time by itself: whoever sent it goes back to it."""
    with override(language):
        heading = gettext("Very many people are reading just now")
        if is_form:
            return _page(language, heading)
        text = gettext("This page tries again by itself in a few seconds.")
        return _page(language, heading, text=text, again=AGAIN)


def answer_when_busy(environ: dict[str, Any]) -> Answer:
    """What the page cache says when every place for slow requests is taken."""
    is_form = environ["REQUEST_METHOD"] not in ("GET", "HEAD")
    body = busy(language_of(environ["PATH_INFO"]), is_form=is_form).encode()
    return replace(
        BUSY, headers=(*BUSY.headers, *_HEADERS, ("Content-Length", str(len(body)))), body=body
    )


def _page(language: str, heading: str, **more: str | int) -> str:
    direction = "rtl" if get_language_bidi() else "ltr"
    css = mark_safe(CSS)  # noqa: S308  our own constant
    said = {"language": language, "direction": direction, "heading": heading, "css": css}
    return render_to_string("front/plain.html", said | more)
