"""Two publishes at the same moment: one after the other, nothing lost, no twin numbers."""

import threading

import pytest
from django.db import connections

from articles.models import PublishedStory, Story, StoryVersion
from articles.publishing.actors import SYSTEM
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
