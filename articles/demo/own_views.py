"""Views of the story list that reporters keep: two of one, one of another in another script."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.models import User

from articles.demo.stories import Desk
from articles.publishing.own_views import keep_view


def keep_views(desk: Desk, staff: dict[str, User]) -> None:
    english, persian = desk.built.services["en"], desk.built.services["fa"]
    mine = {"service__id__exact": english.pk, "who": "me", "changed": "week"}
    keep_view("Mine this week", urlencode(mine), actor=staff["reporter"])
    given = {"review_status__exact": "changes", "who": "me"}
    keep_view("Given back to me", urlencode(given), actor=staff["reporter"])
    live = {"service__id__exact": persian.pk, "workflow_status__exact": "live"}
    keep_view("منتشر شده", urlencode(live), actor=staff["fa-reporter"])
