"""The addresses below the library, each with its view.

``is_open``: the view itself answers those who are logged out, in JSON instead of a login page.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase

from articles.admin.photo_alt import alt_view
from articles.admin.photo_files import desk_view_view, original_view, status_view
from articles.admin.photo_picker import picker_view
from articles.admin.photo_upload import upload_view
from articles.admin.photo_verbs import kill_view
from articles.admin.photo_words_page import row_view, words_view

View = Callable[..., HttpResponseBase]

VIEWS: list[tuple[str, View, str, bool]] = [
    ("upload/", upload_view, "articles_photo_upload", True),
    ("picker/", picker_view, "articles_photo_picker", False),
    ("words/", words_view, "articles_photo_words", False),
    ("<int:photo_id>/words/", row_view, "articles_photo_words_row", False),
    ("<int:photo_id>/alt/", alt_view, "articles_photo_alt", False),
    ("<int:photo_id>/view/", desk_view_view, "articles_photo_view", False),
    ("<int:photo_id>/original/", original_view, "articles_photo_original", False),
    ("<int:photo_id>/status/", status_view, "articles_photo_status", False),
    ("<int:photo_id>/kill/", kill_view, "articles_photo_kill", False),
]
