"""A legal officer in a process of their own: puts notices in force, prints two stories' paths, then
says of each question, a line of JSON, what the law means for a reader.

Asked is the law engine's pure function, with the place as the test knows it, never as a header
says it: ``{"place": "UA-43", "address": "", "also": "", "page": "story"}``.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.contrib.auth.models import User
from django.utils import timezone

from articles.legal.address import look_up
from articles.legal.atlas import Atlas, Place, load_atlas
from articles.legal.facets import Facets
from articles.legal.resolve import Resolution, resolve
from articles.legal.rules import Rule, load_rules
from articles.models import LegalNotice, PublishedStory, StaffRole
from articles.pages.addresses import story_path
from articles.publishing.notices import approve, propose
from articles.vocabularies import Placement, Role
from tests.notices import write_notice
from tests.servers.desk import put_on_air, story_called

BANNER, FOOT = ["site_banner"], ["article_foot"]
NOTICES = {
    "russia": {"regions": ["RU"], "placements": BANNER},
    "occupied": {"regions": ["UA-OCC"], "placements": [*BANNER, *FOOT]},
    "certain": {"regions": ["GB", "BY"], "reach": "matched", "placements": FOOT},
    "union": {"regions": ["EEA"], "reach": "matched", "placements": BANNER, "kind": "privacy"},
    "california": {"regions": ["US-CA"], "placements": FOOT},
    "nowhere-else": {"exclude": ["RU", "KZ"], "placements": FOOT},
    "all": {"reach": "everyone", "regions": ["TR"], "placements": FOOT},
}


def officer(name: str) -> User:
    user, is_new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if is_new:
        StaffRole.objects.create(user=user, newsroom=None, role=Role.LEGAL_OFFICER)
    return user


def enforce(slug: str, **fields: object) -> None:
    now = timezone.now()
    if LegalNotice.objects.filter(slug=slug).exists():
        return
    version = propose(write_notice(now, slug, **fields), actor=officer("first"), now=now)
    approve(version, actor=officer("second"), now=now)


def seed() -> dict[str, PublishedStory]:
    rows = {word: put_on_air(story_called(word), "1") for word in ("lawful", "withheld")}
    for slug, fields in NOTICES.items():
        enforce(slug, **fields)
    enforce(
        "order", regions=["GB"], story=rows["withheld"], kind="withheld", reach="matched",
        demanding_party="A court", legal_basis="An act",
        starts_at=timezone.now() - timedelta(days=1),
    )  # fmt: skip
    return rows


class Lawyer:
    def __init__(self, rows: dict[str, PublishedStory]) -> None:
        self.rows = rows
        self.atlas: Atlas = load_atlas()
        self.rules: tuple[Rule, ...] = load_rules(timezone.now())

    def says(self, question: dict[str, str]) -> dict[str, object]:
        place = self._place(question)
        also = self.atlas.place(*question["also"].split("-")) if question["also"] else None
        row = self.rows.get(question["page"])
        found = self._resolved(place, also, row)
        withheld = self._resolved(place, also, self.rows["withheld"]).withheld is not None
        shown = {one.rule.slug for one in found.at(Placement.SITE_BANNER)}
        if row is not None:
            shown |= {one.rule.slug for one in found.at(Placement.ARTICLE_FOOT)}
        return {
            "status": 451 if found.withheld else 200,
            "notices": sorted(shown),
            "lists_withheld": not withheld,
        }

    def _place(self, question: dict[str, str]) -> Place:
        if question["address"]:
            return self.atlas.place(look_up(question["address"]).country)
        country, _dash, part = question["place"].partition("-")
        return self.atlas.place(country, part) if country else Place()

    def _resolved(self, place: Place, also: Place | None, row: PublishedStory | None) -> Resolution:
        stories = frozenset((str(row.pk), str(row.translation_key))) if row else frozenset()
        facets = Facets("en", "en", stories=stories)
        return resolve(place, facets, self.rules, self.atlas, timezone.now(), also)


def main() -> None:
    rows = seed()
    print(json.dumps({w: story_path("en", r.slug, r.pk) for w, r in rows.items()}), flush=True)
    lawyer = Lawyer(rows)
    for line in sys.stdin:
        print(json.dumps(lawyer.says(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
