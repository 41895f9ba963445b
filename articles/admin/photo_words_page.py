"""The page of ``photo_words``: GET shows the rows, POST saves all of them or says why not."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.permissions import staff
from articles.admin.photo_access import editable
from articles.admin.photo_demands import DEMANDED
from articles.admin.photo_list import PAGE, cards_of
from articles.admin.photo_picker import numbers
from articles.admin.photo_words import WordsForm, keep_all, languages_for, words_forms
from articles.admin.site import desk
from articles.models import Photo
from articles.publishing.permissions import Deed, services_where, visible_photos

LIBRARY = "admin:articles_photo_changelist"
MOST = 2 * PAGE


def words_view(request: HttpRequest) -> HttpResponse:
    """``ids`` may come several times, or with commas; 404 when none is the user's to change."""
    photos = _photos(request)
    if not photos:
        raise Http404
    languages, language = _languages(request)
    data = request.POST if request.method == "POST" else None
    forms = words_forms(photos, language, data)
    if data and keep_all(forms, staff(request)):
        return _saved(request, len(forms))
    context = _context(request, forms) | {"languages": languages, "language": language}
    return TemplateResponse(
        request, "admin/articles/photo/words.html", context, status=422 if data else 200
    )


def row_view(request: HttpRequest, photo_id: int) -> HttpResponse:
    """One row alone, for the page that has just uploaded the photo."""
    photos = _editable(request, [photo_id])
    if not photos:
        raise Http404
    _all, language = _languages(request)
    context = _context(request, words_forms(photos, language))
    return TemplateResponse(
        request, "admin/articles/photo/words_row.html", context | {"row": context["rows"][0]}
    )


def _photos(request: HttpRequest) -> list[Photo]:
    asked = request.POST if request.method == "POST" else request.GET
    ids = numbers(",".join(asked.getlist("ids")))
    return _editable(request, list(dict.fromkeys(ids))[:MOST])


def _editable(request: HttpRequest, ids: list[int]) -> list[Photo]:
    """In the order in which they were asked for."""
    user = staff(request)
    mine = visible_photos(user).filter(editable(user), killed_at=None)
    found = mine.prefetch_related("texts").in_bulk(ids)
    return [found[one] for one in ids if one in found]


def _languages(request: HttpRequest) -> tuple[list[tuple[str, str]], str]:
    known = languages_for(list(services_where(staff(request), Deed.VIEW_STORY)))
    asked = request.POST.get("language") or request.GET.get("language") or ""
    return known, asked if asked in dict(known) else known[0][0] if known else "en"


def _context(request: HttpRequest, forms: list[WordsForm]) -> dict[str, Any]:
    cards = cards_of(Photo.objects.all(), [form.instance.pk for form in forms], staff(request))
    return desk.each_context(request) | {
        "title": _("Words and rights"),
        "rows": [(form, cards[form.instance.pk]) for form in forms],
        "errors": sum(bool(form.errors) for form in forms),
        "demanded": DEMANDED,
        "opts": Photo._meta,
    }


def _saved(request: HttpRequest, count: int) -> HttpResponse:
    said = ngettext("%(count)s photo was saved.", "%(count)s photos were saved.", count)
    messages.success(request, said % {"count": count})
    return HttpResponseRedirect(reverse(LIBRARY))
