"""Others were changing the same at this very moment, and the database let them go first.

Whoever asked is told so, and what they sent stands in the page, to be sent once more: by them, as
the desk cannot know whether it is still wanted. A story's form is kept as a draft besides.
503 rather than 409: the request is as right as it was, and nothing in it has to change.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.contrib.messages.storage import default_storage
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.carried import is_story_form, keep_posted
from articles.admin.permissions import staff
from articles.admin.sent_again import addressed, may_wait, pairs_of, shown
from articles.publishing.once_more import is_passing

logger = logging.getLogger(__name__)
BUSY = 503
SOON = {"Retry-After": "1"}


def unless_busy(
    request: HttpRequest, answer: Callable[[], HttpResponse], context: Callable[[], dict[str, Any]]
) -> HttpResponse:
    """``answer``, made and rendered; ``context`` is for the page that says why not."""
    typed = request.POST
    try:
        found = answer()
        return found.render() if isinstance(found, TemplateResponse) else found
    except OperationalError as error:
        if not is_passing(error):
            raise
        logger.warning("%s %s gave way: %s", request.method, request.path, error)
    request.POST = typed  # a view may have joined it with others'
    return _tell(request, context)


def _tell(request: HttpRequest, context: Callable[[], dict[str, Any]]) -> HttpResponse:
    _forget_what_was_said(request)
    sentence = _(
        "Somebody else was changing the same at this very moment, or it took too long: "
        "this was not finished. Nothing is lost."
    )
    if "text/html" not in request.headers.get("Accept", "text/html"):
        said = {"sentence": sentence, "said": sentence}  # as scripts read it, and those of fronts
        return JsonResponse(said, status=BUSY, headers=SOON)
    words = {"title": _("Not done"), "sentence": sentence} | _kept(request)
    page = TemplateResponse(
        request, "admin/busy.html", context() | words, status=BUSY, headers=SOON
    )
    return page.render()


def _forget_what_was_said(request: HttpRequest) -> None:
    """A view's messages of what has been undone since."""
    vars(request)["_messages"] = default_storage(request)


def _kept(request: HttpRequest) -> dict[str, Any]:
    """The form as it was sent. A story's words are read in its own form, once it holds them."""
    if not may_wait(request):
        return {}
    form = shown(pairs_of(request) + addressed(request))
    is_kept = is_story_form(request) and _draft_kept(request)
    return {"form": form | {"words": []} if is_kept else form, "kept": is_kept}


def _draft_kept(request: HttpRequest) -> bool:
    try:
        return keep_posted(staff(request), request.POST, request.path) is not None
    except OperationalError:  # the page holds it all the same
        return False
