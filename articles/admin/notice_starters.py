"""“Add legal notice” begins with a choice: a well-known law, or an empty form."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.site import desk
from articles.models import LanguageService, LegalNotice, Region
from articles.publishing.starters import STARTERS, Starter, starter
from articles.vocabularies import TargetDimension

PARAMETER = "starter"
NOTHING = "nothing"


def is_undecided(request: HttpRequest) -> bool:
    return request.method == "GET" and PARAMETER not in request.GET


def chosen(request: HttpRequest) -> Starter | None:
    """None for an empty form; 404 for a law that nobody has heard of."""
    key = request.GET.get(PARAMETER, NOTHING)
    found = starter(key)
    if found is None and key != NOTHING:
        raise Http404
    return found


def cards(request: HttpRequest) -> HttpResponse:
    context = desk.each_context(request) | {
        "title": _("Add a legal notice"),
        "opts": LegalNotice._meta,
        "starters": STARTERS,
        "parameter": PARAMETER,
        "nothing": NOTHING,
    }
    return TemplateResponse(request, "admin/articles/legalnotice/starters.html", context)


def initial_of(one: Starter) -> dict[str, Any]:
    """The form's first values; regions that this house does not know are left out."""
    regions = Region.objects.filter(code__in=one.targets.get(TargetDimension.REGION, []))
    targets = dict(one.targets) | {
        TargetDimension.REGION.value: sorted(regions.values_list("code", flat=True))
    }
    return {**one.fields, **targets, "slug": free_slug(one.fields["slug"])}


def texts_of(one: Starter) -> list[dict[str, Any]]:
    """In the languages of our services; else one text whose language is still to be chosen."""
    ours = set(LanguageService.objects.values_list("language", flat=True))
    texts = [text for text in one.texts if text["language"] in ours]
    texts = texts or [one.texts[0] | {"language": ""}]
    return [text | {"default": text is texts[0]} for text in texts]


def free_slug(slug: str) -> str:
    """``slug``, or with the first number that no notice has."""
    taken = set(LegalNotice.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    candidates = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in candidates if one not in taken)
