"""What a notice says: texts, blanks that were left in them, languages that lack one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.legal.rules import Rule, Target
from articles.models import LanguageService
from articles.publishing.notice_draft import Draft
from articles.publishing.notice_names import language_name
from articles.publishing.refusals import Problem
from articles.publishing.sentences import quoted, series
from articles.publishing.starters import blanks_in
from articles.text.body import plain_text
from articles.vocabularies import ServiceStatus, TargetDimension


@dataclass(frozen=True)
class MissingText:
    """A service without a text in its language, and the language that its readers get instead."""

    service: LanguageService
    instead: str

    def __str__(self) -> str:
        names = {
            "language": language_name(self.service.language),
            "instead": language_name(self.instead),
        }
        return _("%(language)s: missing, readers get %(instead)s") % names


def missing_texts(rule: Rule, services: Iterable[LanguageService]) -> list[MissingText]:
    """For each service that the notice may reach; nothing as long as there is no text at all."""
    if not rule.texts:
        return []
    found: dict[tuple[str, str], MissingText] = {}
    for service in services:
        if service.status == ServiceStatus.ACTIVE and may_reach(rule, service):
            instead = rule.text_in((service.language, *service.fallback_languages)).language
            if instead != service.language:
                found.setdefault((service.language, instead), MissingText(service, instead))
    return list(found.values())


def may_reach(rule: Rule, service: LanguageService) -> bool:
    """By service and language alone, whatever stories it names."""
    values = {
        TargetDimension.SERVICE.value: service.slug,
        TargetDimension.LANGUAGE.value: service.language,
    }
    return all(_admits(rule.target(dimension), value) for dimension, value in values.items())


def _admits(target: Target, value: str) -> bool:
    return value not in target.exclude and (not target.include or value in target.include)


def wording(draft: Draft) -> Iterator[Problem]:
    rule = draft.rule
    if not rule.texts:
        yield Problem("no_text", "texts", _("It has no text in any language."))
    elif not any(text.is_default for text in rule.texts):
        text = _("No text is the default: readers of other languages need one.")
        yield Problem("no_default", "texts", text)
    yield from _empty(draft)
    yield from _blanks(draft)
    if missing := missing_texts(rule, draft.services):
        text = _("Texts are missing. %(languages)s.")
        languages = "; ".join(str(one) for one in missing[:5])
        if len(missing) > 5:
            languages += _("; and %(count)s more") % {"count": len(missing) - 5}
        yield Problem("languages", "texts", text % {"languages": languages}, blocks=False)


def _empty(draft: Draft) -> Iterator[Problem]:
    for text in draft.rule.texts:
        if not (text.title.strip() or plain_text(text.body).strip()):
            message = _("The text in %(language)s is empty.")
            yield Problem(
                "empty_text", "texts", message % {"language": language_name(text.language)}
            )


def _blanks(draft: Draft) -> Iterator[Problem]:
    """Blanks of a starter block; other words in brackets may be meant."""
    for field, where, words in _all_words(draft):
        left, others = blanks_in(words)
        if left:
            text = _("Fill in %(blanks)s in %(where)s.")
            yield Problem("blank", field, text % {"blanks": _quoted(left), "where": where})
        if others:
            text = _("Is %(words)s in %(where)s a blank that was left?")
            values = {"words": _quoted(others), "where": where}
            yield Problem("bracket", field, text % values, blocks=False)


def _quoted(parts: list[str]) -> str:
    return series([quoted(part) for part in parts])


def _all_words(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """The form's field, its name in a sentence, and what stands there."""
    for text in draft.rule.texts:
        where = _("the text in %(language)s") % {"language": language_name(text.language)}
        yield "texts", where, " ".join((text.title, plain_text(text.body), text.link_text))
    yield "legal_basis", _("the legal basis"), draft.rule.legal_basis
    yield "demanding_party", _("who demands it"), draft.rule.demanding_party
