"""The kinds of storage: private ones have no address, a public bucket's files may be kept for ever.

Neither bucket sets an access list on a file: the private bucket stays closed, the public one is
opened as a whole, by its policy or by the CDN in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

FOR_EVER = "public, max-age=31536000, immutable"  # names carry their content's hash
# By ourselves: what a machine's own tables know of AVIF differs.
CONTENT_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg"}
NO_ADDRESS = "Originals are private: no address leads to them."
CLIENT = Config(
    signature_version="s3v4",
    connect_timeout=3,
    read_timeout=20,
    retries={"max_attempts": 3, "mode": "standard"},
    # Storage that only resembles Amazon's refuses checksums that it does not know.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class PrivateFolder(FileSystemStorage):
    def url(self, name: str | None) -> str:
        """Raises ValueError, always."""
        raise ValueError(NO_ADDRESS)


class _Bucket(S3Storage):  # type: ignore[misc]  # it has no types
    """Fails as a folder does: with OSError, which the verbs know how to tell of."""

    client_config = CLIENT
    default_acl = None
    querystring_auth = False
    location = ""

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        """The whole file at once: whoever opens one reads it all."""
        with _as_os_errors():
            return ContentFile(super()._open(name, mode).read(), name=name)

    def _save(self, name: str, content: Any) -> str:
        with _as_os_errors():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        with _as_os_errors():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        with _as_os_errors():
            super().delete(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        with _as_os_errors():
            folders, files = super().listdir(path)
            return folders, files

    def get_modified_time(self, name: str) -> datetime:
        with _as_os_errors():
            found: datetime = super().get_modified_time(name)
            return found


class PrivateBucket(_Bucket):
    file_overwrite = False

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return {"CacheControl": "private, no-store"}

    def url(self, name: str, *_args: Any, **_kwargs: Any) -> str:
        """Raises ValueError, always: not even a signed address is made."""
        raise ValueError(NO_ADDRESS)


class PublicBucket(_Bucket):
    file_overwrite = True  # the same name is the same content

    def __init__(self, *, public_url: str, **options: Any) -> None:
        self.public_url = public_url
        super().__init__(**options)

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        kind = CONTENT_TYPES.get(PurePosixPath(name).suffix)
        return {"CacheControl": FOR_EVER} | ({"ContentType": kind} if kind else {})

    def url(self, name: str, *_args: Any, **_kwargs: Any) -> str:
        return self.public_url + filepath_to_uri(name)


@contextmanager
def _as_os_errors() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OSError(f"The storage refused or did not answer: {error}") from error
