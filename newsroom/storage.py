"""Where files lie: in folders of this machine, or in two buckets of any S3-compatible storage.

Originals are private and are the default, so that no file is ever public by oversight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

Storages = dict[str, dict[str, Any]]
LOCAL, S3 = "local", "s3"
LOCAL_URL = "/media/"
# Where Debian's fonts-noto-core and fonts-noto-cjk put what they have.
NOTO_FOLDERS = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"]
BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


@dataclass(frozen=True)
class Buckets:
    """As the environment says; ``public_url`` is where readers fetch the public bucket's files."""

    private: str
    public: str
    public_url: str
    endpoint_url: str = ""
    region: str = ""
    access_key: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)


def media_of(kind: str, media_root: Path, buckets: Buckets) -> tuple[str, Storages]:
    """The address of public files, ending in a slash, and Django's storages by name.

    Raises ImproperlyConfigured with a sentence for whatever would be wrong only later.
    """
    if kind == LOCAL:
        if buckets.private or buckets.public or buckets.public_url:
            raise ImproperlyConfigured("S3_… is set, but MEDIA_STORAGE is local: set it to s3.")
        return LOCAL_URL, _folders(media_root)
    if kind != S3:
        raise ImproperlyConfigured(f"MEDIA_STORAGE must be local or s3 (not {kind!r})")
    _check(buckets)
    url = buckets.public_url.rstrip("/") + "/"
    return url, {"default": _bucket("PrivateBucket", buckets.private, buckets)} | {
        "public": _bucket("PublicBucket", buckets.public, buckets, public_url=url)
    }


def image_sources(media_url: str) -> list[str]:
    """Hosts beside our own from which readers' pages load pictures, for their policy."""
    parts = urlsplit(media_url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _folders(media_root: Path) -> Storages:
    return {
        "default": {
            "BACKEND": "newsroom.stores.PrivateFolder",
            "OPTIONS": {
                "location": media_root / "originals",
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        },
        "public": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": media_root / "public", "base_url": LOCAL_URL},
        },
    }


def _bucket(backend: str, name: str, buckets: Buckets, **options: str) -> dict[str, Any]:
    said = {
        "endpoint_url": buckets.endpoint_url,
        "region_name": buckets.region,
        "access_key": buckets.access_key,
        "secret_key": buckets.secret_key,
    }
    given = {option: value for option, value in said.items() if value}
    return {
        "BACKEND": f"newsroom.stores.{backend}",
        "OPTIONS": given | options | {"bucket_name": name},
    }


def _check(buckets: Buckets) -> None:
    for variable, name in (
        ("S3_PRIVATE_BUCKET", buckets.private),
        ("S3_PUBLIC_BUCKET", buckets.public),
    ):
        if not BUCKET.fullmatch(name):
            raise ImproperlyConfigured(f"{variable} must be the name of a bucket (not {name!r})")
    if buckets.private == buckets.public:
        raise ImproperlyConfigured(
            "S3_PRIVATE_BUCKET and S3_PUBLIC_BUCKET are the same: originals would be public."
        )
    _check_address("S3_PUBLIC_URL", buckets.public_url)
    if buckets.endpoint_url:
        _check_address("S3_ENDPOINT_URL", buckets.endpoint_url)
    if bool(buckets.access_key) != bool(buckets.secret_key):
        raise ImproperlyConfigured("S3_ACCESS_KEY and S3_SECRET_KEY are only good together.")


def _check_address(variable: str, url: str) -> None:
    if not re.fullmatch(r"https?://[^\s/?#@'\";,]+(/[^\s?#'\";,]*)?", url):
        raise ImproperlyConfigured(
            f"{variable} must be https://host or https://host/path (not {url!r})"
        )
