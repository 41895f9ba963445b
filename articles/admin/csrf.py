"""A form whose token is no longer valid, most often because its writer logged in again elsewhere.

Nothing is done, and nothing typed is lost: a story's form is kept as a draft of who is logged in,
any other is shown to them, to be sent again; what stood in a log-in page goes on with it.
Only for requests that this site's own pages have sent: nobody else's page may leave words here.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

from articles.admin.carried import (
    is_carried,
    is_log_in_with_words,
    is_story_form,
    keep_posted,
    log_in_again,
    log_in_first,
)
from articles.admin.permissions import staff
from articles.admin.sent_again import addressed, pairs_of, shown
from articles.admin.site import DESK_POLICY, desk, set_policy


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    if request.resolver_match is None or request.resolver_match.app_name != "admin":
        return csrf_failure(request, reason)  # readers' addresses know nothing of the desk
    sentence = _("This page was open while somebody logged in again: its key is no longer valid.")
    if request.content_type == "application/json":
        return JsonResponse({"sentence": sentence, "token": "stale"}, status=403)
    context = desk.each_context(request)
    if is_log_in_with_words(request) and _is_from_here(request):
        return set_policy(log_in_again(request, context), DESK_POLICY)
    context |= {"sentence": sentence, "again": request.get_full_path()}
    if is_carried(request) and _is_from_here(request):
        if not request.user.is_authenticated:
            page = log_in_first(request, context)
            return set_policy(page, DESK_POLICY)
        if is_story_form(request):
            context["kept"] = keep_posted(staff(request), request.POST, request.path)
        else:
            context["form"] = shown(pairs_of(request) + addressed(request))
    page = TemplateResponse(request, "admin/story/refused.html", context, status=403)
    return set_policy(page.render(), DESK_POLICY)


def _is_from_here(request: HttpRequest) -> bool:
    """By what browsers say and no page can forge."""
    own = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin", "") == own or (
        "Origin" not in request.headers and request.headers.get("Sec-Fetch-Site") == "same-origin"
    )
