"""Under which name a contributor stands in public: the byline policy, applied in one place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from articles.models import Contributor, ContributorName, LanguageService
from articles.vocabularies import BylinePolicy, ContributorKind, CreditRole


@dataclass(frozen=True)
class Credit:
    """One public credit. ``slug`` is empty when there is no author page to link to."""

    role: str
    kind: str
    name: str
    slug: str = ""
    as_source: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def public_credit(contributor: Contributor, role: str, service: LanguageService) -> Credit | None:
    """What readers of ``service`` may see of ``contributor``; nothing for policy *none*."""
    if contributor.byline_policy == BylinePolicy.NONE:
        return None
    if contributor.byline_policy == BylinePolicy.SERVICE_NAME:
        name = service.credit_name or service.name
        return Credit(role=role, kind=ContributorKind.SERVICE, name=name)
    text = _name_row(contributor, service.language)
    if text is None and contributor.byline_policy == BylinePolicy.PSEUDONYM:
        return None  # no pseudonym in this language: silence rather than the real name
    return Credit(
        role=role,
        kind=contributor.kind,
        name=text.name if text else contributor.name,
        slug=contributor.slug if _has_page(contributor, role) else "",
        as_source=text.as_source if text else "",
    )


def _name_row(contributor: Contributor, language: str) -> ContributorName | None:
    return next((row for row in contributor.names.all() if row.language == language), None)


def _has_page(contributor: Contributor, role: str) -> bool:
    # "agency reports" is a credit, not somebody with a page.
    return not (role == CreditRole.SOURCE and contributor.kind == ContributorKind.AGENCY)
