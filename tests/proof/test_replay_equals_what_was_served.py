"""A random history of law and stories: the manifest, replayed, gives what readers were served."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime

import pytest

from articles.models import Section, Topic
from articles.proof.answer import Answer, ask
from articles.proof.chain import verify
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.proof.history import PLACEMENTS, History, Served


def replay(one: Served, now: datetime) -> Answer:
    return ask(
        region=one.place or "unknown", service="en", story=one.story, at=one.at.isoformat(), now=now
    )


def counted(answer: Answer) -> Counter[str]:
    """How often each notice stands on the page that the answer speaks of."""
    is_story = answer.story is not None and answer.status == 200
    placements = PLACEMENTS if is_story else ["site_banner"]
    return Counter(
        evidence.shown.rule.slug
        for evidence in answer.evidence
        for placement in placements
        if placement in evidence.shown.rule.placements
    )


@pytest.fixture
def history(client, cast, story, english, settings, now):
    def make(seed):
        settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
        Section.objects.create(service=english, name="World", slug="world")
        for slug in ("elections", "war"):
            Topic.objects.create(slug=slug, name=slug.title())
        publish(story, actor=SYSTEM, now=now)
        return History(random.Random(seed), client, cast, story, now)

    return make


@pytest.mark.parametrize("seed", range(8))
def test_the_manifest_replays_what_readers_were_served(seed, history):
    past = history(seed)
    past.live(40)
    for one in past.served:
        answer = replay(one, past.now)
        assert answer.status == one.status, one
        if one.status == 451:
            assert {evidence.shown.rule.slug for evidence in answer.evidence} == set(one.notices)
        else:
            assert counted(answer) == one.notices, one
    assert verify(now=past.now).flaw == ""
    assert {200, 451} & {one.status for one in past.served}
    assert any(one.notices for one in past.served)
