"""A notice's form as it is sent, and what it says when it is refused."""

import html

from django.urls import reverse

ADD = "/admin/articles/legalnotice/add/?starter=nothing"


def form_of(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def refused(response):
    assert response.status_code == 200
    return html.unescape(str(response.context["errors"]))
