"""The product's settings with what a test run may not share: files, keys, speed of hashing."""

import os
import tempfile

os.environ["ENV_FILE"] = ""  # the demo's .env is not ours
os.environ.setdefault("SECRET_KEY", "a key for the tests alone")
os.environ.setdefault("MEDIA_ROOT", tempfile.mkdtemp(prefix="newsroom-media-"))
os.environ.setdefault("STATIC_ROOT", tempfile.mkdtemp(prefix="newsroom-static-"))

from newsroom.settings import *

# Argon2 is slow on purpose; the tests log in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in production: threads and the WAL cannot be tried in memory.
    DATABASES["default"]["TEST"] = {
        "NAME": tempfile.mkdtemp(prefix="newsroom-db-") + "/test.sqlite3"
    }
