"""Setting somebody's password, what is said of it is said in the language of the desk."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

languages = pytest.mark.parametrize("language", ["fa", "ru"])
# Names that are the same in every language.
SAME = {"Single", "Sign", "On", "LDAP"}


@pytest.fixture
def fields(cast, log_in):
    path = reverse("admin:auth_user_password_change", args=[cast.reporter.pk])

    def make(language, **posted):
        client = log_in(cast.administrator)
        client.post(reverse("admin:desk_language"), {"language": language})
        answer = client.post(path, posted) if posted else client.get(path)
        return re.search(r"<fieldset.*?</fieldset>", answer.content.decode(), re.DOTALL)[0]

    return make


def english_in(html):
    return set(re.findall(r"[A-Za-z]{2,}", strip_tags(html))) - SAME


@languages
def test_whatever_helps_with_it(language, fields):
    html = fields(language)
    assert 'id="id_unusable_warning"' in html
    assert english_in(html) == set()


@languages
def test_that_one_is_too_short(language, fields):
    html = fields(language, password1="k7#q", password2="k7#q")
    assert 'class="errorlist"' in html
    assert english_in(html) == set()
