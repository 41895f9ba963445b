"""In which language each service's readers get a notice's text: own, a fallback, the default."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.legal.rules import Rule
from articles.models import LanguageService
from articles.publishing.notice_names import language_name
from articles.vocabularies import TargetDimension


@dataclass(frozen=True)
class ServiceText:
    """``how`` is "own", "fallback", "default" or "none" (the notice does not concern it)."""

    service: LanguageService
    language: str
    how: str
    title: str = ""
    tag: str = ""

    @property
    def in_words(self) -> str:
        return {
            "own": _("in its own language"),
            "fallback": _("in a language that the service falls back on"),
            "default": _("the default text, for want of another"),
            "none": _("not concerned"),
        }[self.how]


def texts_by_service(rule: Rule, services: Iterable[LanguageService]) -> list[ServiceText]:
    return [_text(rule, service) for service in services]


def _text(rule: Rule, service: LanguageService) -> ServiceText:
    if not concerns_service(rule, service):
        return ServiceText(service, "", "none")
    text = rule.text_in((service.language, *service.fallback_languages))
    how = "default"
    if text.language == service.language:
        how = "own"
    elif text.language in service.fallback_languages:
        how = "fallback"
    return ServiceText(service, language_name(text.language), how, text.title, text.language)


def concerns_service(rule: Rule, service: LanguageService) -> bool:
    """Whether any page of ``service`` can carry the notice, by service and language alone."""
    for dimension, value in (
        (TargetDimension.SERVICE.value, service.slug),
        (TargetDimension.LANGUAGE.value, service.language),
    ):
        target = rule.target(dimension)
        if value in target.exclude or (target.include and value not in target.include):
            return False
    return True
