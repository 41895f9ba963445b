"""Settings come from the environment; nonsense stops the start with a sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(**environment):
    """Start Django with exactly these settings; returns what it says."""
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=clean | {"ENV_FILE": ""} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("TRUSTED_PROXIES", "10.0.0.0/99", "TRUSTED_PROXIES"),
        ("REGION_HEADER", "CF IPCountry", "REGION_HEADER must be one header name"),
        ("REGION_HEADER", "X-Forwarded-For", "names an address, not a place"),
        ("REGION_HEADER", "CF-IPCountry,CF-Connecting-IP", "names an address, not a place"),
        ("GEOIP_DATABASE", "/nowhere/city.mmdb", "newsroom.E010"),
        ("EDGE", "squid http://127.0.0.1", "EDGE must be"),
        ("EDGE", "http://127.0.0.1:6081", "EDGE must be"),
        ("EDGE", "varnish http://user:word@127.0.0.1", "EDGE must be"),
        ("EDGE", "varnish http://127.0.0.1:6081,nonsense", "EDGE must be"),
        ("DATABASE_URL", "mysql://u@h/db", "DATABASE_URL must be"),
        ("CONN_MAX_AGE", "soon", "CONN_MAX_AGE"),
        ("MEDIA_STORAGE", "ftp", "MEDIA_STORAGE must be local or s3"),
        ("MEDIA_STORAGE", "s3", "S3_PRIVATE_BUCKET must be the name of a bucket"),
        ("S3_PUBLIC_BUCKET", "pictures", "MEDIA_STORAGE is local"),
    ],
)
def test_nonsense_stops_the_start(variable, value, sentence):
    done = start(SECRET_KEY="key", **{variable: value})
    assert done.returncode != 0
    assert sentence in done.stderr or value in done.stderr


BUCKETS = {
    "MEDIA_STORAGE": "s3", "S3_PRIVATE_BUCKET": "originals", "S3_PUBLIC_BUCKET": "pictures",
    "S3_PUBLIC_URL": "https://pictures.example.org",
}  # fmt: skip


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("S3_PUBLIC_BUCKET", "originals", "originals would be public"),
        ("S3_PUBLIC_BUCKET", "Pictures!", "S3_PUBLIC_BUCKET must be the name of a bucket"),
        ("S3_PUBLIC_URL", "", "S3_PUBLIC_URL must be https://"),
        ("S3_PUBLIC_URL", "pictures.example.org", "S3_PUBLIC_URL must be https://"),
        ("S3_PUBLIC_URL", "https://a.example; script-src *", "S3_PUBLIC_URL must be https://"),
        ("S3_ENDPOINT_URL", "storage", "S3_ENDPOINT_URL must be https://"),
        ("S3_ACCESS_KEY", "somebody", "only good together"),
    ],
)
def test_buckets_that_could_not_work_stop_the_start(variable, value, sentence):
    done = start(SECRET_KEY="key", **(BUCKETS | {variable: value}))
    assert done.returncode != 0
    assert sentence in done.stderr


def test_two_buckets_are_enough_and_plain_pictures_beside_tls_are_warned_of():
    done = start(SECRET_KEY="key", HTTPS="1", **BUCKETS)
    assert done.returncode == 0
    assert "newsroom.W030" not in done.stderr
    plain = BUCKETS | {"S3_PUBLIC_URL": "http://pictures.example.org", "HTTPS": "1"}
    assert "newsroom.W030" in start(SECRET_KEY="key", **plain).stderr


def test_the_default_key_is_refused():
    done = start()
    assert done.returncode != 0
    assert "newsroom.E001" in done.stderr


def test_a_server_does_not_start_on_the_default_key():
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", "import newsroom.wsgi"],
        cwd=ROOT,
        env=clean | {"ENV_FILE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "newsroom.E001" in done.stderr


def test_a_region_header_without_trusted_proxies_is_warned_of():
    assert "newsroom.W001" in start(SECRET_KEY="key", REGION_HEADER="CF-IPCountry").stderr


def test_slow_requests_that_could_take_every_thread_stop_the_start():
    done = start(SECRET_KEY="key", GRANIAN_BLOCKING_THREADS="24")
    assert done.returncode != 0
    assert "newsroom.E020" in done.stderr
    assert "are 24 together, but the server has 24 threads" in done.stderr
    assert start(SECRET_KEY="key", GRANIAN_BLOCKING_THREADS="25").returncode == 0
    without = start(SECRET_KEY="key", GRANIAN_BLOCKING_THREADS="2", PAGE_CACHE_BYTES="0")
    assert without.returncode == 0


def test_an_edge_that_cannot_tell_zones_apart_stops_the_start():
    done = start(SECRET_KEY="key", EDGE="varnish http://127.0.0.1:6081")
    assert done.returncode != 0
    assert "newsroom.E030" in done.stderr
    assert "must not cache pages" in done.stderr


def test_an_edge_that_learns_nothing_by_place_is_warned_of():
    edge = {"EDGE": "http https://cdn.example/purge", "TRUSTED_PROXIES": "10.0.0.1/32"}
    assert "newsroom.W020" in start(SECRET_KEY="key", **edge).stderr
    assert start(SECRET_KEY="key", REGION_HEADER="Noticeplace", **edge).returncode == 0
    assert start(SECRET_KEY="key", EDGE="none").returncode == 0


def test_a_server_does_not_start_on_an_address_database_that_cannot_be_read(tmp_path):
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    bad = tmp_path / "city.mmdb"
    bad.write_text("no database")
    done = subprocess.run(
        [sys.executable, "-c", "import newsroom.wsgi"],
        cwd=ROOT,
        env=clean | {"ENV_FILE": "", "SECRET_KEY": "key", "GEOIP_DATABASE": str(bad)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "newsroom.E010" in done.stderr


def test_the_demonstration_on_a_public_name_is_warned_of():
    assert "newsroom.W002" in start(SECRET_KEY="k", DEMO="1", ALLOWED_HOSTS="example.org").stderr


def test_the_table_of_settings_is_that_of_the_code():
    code = (ROOT / "newsroom" / "settings.py").read_text("utf-8")
    table = (ROOT / "docs" / "settings.md").read_text("utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', code)) | {"ENV_FILE"}
    assert set(re.findall(r"^\| `([A-Z0-9_]+)` \|", table, re.MULTILINE)) == read


def test_the_table_of_checks_is_that_of_the_code():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "articles/checks").glob("*.py"))
    table = (ROOT / "docs" / "settings.md").read_text("utf-8")
    known = set(re.findall(r'id="(newsroom\.[EW]\d+)"', code))
    assert set(re.findall(r"^\| `(newsroom\.[EW]\d+)` \|", table, re.MULTILINE)) == known
