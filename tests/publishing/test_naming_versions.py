"""A version gets a name, and stays what it is."""

import pytest

from articles.models import EditorialLog
from articles.publishing.name_version import LONGEST_NAME, name_version
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.save import save
from articles.vocabularies import Verb


@pytest.fixture
def version(story, cast, now):
    return save(story, actor=cast.reporter, now=now)


def test_a_version_is_named_and_the_log_says_so(story, version, cast, now):
    name_version(story, 1, " As sent \n to the lawyer ", actor=cast.reporter, now=now)
    before = version.content_hash, version.content
    version.refresh_from_db()
    assert version.name == "As sent to the lawyer"
    assert (version.content_hash, version.content) == before
    entry = EditorialLog.objects.get(verb=Verb.NAME)
    assert (entry.reason, entry.details) == ("As sent to the lawyer", {"version": 1})


def test_the_same_name_twice_is_one_entry(story, version, cast, now):
    for _click in range(2):
        name_version(story, 1, "Lawyer", actor=cast.reporter, now=now)
    assert EditorialLog.objects.filter(verb=Verb.NAME).count() == 1


def test_a_name_is_taken_off_again(story, version, cast, now):
    name_version(story, 1, "Lawyer", actor=cast.reporter, now=now)
    name_version(story, 1, "", actor=cast.reporter, now=now)
    version.refresh_from_db()
    assert version.name == ""


def test_what_cannot_be_named(story, version, cast, now):
    with pytest.raises(WrongState, match="no version 7"):
        name_version(story, 7, "x", actor=cast.reporter, now=now)
    with pytest.raises(WrongState, match="at most"):
        name_version(story, 1, "x" * (LONGEST_NAME + 1), actor=cast.reporter, now=now)


def test_only_writers_of_the_newsroom_name(story, version, cast, now):
    for user in (cast.outsider, cast.photo_editor):
        with pytest.raises(NotAllowed):
            name_version(story, 1, "x", actor=user, now=now)
