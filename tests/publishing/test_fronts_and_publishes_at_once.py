"""A front goes on air while its stories are published: neither waits for the other for ever."""

import threading

import pytest
from django.db import connections

from articles.models import LanguageService, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.front_slots import Slot
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front

ROUNDS = 8


def arrange(service, stories, now):
    service = LanguageService.objects.get(pk=service.pk)
    front = service.fronts.filter(section=None).first()
    seen = front.edits if front else 0
    slots = [Slot(story.pk) for story in stories]
    front = save_front(service, None, slots, seen=seen, actor=SYSTEM, now=now).front
    put_front_on_air(front, seen=front.edits, actor=SYSTEM, now=now)


def correct(story, words, now):
    Story.objects.filter(pk=story.pk).update(standfirst=words)
    publish(Story.objects.get(pk=story.pk), actor=SYSTEM, now=now)


def at_once(*deeds):
    """Each deed with the numbers of its rounds, all in threads; what went wrong."""
    start, failures = threading.Barrier(len(deeds)), []

    def work(deed):
        try:
            start.wait()
            for again in range(ROUNDS):
                deed(again)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.mark.django_db(transaction=True)
def test_neither_is_refused(english, make_story, now):
    stories = [make_story(headline=f"Story {number}") for number in range(3)]
    for story in stories:
        publish(story, actor=SYSTEM, now=now)
    assert (
        at_once(
            lambda again: arrange(english, stories[again % 2 :], now),
            *(lambda again, one=one: correct(one, f"Words {again}", now) for one in stories),
        )
        == []
    )
