"""Approvals at the same moment: one entry each, no gap, no fork, nothing forgotten."""

import threading

import pytest
from django.db import connections

from articles.models import NoticeManifest, NoticeVersion
from articles.proof.chain import verify
from articles.publishing.notices import approve, propose


@pytest.mark.django_db(transaction=True)
def test_approvals_at_the_same_moment_queue_up(write_notice, cast, now):
    waiting = [
        propose(write_notice(f"notice-{number}"), actor=cast.legal_officer, now=now)
        for number in range(5)
    ]
    start = threading.Barrier(len(waiting))
    failures: list[BaseException] = []

    def work(version: NoticeVersion) -> None:
        try:
            start.wait()
            approve(version, actor=cast.second_legal_officer, now=now)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(version,)) for version in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failures
    entries = list(NoticeManifest.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(len(waiting) + 1))
    assert [len(entry.content["versions"]) for entry in entries] == list(range(len(waiting) + 1))
    assert verify(now=now).is_whole
