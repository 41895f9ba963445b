"""A legal notice is written at the desk: whom, where, when, and in which words."""

import pytest

from articles.models import LegalNotice
from tests.admin.notice_form.sent import ADD
from tests.admin.notice_forms import notice_data


@pytest.fixture
def desk(cast, log_in, english, persian, politics):
    return log_in(cast.legal_officer)


@pytest.fixture
def notice(desk):
    response = desk.post(ADD, notice_data())
    assert response.status_code == 302, response.context["errors"]
    return LegalNotice.objects.get()
