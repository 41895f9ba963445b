"""The sweep: due work, found in the rows themselves, done once and idempotently."""

from __future__ import annotations

import logging

from django.utils import timezone

from articles.caching import edges
from articles.imaging.library import look_of, store_renditions, words_of
from articles.imaging.renditions import all_files
from articles.models import Photo

logger = logging.getLogger(__name__)


def sweep() -> int:
    """Do everything that is due; returns how many things were done."""
    return make_missing_renditions() + tell_edges()


def tell_edges() -> int:
    """What an outside cache refused, or what a crash kept from it."""
    return edges.deliver_due(now=timezone.now())


def make_missing_renditions() -> int:
    """Photos without public files, left by a crash between upload and rendering."""
    done = 0
    for photo in Photo.objects.filter(renditions=None)[:20]:
        try:
            with photo.original.open("rb") as original:
                files = all_files(original.read(), look_of(photo), words_of(photo))
            store_renditions(photo, files)
        except (OSError, ValueError) as error:
            logger.warning("photo %s: no renditions: %s", photo.pk, error)
        else:
            done += 1
    return done
