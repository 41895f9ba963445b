"""Any edge that takes purges over HTTP: a CDN's own address, or a small adapter before it."""

from __future__ import annotations

import json
from collections.abc import Collection

from articles.caching.backends.asking import ask

# What CDNs take in one request (Fastly: 256 keys).
MOST = 200


class HttpEdge:
    """POST with the tags in ``Surrogate-Key`` and, for those who read bodies, as JSON.

    A soft purge says so by ``Fastly-Soft-Purge: 1`` and ``"hard": false``.
    """

    def __init__(self, url: str, token: str = "") -> None:
        self.url, self.token = url, token

    def purge(self, tags: Collection[str], *, hard: bool, position: int = 0) -> None:
        listed = sorted(tags)
        for start in range(0, len(listed), MOST):
            self._send(listed[start : start + MOST], hard, position)

    def _send(self, tags: list[str], hard: bool, position: int) -> None:
        headers = {"Content-Type": "application/json", "Surrogate-Key": " ".join(tags)}
        if not hard:
            headers["Fastly-Soft-Purge"] = "1"
        if self.token:
            headers |= {"Authorization": f"Bearer {self.token}", "Fastly-Key": self.token}
        body = {"tags": tags, "hard": hard, "position": position}
        ask("POST", self.url, headers, json.dumps(body).encode())
