"""From a kept page to an answer, and from an application's answer to a page that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from articles.caching.encodings import BROTLI, GZIP, IDENTITY, SUFFIX, chosen, encoded
from articles.caching.note import Note
from articles.caching.ready import Headers, Whole
from articles.caching.store import Entry

KEPT = ("200 ", "410 ", "451 ")
# Of this answer alone; an encoded copy has its own.
_OWN = {"content-length", "etag", "content-encoding"}


@dataclass(frozen=True)
class Answer:
    status: str
    headers: Headers
    body: bytes

    @property
    def is_failure(self) -> bool:
        return self.status.startswith("5")

    def send(self, start_response: Callable[..., Any], environ: dict[str, Any]) -> Iterable[bytes]:
        start_response(self.status, list(self.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def entry(self, note: Note) -> Entry | None:
        """None for what may not be kept: no tags, a cookie, a page by session, an odd status.

        ``no-store`` binds the reader's device, where a kept page may be evidence; not us.
        """
        names = {name.lower(): value for name, value in self.headers}
        if not (note.tags and self.status.startswith(KEPT) and "etag" in names):
            return None
        if "set-cookie" in names or "cookie" in names.get("vary", "").lower():
            return None
        return Entry(
            status=self.status,
            headers=tuple((n, v) for n, v in self.headers if n.lower() not in _OWN),
            etag=names["etag"].strip('"'),
            bodies=encoded(self.body),
            tags=frozenset(note.tags),
            fresh_until=note.fresh_until,
            dead_at=note.dead_at,
        )


def capture(application: Callable[..., Iterable[bytes]], environ: dict[str, Any]) -> Answer:
    """The whole answer to a GET, whatever was asked: a HEAD and a 304 are made from the page."""
    said: dict[str, Any] = {}

    def start_response(status: str, headers: list[tuple[str, str]], _exc: Any = None) -> None:
        said["status"], said["headers"] = status, tuple(headers)

    method, match = environ["REQUEST_METHOD"], environ.pop("HTTP_IF_NONE_MATCH", None)
    since = environ.pop("HTTP_IF_MODIFIED_SINCE", None)
    environ["REQUEST_METHOD"] = "GET"
    result = application(environ, start_response)
    try:
        body = b"".join(result)
    finally:
        if hasattr(result, "close"):
            result.close()
        environ["REQUEST_METHOD"] = method
        environ.update(
            {
                name: value
                for name, value in (
                    ("HTTP_IF_NONE_MATCH", match),
                    ("HTTP_IF_MODIFIED_SINCE", since),
                )
                if value is not None
            }
        )
    return Answer(said["status"], said["headers"], body)


def answer(
    entry: Entry, environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    """In the best coding that the reader takes; 304 when the reader has it already."""
    coding = chosen(environ.get("HTTP_ACCEPT_ENCODING", ""))
    match = environ.get("HTTP_IF_NONE_MATCH")
    if match and entry.status.startswith("200") and _matches(match, entry.etag):
        etag = f'"{entry.etag}{SUFFIX[coding]}"'
        start_response("304 Not Modified", [*entry.headers, ("ETag", etag)])
        return []
    status, headers, body = whole_answer(entry, coding)
    start_response(status, headers.copy())
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def whole_answer(entry: Entry, coding: str) -> Whole:
    """Status, headers and bytes in ``coding``, put together once."""
    answers = entry.ready.answers
    made = answers.get(coding)
    if made is None:
        body = entry.bodies[coding]
        own = [("ETag", f'"{entry.etag}{SUFFIX[coding]}"'), ("Content-Length", str(len(body)))]
        if coding != IDENTITY:
            own.append(("Content-Encoding", coding))
        made = answers[coding] = (entry.status, [*entry.headers, *own], body)
    return made


def _matches(match: str, etag: str) -> bool:
    """Weakly, and whichever coding the reader kept: the page is the same."""
    if match.strip() == "*":
        return True
    ours = {f'"{etag}{SUFFIX[coding]}"' for coding in (IDENTITY, GZIP, BROTLI)}
    return any(one.strip().removeprefix("W/") in ours for one in match[:1000].split(","))
