"""Who hears the desk instead of seeing it hears its icons in its language, too."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import LanguageService, StaffRole, StoryTemplate
from articles.vocabularies import Role

SAID = [("fa", "بله", "خیر", "جستجو"), ("ru", "Да", "Нет", "Поиск")]
languages = pytest.mark.parametrize(("language", "yes", "no", "search"), SAID)
ALT = re.compile(r'<img src="[^"]*/(icon-yes|icon-no|search)[^"]*" alt="([^"]*)"')


@pytest.fixture
def icons(cast, log_in):
    """``icons("fa", path)``: the page's icons and what they are called there."""

    def make(language, path, user=cast.administrator):
        client = log_in(user)
        client.post(reverse("admin:desk_language"), {"language": language})
        return set(ALT.findall(client.get(path).content.decode()))

    return make


@languages
def test_in_a_list(icons, cast, language, yes, no, search):
    User.objects.filter(pk=cast.reporter.pk).update(is_active=False)
    found = icons(language, reverse("admin:auth_user_changelist"))
    assert found == {("icon-yes", yes), ("icon-no", no), ("search", search)}


@languages
def test_in_a_list_of_our_own_nouns(icons, english, language, yes, no, search):
    for kind, is_offered in (("live", True), ("brief", False)):
        StoryTemplate.objects.create(service=english, kind=kind, is_offered=is_offered)
    found = icons(language, reverse("admin:articles_storytemplate_changelist"))
    assert found == {("icon-yes", yes), ("icon-no", no)}


@languages
def test_in_a_form_with_something_that_is_only_read(icons, cast, language, yes, no, search):
    path = reverse("admin:auth_user_change", args=[cast.reporter.pk])
    assert icons(language, path) == {("icon-yes", yes)}


@languages
def test_in_a_form_that_is_only_read(icons, cast, english, language, yes, no, search):
    LanguageService.objects.filter(pk=english.pk).update(four_eyes=False)
    path = reverse("admin:articles_languageservice_change", args=[english.pk])
    assert icons(language, path, cast.reporter) == {("icon-no", no)}


@languages
def test_in_somebody_elses_account(icons, english_newsroom, cast, language, yes, no, search):
    own = User.objects.create_user("own", password="secret", is_staff=True)
    StaffRole.objects.create(user=own, newsroom=english_newsroom, role=Role.ADMINISTRATOR)
    User.objects.filter(pk=cast.outsider.pk).update(is_active=False)
    path = reverse("admin:auth_user_change", args=[cast.outsider.pk])
    assert icons(language, path, own) == {("icon-yes", yes), ("icon-no", no)}


def test_a_list_is_sorted_by_such_a_column_as_before(cast, log_in):
    User.objects.filter(pk=cast.reporter.pk).update(is_active=False)
    client, path = log_in(cast.administrator), reverse("admin:auth_user_changelist")
    html = client.get(path).content.decode()
    (number,) = re.findall(r"column-is_active.*?\?o=(\d+)", html, re.DOTALL)[:1]
    page = client.get(path, {"o": number})
    assert page.context["cl"].result_list[0] == cast.reporter


def test_an_account_is_saved_as_before(cast, log_in):
    posted = {
        "username": "reporter", "first_name": "Mara", "is_staff": "on",
        "staff_roles-TOTAL_FORMS": 0, "staff_roles-INITIAL_FORMS": 0,
    }  # fmt: skip
    log_in(cast.administrator).post(
        reverse("admin:auth_user_change", args=[cast.reporter.pk]), posted
    )
    cast.reporter.refresh_from_db()
    assert (cast.reporter.first_name, cast.reporter.is_active) == ("Mara", True)
