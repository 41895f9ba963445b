"""Where notices are written, and where what they name is picked."""

from django.urls import reverse

ADD = "/admin/articles/legalnotice/add/?starter=nothing"
PICKER = "admin:articles_legalnotice_targets"


def change(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def picker(dimension, term=""):
    return reverse(PICKER, query={"dimension": dimension, "term": term})


def found(client, dimension, term=""):
    return [row["id"] for row in client.get(picker(dimension, term)).json()["results"]]
