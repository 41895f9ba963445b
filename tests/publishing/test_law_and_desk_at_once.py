"""Laws come in by file or are approved while stories go out: nobody waits in a circle, and no
change is lost."""

import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import connections

from articles.exchange import notices as module
from articles.exchange.notice_files import NoticeData, NoticeFile
from articles.exchange.notices import import_notices
from articles.exchange.publisher_file import PublisherData
from articles.models import (
    Contributor,
    LegalNotice,
    NoticeManifest,
    NoticeVersion,
    PublishedStory,
    Region,
    Story,
)
from articles.publishing import withhold as withholding
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve, retire
from articles.publishing.publish import publish
from articles.publishing.withhold import Order, withhold
from articles.vocabularies import RegionKind
from tests.publishing.test_photos_at_the_same_moment import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("britain")]
PUBLISHER = PublisherData("Radio Lantern", "en", "<p>Words</p>", b"", "")


@pytest.fixture
def britain(db):
    return Region.objects.get_or_create(
        code="GB", defaults={"name": "United Kingdom", "kind": RegionKind.COUNTRY}
    )[0]


@pytest.fixture
def lawyers(cast):
    return {"proposer": cast.legal_officer, "approver": cast.second_legal_officer}


def file_of(now, *slugs, words="Careful.", publisher=PUBLISHER):
    return NoticeFile(
        replace(publisher, description=f"<p>{words}</p>"),
        tuple(notice(slug, words, now) for slug in slugs),
    )


def notice(slug, words, now):
    text = {"language": "en", "title": "Careful", "body": f"<p>{words}</p>", "is_default": True}
    values = {
        "kind": "reader_warning", "placements": ["article_foot"], "reach": "matched",
        "starts_at": now - timedelta(days=1),
    }  # fmt: skip
    return NoticeData(slug, values, (text,), ({"dimension": "region", "value": "GB"},))


@pytest.fixture
def shown(english, make_story, lawyers, now):
    """Two stories on air that show the publisher of the file, and one notice of another."""
    import_notices([file_of(now, "theirs")], now=now, **lawyers)
    stories = [make_story(headline=f"Story {number}") for number in range(2)]
    english.publisher = Contributor.objects.get(name="Radio Lantern")
    english.save()
    for story in stories:
        publish(Story.objects.get(pk=story.pk), actor=SYSTEM, now=now)
    return stories


def paused(monkeypatch, name, deed, *, at=1):
    """Just before the import does ``name`` for that time, the deed is begun in its own thread."""
    failures, calls = [], []
    thread = threading.Thread(target=lambda: run(deed))
    real = getattr(module, name)

    def run(deed):
        try:
            deed()
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    def slow(*args, **fields):
        calls.append(args)
        if len(calls) == at:
            thread.start()
            thread.join(timeout=0.7)  # who has to wait for us, does
        return real(*args, **fields)

    monkeypatch.setattr(module, name, slow)

    def ended():
        thread.join()
        return failures

    return ended


def test_an_import_and_an_approval(shown, lawyers, cast, now, monkeypatch):
    import_notices([file_of(now, "ours", words="Be quiet.")], now=now, proposer=cast.legal_officer)
    ours = NoticeVersion.objects.get(approved_at=None)
    ended = paused(
        monkeypatch, "approve", partial(approve, ours, actor=cast.second_legal_officer, now=now)
    )
    import_notices([file_of(now, "theirs", words="New words.")], now=now, **lawyers)
    assert ended() == []
    assert NoticeVersion.objects.in_force().count() == 2
    numbers = list(NoticeManifest.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(len(numbers)))


def test_an_import_that_orders_and_a_publish(shown, lawyers, now, monkeypatch):
    """The order reaches a story whose card is waited for, and which somebody just publishes."""
    story = shown[0]
    Story.objects.filter(pk=story.pk).update(standfirst="Other words")
    PublishedStory.objects.update(share_card_due_at=now)
    order = notice("order", "No.", now)
    order = replace(
        order, values=order.values | {"kind": "withheld"},
        targets=(*order.targets, {"dimension": "story", "value": str(story.pk)}),
    )  # fmt: skip
    file = file_of(now, publisher=replace(PUBLISHER, name="Somebody else"))
    file = replace(file, notices=(notice("first", "Careful.", now), order))
    deed = partial(publish, Story.objects.get(pk=story.pk), actor=SYSTEM, now=now)
    ended = paused(monkeypatch, "approve", deed, at=2)
    import_notices([file], now=now, **lawyers)
    assert ended() == []
    assert PublishedStory.objects.get(story=story).standfirst == "Other words"
    assert NoticeVersion.objects.in_force().count() == 3


def test_imports_publishes_and_approvals_in_every_order(shown, lawyers, cast, now):
    for again in range(4):
        for story in shown:
            Story.objects.filter(pk=story.pk).update(standfirst=f"Words {again}")
        words, other = f"Words {again}", replace(PUBLISHER, name="Somebody else")
        files = [
            [file_of(now, "a", "b", "c", words=words)],
            [file_of(now, "c", "b", "a", words=f"Other {words}", publisher=other)],
        ]
        works = [partial(import_notices, one, now=now, **lawyers) for one in files]
        works += [
            partial(publish, Story.objects.get(pk=story.pk), actor=SYSTEM, now=now)
            for story in reversed(shown)
        ]
        works.append(partial(_retire, actor=cast.legal_officer, now=now))
        _answers, failures = at_once(*works)
        assert failures == []
    assert NoticeVersion.objects.in_force().count() == 3
    assert {row.standfirst for row in PublishedStory.objects.all()} == {"Words 3"}


def _retire(actor, now):
    theirs = LegalNotice.objects.get(slug="theirs")
    if theirs.versions.in_force().exists():
        retire(theirs, actor=actor, now=now, reason="Repealed")


def test_the_same_order_sent_twice_while_it_is_approved(story, cast, now, monkeypatch):
    publish(story, actor=SYSTEM, now=now)
    PublishedStory.objects.update(share_card_due_at=now)
    order = Order(regions=("GB",), starts_at=now, key="k1")
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    real, approval, failures = withholding.propose, [], []

    def run():
        try:
            approve(version, actor=cast.second_legal_officer, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    def slow(*args, **fields):
        approval.append(threading.Thread(target=run))
        approval[0].start()
        approval[0].join(timeout=0.7)
        return real(*args, **fields)

    monkeypatch.setattr(withholding, "propose", slow)
    assert withhold(story, order=order, actor=cast.legal_officer, now=now) == version
    if not approval:
        run()
    for thread in approval:
        thread.join()
    assert failures == []
    assert NoticeVersion.objects.in_force().get() == version
