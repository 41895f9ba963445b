"""A changed region, its members or its spellings: the law of every page may change with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from articles.models import Region
from articles.publishing.actors import Actor
from articles.publishing.atlas_fit import Term, alias_problems, member_problems, region_problems
from articles.publishing.law_change import law_changed
from articles.publishing.manifest import take_turn
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import NotFit, Problem
from articles.vocabularies import Verb


@transaction.atomic
def region_changed(
    region: Region, *, actor: Actor, now: datetime, what: Sequence[str] = ()
) -> None:
    """Call in the transaction that changed the rows: it fails with this verb.

    ``what`` names the fields and rows that were changed, for the log.
    """
    take_turn(now)
    region = Region.objects.select_for_update(of=("self",), no_key=True).get(pk=region.pk)
    require(actor, Deed.EDIT_ATLAS)
    problems = list(_problems_of(region))
    if problems:
        raise NotFit(problems)
    files = law_changed(f"change region {region.code}", now=now)
    log(Verb.CHANGE, region, actor=actor, now=now, code=region.code, what=list(what), files=files)


def _problems_of(region: Region) -> Iterator[Problem]:
    """All that the forms ask, of what stands in the database now."""
    yield from region_problems(region)
    rows = region.members.select_related("member")
    yield from member_problems(
        region, [Term(row.member, row.starts_on, row.ends_on) for row in rows]
    )
    for alias in region.aliases.all():
        yield from alias_problems(alias)
