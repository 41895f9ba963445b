"""What readers have of a story, and whether a file is there for them."""

from articles.models import PublishedStory
from articles.models.photo import public_storage


def on_air(story):
    return PublishedStory.objects.get(story=story)


def is_there(name):
    return public_storage().exists(name)
