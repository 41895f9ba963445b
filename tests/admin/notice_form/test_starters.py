"""A new notice begins with a starter."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles.models import LegalNotice
from articles.publishing.starters import STARTERS


def test_adding_begins_with_the_starters(desk):
    page = desk.get(reverse("admin:articles_legalnotice_add")).content.decode()
    for starter in STARTERS:
        assert f'href="?starter={starter.key}"' in page
        assert starter.about in page or "’" in starter.about
    assert 'href="?starter=nothing"' in page


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: one.key)
def test_a_starter_fills_in_the_form(starter, desk):
    response = desk.get(f"/admin/articles/legalnotice/add/?starter={starter.key}")
    form = response.context["adminform"].form
    for name, value in starter.fields.items():
        assert form.initial[name] == value, name
    assert form.initial["region"] == sorted(starter.targets["region"])
    rows = response.context["inline_admin_formsets"][0].formset
    titles = [row.initial.get("title") for row in rows.initial_forms + rows.extra_forms]
    ours = [text["title"] for text in starter.texts if text["language"] in {"en", "fa"}]
    assert titles == ours
    assert [row["default"].value() for row in rows.extra_forms] == [True]


def test_a_starter_without_a_language_of_ours_leaves_the_language_open(desk, english):
    english.language = "tt"
    english.save()
    response = desk.get(f"/admin/articles/legalnotice/add/?starter={STARTERS[0].key}")
    rows = response.context["inline_admin_formsets"][0].formset.extra_forms
    assert [(row.initial["language"], row.initial["default"]) for row in rows] == [("", True)]


def test_the_short_name_of_a_starter_makes_way(desk):
    LegalNotice.objects.create(
        slug="eea-privacy", kind="privacy", reach="matched", starts_at=datetime.now(UTC)
    )
    response = desk.get("/admin/articles/legalnotice/add/?starter=eea-privacy")
    assert response.context["adminform"].form.initial["slug"] == "eea-privacy-2"


def test_an_unknown_starter_is_not_found(desk):
    assert desk.get("/admin/articles/legalnotice/add/?starter=x").status_code == 404
