"""How the database refuses whoever has to give way, and what the page then says."""

from __future__ import annotations

from django.urls import reverse

PAGE = {"Accept": "text/html,application/xhtml+xml"}
BREAKING = "/admin/breaking/"
QUICKER = "Somebody else was changing the same at this very moment"


class Refusal(Exception):
    def __init__(self, pgcode):
        self.pgcode = pgcode


def url(verb, story):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk])
