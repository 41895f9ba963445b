"""Two publishes at the same moment: one after the other, nothing lost, no twin numbers."""

import threading

import pytest
from django.db import connections

from articles.models import Byline, PublishedStory, Story, StoryVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.library_change import contributor_changed
from articles.publishing.publish import publish
from articles.publishing.save import save


@pytest.mark.django_db(transaction=True)
def test_publishes_at_the_same_moment_queue_up(story, now):
    start = threading.Barrier(6)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            start.wait()
            Story.objects.filter(pk=story.pk).update(standfirst=f"Words of editor {number}")
            save(story, actor=SYSTEM, now=now)
            publish(story, actor=SYSTEM, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failures
    numbers = sorted(StoryVersion.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    newest = StoryVersion.objects.filter(kind="published").order_by("-number").first()
    assert PublishedStory.objects.get().version == newest


@pytest.mark.django_db(transaction=True)
def test_a_change_of_the_library_and_publishes_do_not_wait_for_each_other(
    make_story, reporter_byline, now
):
    """Who writes the ledger makes others wait until the commit: all locks are taken before."""
    stories = [make_story(headline=f"Story {number}") for number in range(4)]
    for story in stories:
        Byline.objects.create(story=story, contributor=reporter_byline)
        publish(story, actor=SYSTEM, now=now)
    start, failures = threading.Barrier(5), []

    def work(number: int) -> None:
        try:
            start.wait()
            for again in range(6):
                if number == 4:
                    contributor_changed(reporter_byline, actor=SYSTEM, now=now)
                    continue
                text = f"Words {number} {again}"
                Story.objects.filter(pk=stories[number].pk).update(standfirst=text)
                publish(stories[number], actor=SYSTEM, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
