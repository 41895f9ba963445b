"""What the library can be narrowed to: usable now, rights about to end, no credit …"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import staff
from articles.models import (
    FrontPhoto,
    LanguageService,
    Photo,
    PhotoLease,
    PublishedPhoto,
    Rendition,
    StoryPhoto,
)
from articles.publishing.permissions import Deed, services_where
from articles.vocabularies import LeaseKind, RightsBasis

SOON = timedelta(days=7)
IN_USE = (
    Q(Exists(StoryPhoto.objects.filter(photo=OuterRef("pk"))))
    | Q(Exists(PublishedPhoto.objects.filter(photo=OuterRef("pk"))))
    | Q(Exists(FrontPhoto.objects.filter(photo=OuterRef("pk"))))
)

_FILES = Rendition.objects.filter(photo=OuterRef("pk"))


def states(user: User, now: datetime) -> dict[str, tuple[Any, Q]]:
    """By key: its name and its condition."""
    return {
        "usable": (_("Usable now"), usable(user, now)),
        "ending": (_("Rights end soon"), _ending(now)),
        "nocredit": (_("No credit"), Q(credit="")),
        "atrisk": (_("People at risk"), Q(people_at_risk=True)),
        "mine": (_("Mine"), Q(uploaded_by=user)),
        "unmade": (_("Files missing"), ~Q(renditions_error="") | ~Q(Exists(_FILES))),
        "killed": (_("Killed"), Q(killed_at__isnull=False)),
    }


def usable(user: User, now: datetime) -> Q:
    """Credited, its rights stated and not over, within its leases for a service of the user's."""
    held = PhotoLease.objects.filter(
        Q(service=None) | Q(service__in=services_where(user, Deed.VIEW_STORY)),
        photo=OuterRef("pk"),
    )
    running = held.filter(
        Q(starts_at=None) | Q(starts_at__lte=now), Q(ends_at=None) | Q(ends_at__gt=now)
    )
    allowing = PhotoLease.objects.filter(photo=OuterRef("pk"), kind=LeaseKind.ALLOW)
    spent = Q(is_single_use=True) & IN_USE
    return (
        Q(killed_at=None)
        & ~Q(credit="")
        & ~Q(rights_basis=RightsBasis.UNKNOWN)
        & (Q(rights_end_at=None) | Q(rights_end_at__gt=now))
        & ~Exists(running.filter(kind=LeaseKind.DENY))
        & (~Exists(allowing) | Exists(running.filter(kind=LeaseKind.ALLOW)))
        & ~spent
    )


def narrowed(photos: QuerySet[Photo], state: str, user: User) -> QuerySet[Photo]:
    """Those in ``state``; all where no such state is known."""
    known = states(user, timezone.now())
    return photos.filter(known[state][1]) if state in known else photos


def _ending(now: datetime) -> Q:
    soon = {"gt": now, "lte": now + SOON}
    leases = PhotoLease.objects.filter(
        photo=OuterRef("pk"), kind=LeaseKind.ALLOW,
        **{f"ends_at__{bound}": moment for bound, moment in soon.items()},
    )  # fmt: skip
    ends = Q(**{f"rights_end_at__{bound}": moment for bound, moment in soon.items()})
    return Q(killed_at=None) & (ends | Q(Exists(leases)))


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        known = states(staff(request), timezone.now())
        return [(key, name) for key, (name, _condition) in known.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> QuerySet[Photo]:
        """Killed photos are listed only where they are asked for."""
        value = self.value() or ""
        if value != "killed":
            queryset = queryset.filter(killed_at=None)
        return narrowed(queryset, value, staff(request))


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("In use")), ("no", _("Not in use"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> QuerySet[Photo]:
        wanted = {"yes": IN_USE, "no": ~IN_USE}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(wanted)


class ServiceFilter(admin.SimpleListFilter):
    """Photos of a service's newsroom, and those that the service uses."""

    title = _("service")
    parameter_name = "service"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        own: QuerySet[LanguageService] = services_where(staff(request), Deed.VIEW_STORY)
        return [(str(service.pk), service.name) for service in own]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> QuerySet[Photo]:
        value = self.value() or ""
        if value not in dict(self.lookup_choices):
            return queryset
        newsroom = LanguageService.objects.filter(pk=int(value)).values("newsroom")
        used = StoryPhoto.objects.filter(story__service=int(value)).values("photo")
        return queryset.filter(Q(newsroom__in=newsroom) | Q(pk__in=used))
