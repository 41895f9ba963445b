"""Whether a notice can ever be shown: regions, services and stories that rule each other out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from articles.legal.atlas import Membership, Place
from articles.legal.facets import Facets, concerns
from articles.models import Section, Story
from articles.publishing.notice_draft import Draft
from articles.publishing.notice_names import is_key
from articles.publishing.notice_readers import in_a_sentence
from articles.publishing.notice_wording import may_reach
from articles.publishing.refusals import Problem
from articles.publishing.sentences import quoted, series
from articles.vocabularies import (
    Extent,
    Reach,
    ServiceStatus,
    TargetDimension,
    WorkflowStatus,
)

CANNOT_SHOW = "never"


def reachable(draft: Draft) -> Iterator[Problem]:
    yield from _gone(draft)
    yield from _regions(draft)
    yield from _members_in_part(draft)
    yield from _editions(draft)
    yield from _stories(draft)


def _gone(draft: Draft) -> Iterator[Problem]:
    """Values that name nothing (any more)."""
    missing = {
        TargetDimension.REGION: _("There is no region %(value)s."),
        TargetDimension.SERVICE: _("There is no service %(value)s."),
        TargetDimension.TOPIC: _("There is no topic %(value)s."),
        TargetDimension.SECTION: _("There is no section %(value)s."),
    }
    for dimension, text in missing.items():
        target = draft.target(dimension)
        for value in sorted(target.include | target.exclude):
            if (dimension, value) not in draft.names:
                yield Problem("gone", dimension.value, text % {"value": quoted(value)}, False)


# -- Regions -------------------------------------------------------------------------------------


def _regions(draft: Draft) -> Iterator[Problem]:
    target = draft.target(TargetDimension.REGION)
    dead = {code for code in target.include if _is_taken_out(draft, code, target.exclude)}
    if not dead:
        return
    names = {"places": _places(draft, dead)}
    if dead == target.include:
        text = _("It can never show: %(places)s: that is excluded, too, or holds no place.")
        yield Problem(CANNOT_SHOW, "region", text % names)
    else:
        text = _("Including %(places)s changes nothing: that is excluded, too, or holds no place.")
        yield Problem("pointless_region", "region", text % names, blocks=False)


def _is_taken_out(draft: Draft, code: str, excluded: Iterable[str]) -> bool:
    """Whether every place in ``code`` certainly lies in an excluded region, or none is there."""
    if code in excluded:
        return True
    if code in draft.atlas.groups:
        return all(_is_taken_out(draft, part, excluded) for part in _members(draft, code))
    return code not in draft.atlas.kinds or any(
        draft.atlas.membership(Place(code), one, draft.day) is Membership.YES for one in excluded
    )


def _members(draft: Draft, group: str) -> list[str]:
    return [one.code for one in draft.atlas.groups[group] if one.counts_on(draft.day)]


def _members_in_part(draft: Draft) -> Iterator[Problem]:
    """Partial members are never certain, so that “readers who certainly match” leaves them out."""
    if draft.rule.reach != Reach.MATCHED:
        return
    parts = {
        one.code
        for code in draft.target(TargetDimension.REGION).include
        for one in draft.atlas.groups.get(code, ())
        if one.extent == Extent.PARTIAL and one.counts_on(draft.day)
    } - draft.target(TargetDimension.REGION).include
    if parts:
        text = _("Readers in %(places)s will not see it: those places belong only in part.")
        places = {"places": _places(draft, parts)}
        yield Problem("partial", "reach", text % places, blocks=False)


def _places(draft: Draft, codes: Iterable[str]) -> str:
    names = draft.region_names(codes)
    return series([in_a_sentence(names.get(code, quoted(code))) for code in sorted(codes)])


# -- Services and languages ----------------------------------------------------------------------


def _editions(draft: Draft) -> Iterator[Problem]:
    reached = [service for service in draft.services if may_reach(draft.rule, service)]
    target = draft.target(TargetDimension.SERVICE)
    if not reached and draft.services:
        text = _("It can never show: no service is left of those chosen, in these languages.")
        yield Problem(CANNOT_SHOW, "service", text, blocks=False)
    elif target.include and all(one.status == ServiceStatus.CLOSED for one in reached):
        text = _("Only closed services are chosen: readers will meet it in their archive alone.")
        yield Problem("closed_services", "service", text, blocks=False)
    sections = draft.target(TargetDimension.SECTION).include
    if reached and sections and not _section_in(sections, [one.pk for one in reached]):
        text = _("It can never show: none of the services has a section that was chosen.")
        yield Problem(CANNOT_SHOW, "section", text, blocks=False)


def _section_in(slugs: Iterable[str], services: Iterable[int]) -> bool:
    return Section.objects.filter(slug__in=slugs, service__in=services).exists()


# -- Stories -------------------------------------------------------------------------------------


def _stories(draft: Draft) -> Iterator[Problem]:
    chosen = draft.target(TargetDimension.STORY).include
    ids = {int(value) for value in chosen if is_key(value)}
    if not ids:
        return
    stories = _named_or_translated(draft, ids)
    yield from _lost(draft, ids, stories)
    alive = [one for one in stories.values() if one.workflow_status != WorkflowStatus.KILLED]
    if not alive:
        text = _("It can never show: none of the stories that it names can be read any more.")
        yield Problem(CANNOT_SHOW, "story", text, blocks=False)
    elif not any(concerns(draft.rule, _facets(one)) for one in alive):
        text = _(
            "It can never show: none of its stories is in the chosen services, languages, "
            "sections and topics."
        )
        yield Problem(CANNOT_SHOW, "story", text, blocks=False)


def _lost(draft: Draft, ids: Iterable[int], stories: dict[int, Story]) -> Iterator[Problem]:
    for story_id in sorted(ids):
        story, name = stories.get(story_id), draft.name(TargetDimension.STORY, str(story_id))
        if story is None:
            text = _("There is no story %(story)s.")
            yield Problem("gone", "story", text % {"story": name}, blocks=False)
        elif story.workflow_status == WorkflowStatus.KILLED:
            text = _("The story %(story)s was killed: nobody can read it.")
            yield Problem("killed_story", "story", text % {"story": name}, blocks=False)


def _named_or_translated(draft: Draft, ids: Iterable[int]) -> dict[int, Story]:
    stories = Story.objects.select_related("service", "section").prefetch_related("topics")
    found = {story.pk: story for story in stories.filter(pk__in=ids)}
    if draft.content["reaches_translations"]:
        keys = {story.translation_key for story in found.values()}
        found |= {story.pk: story for story in stories.filter(translation_key__in=keys)}
    return found


def _facets(story: Story) -> Facets:
    return Facets(
        service=story.service.slug,
        language=story.service.language,
        topics=frozenset(topic.slug for topic in story.topics.all()),
        section=story.section.slug if story.section else "",
        stories=frozenset({str(story.pk), str(story.translation_key)}),
    )
