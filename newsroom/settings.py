"""The one settings file: values come from the environment (or ``.env``), nonsense fails loudly.

The variables are described in docs/settings.md, which a test holds against this file.
"""

from __future__ import annotations

import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from newsroom import logins
from newsroom.database import options_of
from newsroom.editor import EDITOR, NOTICE_EDITOR
from newsroom.place import edges, networks, region_header
from newsroom.storage import NOTO_FOLDERS, Buckets, image_sources, media_of

BASE_DIR = Path(__file__).resolve().parent.parent
INSECURE_SECRET_KEY = "insecure-key-for-development-only"  # noqa: S105  refused by E001

env = environ.Env()
ENV_FILE = Path(os.environ.get("ENV_FILE", str(BASE_DIR / ".env")))
if ENV_FILE.is_file():
    env.read_env(ENV_FILE)

# -- What kind of installation this is -------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
# The demonstration: fictional newsroom, noindex, a bar to read as someone in another place.
DEMO = env.bool("DEMO", default=False)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
SECRET_KEY = env.str("SECRET_KEY", default=INSECURE_SECRET_KEY)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# -- Applications ----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "articles",
    "ckeditor",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    *logins.APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.front.policy.PolicyOfEveryAnswer",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "articles.admin.own_host.DeskOnItsOwnHost",
    "articles.front.own_domain.ServiceOnItsOwnDomain",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    *logins.MIDDLEWARE,
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# -- Database: SQLite by default, PostgreSQL by DATABASE_URL ---------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR}/db.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"].setdefault("OPTIONS", {}).update(options_of(DATABASES["default"]["ENGINE"]))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Files: originals are private and are the default; only renditions are public ------------------

MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL, _media = media_of(
    env.str("MEDIA_STORAGE", default="local"),
    MEDIA_ROOT,
    Buckets(
        private=env.str("S3_PRIVATE_BUCKET", default=""),
        public=env.str("S3_PUBLIC_BUCKET", default=""),
        public_url=env.str("S3_PUBLIC_URL", default=""),
        endpoint_url=env.str("S3_ENDPOINT_URL", default=""),
        region=env.str("S3_REGION", default=""),
        access_key=env.str("S3_ACCESS_KEY", default=""),
        secret_key=env.str("S3_SECRET_KEY", default=""),
    ),
)
# Folders of Noto fonts, in which share cards are set.
SHARE_CARD_FONTS = env.list("SHARE_CARD_FONTS", default=NOTO_FOLDERS)
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
# Hashed names and compressed files, once `STATIC_MANIFEST=1 manage.py collectstatic` has made them.
_COLLECTED = not DEBUG and env.bool(
    "STATIC_MANIFEST", default=(STATIC_ROOT / "staticfiles.json").is_file()
)
STORAGES = _media | {
    "staticfiles": {
        "BACKEND": "newsroom.light.LightFiles"
        if _COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
# Without a collected manifest (demo, development) files are served from where they lie.
WHITENOISE_USE_FINDERS = not _COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG
# Newspapers upload camera originals; intake refuses above 50 MB with a sentence of its own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a story with 500 photos has 14 for each

# -- Languages and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = ["newsroom.formats"]
# Direction comes from LanguageService; Django's own list says az is right-to-left (it is not).
LANGUAGES_BIDI = ["ar", "fa", "he", "ps", "ur", "ckb"]

# -- Where readers are: only trusted peers may say -------------------------------------------------

TRUSTED_PROXIES = networks(env.list("TRUSTED_PROXIES", default=[]))
REGION_HEADER = region_header(env.str("REGION_HEADER", default=""))
# Any .mmdb file; without one, the bundled data knows countries alone.
GEOIP_DATABASE = env.str("GEOIP_DATABASE", default="")

# -- The edge: a cache outside that keys pages by zone, and where it takes purges ------------------

EDGE = edges(env.list("EDGE", default=[]))
# For an edge of the kind “http”: what its purge address wants to see as proof.
EDGE_TOKEN = env.str("EDGE_TOKEN", default="")

# -- The page cache in front of Django -------------------------------------------------------------

# Bytes in each process; 0 turns it off.
PAGE_CACHE_BYTES = env.int("PAGE_CACHE_BYTES", default=256 * 1024 * 1024)
# How many pages may be made at once, how many readers may wait for one that is being made, and how
# many requests may be with Django beside the cache (the desk, forms, files): together fewer than
# the server's threads, so that a reader of a kept page always finds one.
PAGE_CACHE_RENDERINGS = env.int("PAGE_CACHE_RENDERINGS", default=4)
PAGE_CACHE_WAITING = env.int("PAGE_CACHE_WAITING", default=12)
PAGE_CACHE_BESIDE = env.int("PAGE_CACHE_BESIDE", default=8)
# granian reads the same variable; the check E020 compares.
WEB_THREADS = env.int("GRANIAN_BLOCKING_THREADS", default=32)
# As well; the check W021 counts connections.
WEB_PROCESSES = env.int("GRANIAN_WORKERS", default=1)
# Pages that processes of one server share; on a disk of this machine, never served.
PAGE_CACHE_FOLDER = Path(env.str("PAGE_CACHE_FOLDER", default=str(MEDIA_ROOT / "pages")))

# -- Safety ----------------------------------------------------------------------------------------

# Readers' pages: nothing runs; the inline sheet is allowed by its hash (pages/stylesheet.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF, *image_sources(MEDIA_URL)],
        "style-src": [NONE],
        "script-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CSRF_FAILURE_VIEW = "articles.admin.csrf.refused"  # a form with an old key: its words are kept
X_FRAME_OPTIONS = "DENY"
_BEHIND_TLS = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if _BEHIND_TLS else 0
SESSION_COOKIE_HTTPONLY = True

# -- Logins ----------------------------------------------------------------------------------------

vars().update(logins.LOGINS)
# Roles that see nothing of the desk before they have a second factor.
MFA_ROLES = logins.roles_named("MFA_ROLES", env.list("MFA_ROLES", default=[]))
SESSION_HOURS = logins.hours_by_role(env.dict("SESSION_HOURS", default={}))
SESSION_COOKIE_AGE = int(logins.DEFAULT_HOURS * 3600)
# Guesses at second factors are counted for all processes of a machine together.
FILES = "django.core.cache.backends.filebased.FileBasedCache"
CACHES = {"default": {"BACKEND": FILES, "LOCATION": str(MEDIA_ROOT / "attempts")}}
# The desk on a host of its own: elsewhere its addresses are not there.
ADMIN_HOST = env.str("ADMIN_HOST", default="")
# Where services without a domain of their own are at home: https://news.example.org
SITE_URL = env.str("SITE_URL", default="").rstrip("/")

# -- The editor: CKEditor 4 with only what a body may hold (docs/adr/0004) -------------------------

SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 is asked for; nh3 cleans every save, and the editor loads no plugin that
    # its advisories concern. See docs/adr/0004-ckeditor-4.md.
    "ckeditor.W001",
]
CKEDITOR_BASEPATH = "/static/ckeditor/ckeditor/"
CKEDITOR_CONFIGS = {"default": EDITOR, "notice": NOTICE_EDITOR}

# -- Mail, logs ------------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
# Whether staff are told by mail, too, what is announced to them at the desk.
ANNOUNCE_BY_MAIL = env.bool("ANNOUNCE_BY_MAIL", default=False)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="desk@localhost")
# The desk's own address, for links in mail: https://desk.example.org
DESK_URL = env.str("DESK_URL", default="").rstrip("/")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "articles": {"level": "INFO"},
        # Django's own handlers would mail a failed request with the reader's address in it.
        "django": {"handlers": [], "level": "WARNING"},
        # 404, 410 and 451 are answers, not events.
        "django.request": {"level": "ERROR"},
    },
}
