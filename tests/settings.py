"""The product's settings with what a test run may not share: files, keys, speed of hashing."""

import atexit
import os
import shutil
import tempfile

WORKSHOP = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, WORKSHOP, ignore_errors=True)
os.environ["ENV_FILE"] = ""  # the demo's .env is not ours
os.environ.setdefault("SECRET_KEY", "a key for the tests alone")
os.environ["MEDIA_ROOT"] = f"{WORKSHOP}/media"
os.environ["STATIC_ROOT"] = f"{WORKSHOP}/static"
os.makedirs(f"{WORKSHOP}/static")

from newsroom.settings import *

# Argon2 is slow on purpose; the tests log in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in production: threads and the WAL cannot be tried in memory.
    DATABASES["default"]["TEST"] = {"NAME": f"{WORKSHOP}/test.sqlite3"}

# What a process keeps must not outlive a test; tests/caching builds caches of its own.
PAGE_CACHE_BYTES = 0
