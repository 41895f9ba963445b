"""Journalists and visitors have no path to notices."""

import pytest
from django.urls import reverse

from articles.models import LegalNotice
from tests.admin.notice_forms import notice_data
from tests.admin.notice_permissions.addresses import ADD, change, picker


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "outsider"])
def test_journalists_have_no_path_to_notices(who, cast, log_in, make_notice, english):
    notice = make_notice("secret-order")
    client = log_in(getattr(cast, who))
    paths = [
        reverse("admin:articles_legalnotice_changelist"),
        reverse("admin:articles_legalnotice_changelist") + "?q=secret&state=draft",
        reverse("admin:articles_legalnotice_add"),
        ADD,
        change(notice),
        reverse("admin:articles_legalnotice_history", args=[notice.pk]),
        reverse("admin:articles_legalnotice_propose", args=[notice.pk]),
        picker("region", "ru"),
        picker("story"),
        picker("service"),
    ]
    for path in paths:
        response = client.get(path)
        assert response.status_code in (403, 404), path
        assert "secret-order" not in response.content.decode(), path
    assert client.post(ADD, notice_data()).status_code in (403, 404)
    assert client.post(change(notice), notice_data(notice)).status_code in (403, 404)
    assert LegalNotice.objects.count() == 1


def test_a_visitor_is_asked_to_log_in(client, make_notice):
    for path in (ADD, change(make_notice("n")), picker("region")):
        assert client.get(path).status_code == 302
