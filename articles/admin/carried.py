"""A form that comes back with nobody logged in: its words go along through the log-in.

For browsers without scripts (with them, a dialog asks for the password and the form never leaves
the page). The words stand in hidden fields of the log-in page, in that browser alone. Those of a
story become a draft of the same user once they are logged in, those of any other form wait to be
sent again (sent_again.py); nobody else gets them.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.sent_again import TO, addressed, keep_waiting, may_wait, pairs_of
from articles.admin.story_labels import UNKNOWN
from articles.models import Story, StoryDraft
from articles.publishing.keep_draft import Typed, keep_draft
from articles.publishing.permissions import visible_stories
from articles.publishing.refusals import VerbRefused

CARRIED = "carried:"
HELD = "carried"
LOGIN_TEMPLATE = "admin/story/login.html"
_NOT_TYPED = ("csrfmiddlewaretoken", "_writer")


def is_story_form(request: HttpRequest) -> bool:
    return request.method == "POST" and "_page" in request.POST and "_writer" in request.POST


def is_carried(request: HttpRequest) -> bool:
    """Whether there is anything to lose when nobody is logged in."""
    return is_story_form(request) or may_wait(request)


def carried_in(post: QueryDict) -> list[tuple[str, str]]:
    """Already on their way, and the password was wrong."""
    return [(name.removeprefix(CARRIED), value) for name in post
            if name.startswith(CARRIED) for value in post.getlist(name)]  # fmt: skip


def log_in_first(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The log-in page with the words of ``request`` in it."""
    is_story = is_story_form(request)
    pairs = pairs_of(request) + ([] if is_story else addressed(request))
    to = request.get_full_path() if is_story else reverse("admin:sent_again")
    return _log_in(request, context, pairs, to, has_files=bool(request.FILES))


def is_log_in_with_words(request: HttpRequest) -> bool:
    return request.path == reverse("admin:login") and bool(carried_in(request.POST))


def log_in_again(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """A log-in page with words, sent after somebody logged in through another one here."""
    to = request.POST.get("next", "")
    if not isinstance(request.user, User):
        return _log_in(request, context, carried_in(request.POST), to)
    hold(request)
    arrived(request, request.user)
    return HttpResponseRedirect(
        to if to.startswith(reverse("admin:index")) else reverse("admin:index")
    )


def _log_in(
    request: HttpRequest,
    context: dict[str, Any],
    pairs: list[tuple[str, str]],
    to: str,
    *,
    has_files: bool = False,
) -> HttpResponse:
    context |= {
        "title": _("Log in"), "app_path": reverse("admin:login"), "next": to,
        "form": AdminAuthenticationForm(request), "carried": pairs, "carried_prefix": CARRIED,
        "has_files": has_files,
    }  # fmt: skip
    return TemplateResponse(request, LOGIN_TEMPLATE, context)


def hold(request: HttpRequest) -> None:
    """The password was right; a second factor may still be asked for, and nothing is theirs yet."""
    request.session.pop(HELD, None)
    if pairs := carried_in(request.POST):
        request.session[HELD] = [pairs, request.POST.get("next", "")]


def arrived(request: HttpRequest, user: User) -> None:
    """``user`` is logged in, with all that this takes: the words are kept when they are theirs."""
    pairs, to_form = request.session.pop(HELD, ([], ""))
    words = QueryDict(mutable=True)
    for name, value in pairs:
        words.appendlist(name, value)
    if not words:
        return
    if TO in words:
        if keep_waiting(request, user, words):
            return
    elif keep_posted(user, words, to_form):
        messages.success(request, _("Your text is here again. It is not saved yet."))
        return
    messages.error(request, _("The text that came along was not yours to write, and is gone."))


def keep_posted(user: User, words: QueryDict, path: str) -> StoryDraft | None:
    """A whole posted form as a draft of ``user``; None when it is not theirs."""
    if words.get("_writer") != user.get_username():
        return None
    is_found, story = _story_at(path, user)
    page = words.get("_page", "")[:40]
    if not (is_found and page):
        return None
    base = words.get("_base", "0")
    typed = Typed(
        page=page,
        fields={name: [str(one) for one in words.getlist(name)] for name in words
                if name not in _NOT_TYPED},
        base=int(base) if base.isascii() and base.isdigit() and len(base) < 9 else 0,
        stamp=words.get("_stamp", "")[:40],
        touched=(UNKNOWN,),
    )  # fmt: skip
    try:
        return keep_draft(typed, story, actor=user, now=timezone.now())
    except VerbRefused:
        return None


def _story_at(path: str, user: User) -> tuple[bool, Story | None]:
    """Which form stands at ``path``: one of a story that ``user`` may see, or the one for new."""
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return False, None
    if match.url_name == "articles_story_add":
        return True, None
    number = str(match.kwargs.get("object_id", ""))
    if match.url_name != "articles_story_change" or not number.isdecimal() or len(number) > 17:
        return False, None
    story = visible_stories(user).select_related("service").filter(pk=int(number)).first()
    return story is not None, story
