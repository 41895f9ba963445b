"""What a page is about, and whether a rule concerns that."""

from __future__ import annotations

from dataclasses import dataclass

from articles.legal.rules import Rule
from articles.vocabularies import TargetDimension

OTHER_DIMENSIONS = (
    TargetDimension.SERVICE.value,
    TargetDimension.LANGUAGE.value,
    TargetDimension.TOPIC.value,
    TargetDimension.SECTION.value,
    TargetDimension.STORY.value,
)


@dataclass(frozen=True)
class Facets:
    """What a page is about. ``stories`` holds the story's id and its translation key."""

    service: str = ""
    language: str = ""
    topics: frozenset[str] = frozenset()
    section: str = ""
    stories: frozenset[str] = frozenset()

    def values(self, dimension: str) -> frozenset[str]:
        single = {
            TargetDimension.SERVICE.value: self.service,
            TargetDimension.LANGUAGE.value: self.language,
            TargetDimension.SECTION.value: self.section,
        }
        if dimension in single:
            return frozenset({single[dimension]}) - {""}
        return self.topics if dimension == TargetDimension.TOPIC else self.stories


def concerns(rule: Rule, facets: Facets) -> bool:
    """AND between dimensions, OR within one, a definite exclude wins, no rows means everything."""
    for dimension in OTHER_DIMENSIONS:
        target = rule.targets.get(dimension)
        if target is None:
            continue
        values = facets.values(dimension)
        if target.exclude & values or (target.include and not target.include & values):
            return False
    return True
