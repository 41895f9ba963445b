"""A contributor's portrait stands on pages as a story's photo does: with rights that hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Contributor, LanguageService, Photo
from articles.publishing.rights import rights_problems


class PortraitForm(forms.ModelForm):
    """``services``: those of whoever changes the contributor."""

    services: Iterable[LanguageService] = ()

    class Meta:
        model = Contributor
        fields = "__all__"

    def clean_portrait(self) -> Photo | None:
        photo: Photo | None = self.cleaned_data["portrait"]
        is_new = photo and photo.pk != self.initial.get("portrait")
        refusal = _refusal(photo, self.services, timezone.now()) if photo and is_new else ""
        if refusal:
            raise forms.ValidationError(refusal)
        return photo


def _refusal(photo: Photo, services: Iterable[LanguageService], now: datetime) -> str:
    """What keeps the photo from readers, when it does so in each of the services."""
    found = [
        " ".join(one.message for one in rights_problems(photo, service, now) if one.blocks)
        for service in services
    ]
    if not found or not all(found):
        return ""
    return _("This photo cannot be a portrait yet. %(why)s") % {"why": found[0]}
