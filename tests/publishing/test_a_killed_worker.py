"""A worker that is killed in the middle of a batch: all is made in the end, no file is nobody's."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles.models import Photo, Rendition
from articles.models.photo import public_storage
from articles.publishing.complete_photo import TAKEN_FOR, complete_next
from articles.publishing.tidy_files import FOLDERS, tidy_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker(transactional_db):
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=ROOT,
        env=os.environ
        | {
            "ENV_FILE": "", "SECRET_KEY": "a key for the tests alone", "DATABASE_URL": _url(),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT), "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        },
    )  # fmt: skip
    yield process
    process.kill()
    process.wait()


def _url():
    """The tests' database, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def files():
    storage = public_storage()
    folders = storage.listdir("")[0]
    return {f"{folder}/{name}" for folder in folders for name in storage.listdir(folder)[1]}


def test_all_is_made_after_a_restart_and_nothing_is_left_over(make_photo, worker):
    for number in range(6):
        make_photo(number, renditions_due_at=timezone.now())
    unmade = Photo.objects.filter(renditions_due_at__isnull=False)
    end = time.monotonic() + 60
    while unmade.count() == 6:
        assert time.monotonic() < end, "the worker makes nothing"
        time.sleep(0.01)
    worker.kill()
    worker.wait()
    assert unmade.count() > 0

    later = timezone.now() + TAKEN_FOR + timedelta(seconds=1)
    while complete_next(later):
        pass
    assert not unmade.exists()
    named = set(Rendition.objects.values_list("file", flat=True))
    assert named <= files()
    for folder in range(FOLDERS):
        tidy_folder(f"{folder:02x}", later + timedelta(days=2))
    assert files() == named
