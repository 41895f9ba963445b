"""A page of Wagtail to measure beside: what ``wagtail start`` makes, with its tutorial's blog post.

https://docs.wagtail.org/en/stable/getting_started/tutorial.html is where the models and templates
come from, shortened to what a post with one photograph needs.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".cache" / "wagtail" / "bin"
MODELS = """
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class BlogPage(Page):
    date = models.DateField("Post date")
    body = RichTextField(blank=True)
    image = models.ForeignKey("wagtailimages.Image", on_delete=models.CASCADE, related_name="+")
    content_panels = Page.content_panels + ["date", "body", "image"]
"""
TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags wagtailimages_tags %}
{% block body_class %}template-blogpage{% endblock %}
{% block content %}
    <h1>{{ page.title }}</h1>
    <p class="meta">{{ page.date }}</p>
    {% image page.image width-800 %}
    {{ page.body|richtext }}
    <p><a href="{{ page.get_parent.url }}">Return to blog</a></p>
{% endblock %}
"""
# As the tutorial has it for its pages; and compressed, as any server in front would.
SETTINGS = """
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
INSTALLED_APPS += ["blog"]
ALLOWED_HOSTS = ["*"]
"""
FILL = """
import datetime
from django.core.files.images import ImageFile
from wagtail.images.models import Image
from wagtail.models import Page, Site
from blog.models import BlogPage
from pathlib import Path
photo = ImageFile(Path("photo.jpg").open("rb"), "photo.jpg")
image = Image.objects.create(title="Photo", file=photo)
body = Path("body.html").read_text("utf-8")
page = BlogPage(title=Path("title.txt").read_text("utf-8"), slug="story", body=body, image=image,
                date=datetime.date.today())
Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
"""


@dataclass(frozen=True)
class Words:
    headline: str
    paragraphs: list[str]
    photo: bytes


@contextmanager
def wagtail(words: Words) -> Iterator[str]:
    """Served until the block ends; yields the address of the page."""
    with tempfile.TemporaryDirectory(prefix="newsroom-wagtail-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        _run(folder, str(BIN / "wagtail"), "start", "mysite", str(site))
        _write(site, words)
        for arguments in (
            ("makemigrations", "blog"), ("migrate", "-v0"), ("shell", "-v0", "-c", FILL)
        ):  # fmt: skip
            _run(site, str(BIN / "python"), "manage.py", *arguments)
        with _served(site) as address:
            yield f"{address}/story/"


def _write(site: Path, words: Words) -> None:
    blog = site / "blog"
    (blog / "templates" / "blog").mkdir(parents=True)
    (blog / "migrations").mkdir()
    for name in ("__init__.py", "migrations/__init__.py"):
        (blog / name).touch()
    (blog / "models.py").write_text(MODELS, "utf-8")
    (blog / "templates" / "blog" / "blog_page.html").write_text(TEMPLATE, "utf-8")
    settings = site / "mysite" / "settings" / "base.py"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    (site / "title.txt").write_text(words.headline, "utf-8")
    (site / "body.html").write_text("".join(f"<p>{one}</p>" for one in words.paragraphs), "utf-8")
    (site / "photo.jpg").write_bytes(words.photo)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [str(BIN / "python"), "manage.py", "runserver", "--noreload", "--insecure", address]
    with (site / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=site, env=_clean(), stdout=log, stderr=log)
        try:
            _wait(f"http://{address}/story/")
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str) -> None:
    """Until it answers, which also makes the picture's file."""
    for _try in range(300):
        try:
            urllib.request.urlopen(url, timeout=30).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"Wagtail does not answer at {url}.")


def _run(folder: Path | str, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, env=_clean(), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:3])}: {done.stderr[-800:]}")


def _clean() -> dict[str, str]:
    """Not a word of our own settings."""
    ours = ("DJANGO_SETTINGS_MODULE", "PYTHONPATH", "DATABASE_URL", "MEDIA_ROOT", "STATIC_ROOT")
    return {name: value for name, value in os.environ.items() if name not in ours}


def is_here() -> bool:
    return shutil.which(str(BIN / "wagtail")) is not None
