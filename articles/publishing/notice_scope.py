"""Whose notice it is: the newsrooms of the services that it names, else the whole house."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import LanguageService, LegalNotice, NoticeTarget
from articles.vocabularies import TargetDimension


def newsrooms_of(notice: LegalNotice) -> set[int]:
    """Empty when the notice names no service: then it concerns the whole house."""
    slugs = _services_named().filter(notice=notice).values("value")
    services = LanguageService.objects.filter(slug__in=slugs)
    return set(services.values_list("newsroom_id", flat=True))


def newsrooms_served(notice: LegalNotice) -> set[int] | None:
    """Of the version in force, whatever the working copy says by now; None without one."""
    content = notice.versions.in_force().values_list("content", flat=True).first()
    if content is None:
        return None
    slugs = [
        row["value"]
        for row in content["targets"]
        if row["dimension"] == TargetDimension.SERVICE and not row["is_exclude"]
    ]
    services = LanguageService.objects.filter(slug__in=slugs)
    return set(services.values_list("newsroom_id", flat=True))


def notices_seen_by(newsrooms: set[int]) -> QuerySet[LegalNotice]:
    """Those of the whole house, and those that name a service of one of ``newsrooms``."""
    own = LanguageService.objects.filter(newsroom_id__in=newsrooms).values("slug")
    named = _services_named().filter(notice=OuterRef("pk"))
    return LegalNotice.objects.filter(~Exists(named) | Exists(named.filter(value__in=own)))


def _services_named() -> QuerySet[NoticeTarget]:
    return NoticeTarget.objects.filter(dimension=TargetDimension.SERVICE, is_exclude=False)
