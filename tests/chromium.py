"""The machine's own Chromium, wherever its packager puts it."""

from __future__ import annotations

import shutil

# Root in a container has no user namespace for the sandbox; the rest keeps a closed network quiet.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return None
