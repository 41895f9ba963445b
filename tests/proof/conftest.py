"""Notices in force, stories on air, and a way to read the manifest against the grain."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models

from articles.models import LegalNotice, NoticeManifest, NoticeTarget, NoticeText
from articles.pages import standing
from articles.publishing.notices import approve, propose

FIELDS = {"kind": "reader_warning", "placements": ["article_foot"], "reach": "matched_or_unknown"}


@pytest.fixture
def write_notice(cast, english, now) -> Callable[..., LegalNotice]:
    """A draft: ``write_notice("slug", targets=[("region", "RU")], kind=…)``."""

    def make(slug="warning", *, targets=(), **fields):
        notice = LegalNotice.objects.create(
            slug=slug, **{"starts_at": now - timedelta(days=1)} | FIELDS | fields
        )
        NoticeText.objects.create(
            notice=notice, language="en", title=f"Notice {slug}", body="<p>Be careful.</p>",
            is_default=True,
        )  # fmt: skip
        for dimension, value in targets:
            NoticeTarget.objects.create(notice=notice, dimension=dimension, value=value)
        return notice

    return make


@pytest.fixture
def enforce(cast, now, write_notice) -> Callable[..., LegalNotice]:
    """A notice in force since ``at``."""

    def make(slug="warning", *, at: datetime = now, **fields):
        notice = write_notice(slug, **fields)
        version = propose(notice, actor=cast.legal_officer, now=at)
        approve(version, actor=cast.second_legal_officer, now=at)
        standing.forget()
        return notice

    return make


@pytest.fixture
def tamper() -> Callable[..., None]:
    """Change rows behind the product's back, as somebody with the database's password could."""

    def change(model, where, **fields):
        assert models.QuerySet(model).filter(**where).update(**fields)

    return change


@pytest.fixture
def run() -> Callable[..., tuple[int, str]]:
    """A command's exit status and what it says, on stdout or as its complaint."""

    def call(name, **options):
        out = StringIO()
        try:
            call_command(name, stdout=out, **options)
        except CommandError as error:
            return error.returncode, out.getvalue() + str(error)
        return 0, out.getvalue()

    return call


@pytest.fixture
def asked(run) -> Callable[..., dict]:
    """The answer of ``notices_at --json``."""

    def ask(**options):
        code, said = run("notices_at", json=True, **options)
        assert code == 0, said
        return json.loads(said)

    return ask


@pytest.fixture
def newest_entry() -> Callable[[], NoticeManifest]:
    return lambda: NoticeManifest.objects.order_by("-number")[0]
