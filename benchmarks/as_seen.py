"""The demonstration's stories as readers of a production site are served them.

No bar of places, no ``noindex``; what an edge does is left out: nothing is faster than it is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.screenshots import environment_in, serving

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")


@contextmanager
def as_seen() -> Iterator[str]:
    """Loads the demonstration into a folder of its own, ends it, and serves what it left."""
    from benchmarks.server import running  # reads the settings, which the line above names

    with tempfile.TemporaryDirectory(prefix="newsroom-seen-") as folder:
        environment = environment_in(folder)
        with serving(environment):
            pass
        with running(**environment | {"DEMO": "0"}) as server:
            yield f"http://127.0.0.1:{server.port}"
