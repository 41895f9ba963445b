"""The edge keeps photos' files for everybody, until one is withdrawn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.caching import tags
from articles.caching.backends.varnish import Varnish
from tests.edge.servers import SITE, Edge, Server, _varnish, free_port

NAME, OTHER = "ab/0123456789abcd.jpg", "ab/fedcba9876543210.webp"
# What a web server with the public folder mounted answers.
FILES = """
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

class Files(SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

handler = lambda *args: Files(*args, directory=sys.argv[2])
ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "site/media"
    for name in (NAME, OTHER):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"picture")
    (tmp_path / "site/healthz").write_text("ok")
    return folder


@pytest.fixture
def file_edge(files: Path, tmp_path: Path) -> Iterator[Edge]:
    port = free_port()
    origin = Server(port, [sys.executable, "-c", FILES, str(port), str(files.parent)])
    tmp_path.chmod(0o755)
    (tmp_path / "site.vcl").write_text(SITE.format(origin=port))
    edge = Edge(_varnish(tmp_path), origin)
    try:
        origin.start()
        edge.varnish.start()
        yield edge
    finally:
        edge.varnish.stop()
        origin.stop()


def test_a_withdrawn_file_leaves_the_edge_and_another_stays(file_edge, files):
    for name in (NAME, OTHER):
        assert file_edge.get(f"/media/{name}").status == 200
        (files / name).unlink()
    assert file_edge.get(f"/media/{NAME}").status == 200  # kept, though it is gone

    purge = Varnish(file_edge.name.partition(" ")[2]).purge
    purge({tags.file(NAME)}, hard=True)
    assert file_edge.get(f"/media/{NAME}").status == 404
    assert file_edge.get(f"/media/{OTHER}").status == 200
    assert "xkey" not in file_edge.get(f"/media/{OTHER}").headers
