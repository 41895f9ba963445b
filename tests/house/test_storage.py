"""Originals in a closed bucket, renditions in an open one, by settings alone (a real S3 server)."""

from __future__ import annotations

import logging
import re
import urllib.error
import urllib.request
from pathlib import Path

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from articles.models import Photo, Rendition
from articles.publishing.actors import SYSTEM
from articles.publishing.download_original import download_original
from articles.publishing.kill_photo import kill_photo
from articles.publishing.publish import publish
from articles.publishing.refusals import WrongState
from newsroom.storage import Buckets, image_sources, media_of
from newsroom.stores import FOR_EVER, PrivateBucket
from tests.html import text_of

CDN = "https://pictures.example.org/"
KEYS = {"access_key": "reader", "secret_key": "writer", "region": "eu-central-1"}


@pytest.fixture(scope="module")
def server():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    started = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    started.start()
    host, port = started.get_host_and_port()
    yield f"http://{host}:{port}"
    started.stop()


@pytest.fixture
def s3(server):
    client = boto3.client(
        "s3", endpoint_url=server, aws_access_key_id="reader", aws_secret_access_key="writer",
        region_name="eu-central-1",
    )  # fmt: skip
    place = {"CreateBucketConfiguration": {"LocationConstraint": "eu-central-1"}}
    for bucket in ("originals", "pictures"):
        client.create_bucket(Bucket=bucket, **place)
    yield client
    for bucket in ("originals", "pictures"):
        for name in names(client, bucket):
            client.delete_object(Bucket=bucket, Key=name)
        client.delete_bucket(Bucket=bucket)


def names(client, bucket):
    return {row["Key"] for row in client.list_objects_v2(Bucket=bucket).get("Contents", [])}


@pytest.fixture
def buckets(s3, server, settings, monkeypatch):
    """As with MEDIA_STORAGE=s3 in the environment; fields have looked up their storage before."""
    said = Buckets("originals", "pictures", CDN, endpoint_url=server, **KEYS)
    settings.MEDIA_URL, media = media_of("s3", settings.MEDIA_ROOT, said)
    settings.STORAGES = settings.STORAGES | media
    monkeypatch.setattr(Photo._meta.get_field("original"), "storage", storages["default"])
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["public"])
    return s3


def test_originals_are_private_and_renditions_public_with_their_headers(buckets, photo):
    assert names(buckets, "originals") == {photo.original.name}
    shown = {rendition.file.name: rendition for rendition in photo.renditions.all()}
    assert set(shown) <= names(buckets, "pictures")
    for name, rendition in shown.items():
        head = buckets.head_object(Bucket="pictures", Key=name)
        assert head["CacheControl"] == FOR_EVER
        assert head["ContentType"] == f"image/{rendition.format}"
        assert head["ContentLength"] == rendition.byte_size
        assert rendition.file.url == CDN + name
    head = buckets.head_object(Bucket="originals", Key=photo.original.name)
    assert head["CacheControl"] == "private, no-store"


def test_no_file_is_opened_to_everybody_by_a_list_of_its_own(buckets, photo):
    everybody = "http://acs.amazonaws.com/groups/global/AllUsers"
    for bucket in ("originals", "pictures"):
        for name in names(buckets, bucket):
            grants = buckets.get_object_acl(Bucket=bucket, Key=name)["Grants"]
            assert everybody not in {grant["Grantee"].get("URI") for grant in grants}


def test_an_original_has_no_address_but_the_newsroom_can_read_it(buckets, photo, jpeg):
    with pytest.raises(ValueError, match="private"):
        photo.original.url  # noqa: B018
    with photo.original.open("rb") as original:
        assert original.read() == jpeg


def test_pages_name_the_public_address_and_allow_it(buckets, photo, story, client, now, settings):
    row = publish(story, actor=SYSTEM, now=now)
    pictures = {"img-src": ["'self'", *image_sources(settings.MEDIA_URL)]}
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | pictures
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy}
    page = client.get(f"/en/a/{row.slug}/{row.pk}.html")
    html = page.content.decode()
    sources = re.findall(r'<img src="([^"]+)"', html)
    assert sources
    assert all(source.startswith(CDN) for source in sources)
    assert f'content="{CDN}' in html
    assert "img-src 'self' https://pictures.example.org" in page["Content-Security-Policy"]
    assert "river rose" in text_of(html)


def test_what_is_taken_away_is_gone(buckets, photo):
    rendition = photo.renditions.first()
    rendition.file.storage.delete(rendition.file.name)
    assert rendition.file.name not in names(buckets, "pictures")
    rendition.file.storage.delete(rendition.file.name)  # twice is no error


def test_a_killed_photo_leaves_the_bucket_and_its_original_stays(
    buckets, photo, cast, now, django_capture_on_commit_callbacks
):
    shown = set(photo.renditions.values_list("file", flat=True))
    assert shown <= names(buckets, "pictures")
    with django_capture_on_commit_callbacks(execute=True):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason="A source is at risk")
    assert not shown & names(buckets, "pictures")
    assert names(buckets, "originals") == {photo.original.name}


def test_a_photo_editor_downloads_the_original(buckets, photo, cast, now, jpeg):
    assert download_original(photo, actor=cast.photo_editor, now=now).data == jpeg


def test_a_storage_that_is_away_is_told_as_a_lost_disk_is(buckets, photo, cast, now):
    buckets.delete_object(Bucket="originals", Key=photo.original.name)
    with pytest.raises(WrongState, match="cannot be read"):
        download_original(photo, actor=cast.photo_editor, now=now)
    nobody = media_of("s3", Path("/"), Buckets(
        "originals", "pictures", CDN, endpoint_url="http://127.0.0.1:1", **KEYS
    ))[1]["default"]["OPTIONS"]  # fmt: skip
    store = PrivateBucket(**nobody)
    for ask in (store.exists, store.open, store.delete, store.listdir, store.get_modified_time):
        with pytest.raises(OSError, match="did not answer"):
            ask("a.jpg")


def test_avif_has_its_type_whatever_the_machine_knows(buckets):
    for name, kind in (("a.avif", "image/avif"), ("a.webp", "image/webp"), ("a.jpg", "image/jpeg")):
        kept = storages["public"].save(name, ContentFile(b"picture"))
        assert buckets.head_object(Bucket="pictures", Key=kept)["ContentType"] == kind


def test_an_original_is_never_written_over(buckets):
    first = storages["default"].save("same.jpg", ContentFile(b"one"))
    second = storages["default"].save("same.jpg", ContentFile(b"two"))
    assert first != second
    assert storages["default"].open(first).read() == b"one"


def test_on_this_machine_an_original_has_no_address_either(photo):
    with pytest.raises(ValueError, match="private"):
        photo.original.url  # noqa: B018
    assert Path(photo.original.path).stat().st_mode & 0o777 == 0o600


def test_a_stranger_is_refused_an_original(server, buckets, photo):
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{server}/originals/{photo.original.name}")
