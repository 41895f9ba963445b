"""Where a verb is done to a story."""

from django.urls import reverse


def url(verb, story):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk])
