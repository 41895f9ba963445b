"""A random history of law and stories, and what readers were served in it."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.db import transaction

from articles.caching.watch import watch
from articles.models import (
    LegalNotice,
    NoticeTarget,
    NoticeText,
    Region,
    RegionMembership,
    Section,
    Story,
    Topic,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.law_change import law_changed
from articles.publishing.notices import approve, approve_alone, propose, retire
from articles.publishing.publish import publish
from articles.publishing.refusals import VerbRefused
from articles.publishing.unpublish import unpublish
from articles.vocabularies import Effect, NoticeKind, Reach

PLACES = ["RU", "UA-43", "UA-14", "UA-46", "UA", "DE", "MT", "FR", "GB", ""]
TARGETED = ["RU", "UA", "UA-43", "UA-OCC", "EU", "EEA", "MT", "GB", "FR"]
PLACEMENTS = ["site_banner", "article_top", "article_foot"]
ALTERNATIVES = ["", "", "", "one", "two"]


@dataclass(frozen=True)
class Served:
    """What somebody got at a time; ``story`` is empty for the service's front."""

    place: str
    story: str
    at: datetime
    status: int
    notices: Counter[str]


@dataclass
class History:
    """The newsroom, driven by chance: every step is a second or a day later than the last."""

    chance: random.Random
    client: Any
    cast: Any
    story: Story
    now: datetime
    served: list[Served] = field(default_factory=list)

    def live(self, steps: int) -> None:
        acts = [self.enforce] * 4 + [self.reword, self.lift, self.move, self.redraw, self.air]
        for _step in range(steps):
            self.now += timedelta(seconds=self.chance.choice([1, 60, 3600, 40_000, 90_000]))
            with time_machine.travel(self.now, tick=False):
                with suppress(VerbRefused):  # a verb may make no sense now; so it is in life
                    self.chance.choice(acts)()
                self.read()
            self.now += timedelta(seconds=self.chance.choice([1, 30_000]))
            with time_machine.travel(self.now, tick=False):
                self.read()

    def read(self) -> None:
        watch.due_at = 0.0  # 100 ms later
        place, story = self.chance.choice(PLACES), self.chance.choice(["", str(self.story.pk)])
        path = f"/en/a/the-river-rises/{story}.html" if story else "/en/"
        page = self.client.get(path, headers={"region": place})
        found = re.findall(r'data-notice="([^"]+)"', page.content.decode())
        self.served.append(Served(place, story, self.now, page.status_code, Counter(found)))

    def enforce(self) -> None:
        """A new notice of any kind, starting and ending any time, about anything."""
        starts = self.now + timedelta(hours=self.chance.randint(-30, 20))
        ends = starts + timedelta(hours=self.chance.randint(31, 90))
        notice = LegalNotice.objects.create(
            slug=f"notice-{LegalNotice.objects.count()}",
            kind=self.chance.choice(list(NoticeKind)),
            placements=self.chance.sample(PLACEMENTS, self.chance.randint(1, 2)),
            reach=self.chance.choice(list(Reach)),
            priority=self.chance.randint(0, 3),
            group_key=self.chance.choice(ALTERNATIVES),
            effects=self.chance.sample([str(one) for one in Effect], 1),
            starts_at=starts,
            ends_at=self.chance.choice([None, ends]),
        )
        NoticeText.objects.create(
            notice=notice, language="en", title="Words", body="<p>Words</p>", is_default=True
        )
        for dimension, value in self.targets():
            NoticeTarget.objects.get_or_create(
                notice=notice, dimension=dimension, value=value,
                is_exclude=self.chance.random() < 0.15,
            )  # fmt: skip
        self.approve(notice)

    def targets(self) -> Iterator[tuple[str, str]]:
        for region in self.chance.sample(TARGETED, self.chance.randint(0, 3)):
            yield "region", region
        about = {
            "topic": ["elections", "war"],
            "section": ["politics", "world"],
            "story": [str(self.story.pk)],
            "service": ["en", "fa"],
        }
        if self.chance.random() < 0.5:
            dimension = self.chance.choice(list(about))
            yield dimension, self.chance.choice(about[dimension])

    def approve(self, notice: LegalNotice) -> None:
        version = propose(notice, actor=self.cast.legal_officer, now=self.now)
        how = self.chance.random()
        if how < 0.7:
            approve(version, actor=self.cast.second_legal_officer, now=self.now)
        elif how < 0.9:
            approve_alone(version, actor=self.cast.legal_officer, now=self.now, reason="Now")

    def reword(self) -> None:
        if notice := self.some_notice():
            notice.texts.update(title=f"Words of {self.now}")
            notice.placements = self.chance.sample(PLACEMENTS, 1)
            notice.save()
            self.approve(notice)

    def lift(self) -> None:
        if notice := self.some_notice():
            retire(notice, actor=self.cast.legal_officer, now=self.now, reason="Lifted")

    def some_notice(self) -> LegalNotice | None:
        return self.chance.choice([None, *LegalNotice.objects.order_by("pk")])

    def move(self) -> None:
        """To another section, under other topics; readers notice when it is published."""
        self.story.refresh_from_db()
        self.story.section = self.chance.choice([None, *Section.objects.order_by("pk")])
        self.story.save()
        topics = list(Topic.objects.order_by("pk"))
        self.story.topics.set(self.chance.sample(topics, self.chance.randint(0, 2)))
        if self.chance.random() < 0.7:
            publish(self.story, actor=SYSTEM, now=self.now)

    def redraw(self) -> None:
        """Malta leaves or joins the Union: now, or on a day to come."""
        group, malta = (Region.objects.get(code=code) for code in ("EU", "MT"))
        day = (self.now + timedelta(days=self.chance.randint(0, 3))).date()
        member = RegionMembership.objects.filter(group=group, member=malta)
        with transaction.atomic():
            if member.filter(ends_on=None).exists():
                member.filter(ends_on=None).update(ends_on=day)
            else:
                member.delete()
                RegionMembership.objects.create(group=group, member=malta, starts_on=day)
            law_changed("change EU", now=self.now)

    def air(self) -> None:
        if self.chance.random() < 0.5:
            unpublish(self.story, actor=SYSTEM, now=self.now)
        else:
            publish(self.story, actor=SYSTEM, now=self.now)
