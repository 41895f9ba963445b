"""Which front a page of the desk is about; 404 for what the user may not arrange."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.admin.permissions import staff
from articles.models import Front, LanguageService, Section
from articles.pages.addresses import front_path, section_path
from articles.publishing.permissions import Deed, services_where

# Of a service's own front: no section has such a slug.
MAIN = "-"


@dataclass(frozen=True)
class Asked:
    """A front by its place: it has no row before somebody arranges it."""

    service: LanguageService
    section: Section | None

    @property
    def arguments(self) -> list[str]:
        return [self.service.slug, self.section.slug if self.section else MAIN]

    def url(self, name: str = "front", *more: object) -> str:
        return reverse(f"admin:{name}", args=[*self.arguments, *more])

    @property
    def public_path(self) -> str:
        slug = self.service.slug
        return section_path(slug, self.section.slug) if self.section else front_path(slug)

    @property
    def front(self) -> Front:
        """As it is stored; an unsaved one before."""
        rows = Front.objects.select_related("service", "section", "on_air__version")
        found = rows.filter(service=self.service, section=self.section).first()
        return found or Front(service=self.service, section=self.section)


def front_for(request: HttpRequest, service_slug: str, place: str) -> Asked:
    services = services_where(staff(request), Deed.CURATE)
    service: LanguageService = get_object_or_404(services, slug=service_slug)
    section = None
    if place != MAIN:
        section = get_object_or_404(Section, service=service, slug=place)
    return Asked(service, section)
