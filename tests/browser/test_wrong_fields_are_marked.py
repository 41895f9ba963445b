"""A field that is wrong has a red edge, whatever edges fields have otherwise."""

import pytest
from django.urls import reverse

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

EDGE = """(field) => { const probe = document.createElement('p');
probe.style.color = 'var(--error-fg)'; field.after(probe);
const red = getComputedStyle(probe).color; probe.remove();
return getComputedStyle(field).borderTopColor === red }"""


def test_a_text_field_that_is_wrong_is_red(site, cast, log_in):
    page = log_in(cast.administrator)
    page.goto(site + reverse("admin:articles_section_add"))
    field = page.locator("input[type=text]").first
    assert not field.evaluate(EDGE)
    page.locator("#section_form").evaluate("(form) => form.noValidate = true")
    page.locator("[name=_save]").click()
    assert page.locator(".errors input[type=text]").first.evaluate(EDGE)
