"""The style guide shows every component in both directions, and only where one develops."""

import re

import pytest
from django.test import RequestFactory

from articles.front.styleguide import styleguide
from articles.pages.styleguide import FOLDER
from tests.html import errors_in, text_of


@pytest.fixture
def guide(english, persian):
    response = styleguide(RequestFactory().get("/styleguide/", headers={"host": "testserver"}))
    return response.content.decode()


def test_it_is_no_public_address(english, client):
    assert client.get("/styleguide/").status_code == 404


def test_every_component_stands_in_it_twice_and_says_something(guide):
    for path in FOLDER.glob("*.html"):
        heading = f'<h3 lang="en" dir="ltr">{path.stem}</h3>'
        assert guide.count(heading) == 2, path.stem
        for shown in guide.split(heading)[1:]:
            example = re.split(r'<h3 lang="en" dir="ltr">|</section>\s*</div>\s*</main>', shown)[0]
            assert text_of(example) or "<img" in example, path.stem


def test_it_is_a_whole_page(guide):
    assert errors_in(guide) == []
    assert 'dir="rtl" class="Arab"' in guide
