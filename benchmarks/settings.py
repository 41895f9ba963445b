"""The product's settings on a database of the benchmark's own, with a constant view beside."""

import os
import tempfile
from pathlib import Path

WORKSHOP = Path(os.environ.setdefault("BENCH_WORKSHOP", tempfile.mkdtemp(prefix="newsroom-bench-")))
os.environ["ENV_FILE"] = ""
os.environ.setdefault("SECRET_KEY", "a key for the benchmark alone")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{WORKSHOP}/bench.sqlite3")
os.environ.setdefault("MEDIA_ROOT", str(WORKSHOP / "media"))
os.environ.setdefault("STATIC_ROOT", str(WORKSHOP / "static"))
# This machine is the edge that says where a reader is.
os.environ.setdefault("TRUSTED_PROXIES", "127.0.0.1/32")
os.environ.setdefault("REGION_HEADER", "Region")

from newsroom.settings import *
from newsroom.settings import MIDDLEWARE

MIDDLEWARE = [
    "benchmarks.counting.CountRenderings", "benchmarks.counting.print_anew", *MIDDLEWARE,
]  # fmt: skip
ROOT_URLCONF = "benchmarks.urls"
