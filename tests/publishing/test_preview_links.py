"""A secret link: made by editors, kept as a hash, over when it is over."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from articles.models import EditorialLog, PreviewLink, StaffRole
from articles.publishing.kill import kill
from articles.publishing.preview_links import (
    LENGTH,
    MOST_OPEN,
    Sharing,
    end_link,
    is_open,
    link_called,
    make_link,
)
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.save import save
from articles.vocabularies import Verb

DAY = timedelta(days=1)


@pytest.fixture
def share(story, cast, now):
    def make(actor=None, key=None, lasts=DAY, at=now, **said):
        sharing = Sharing(key or uuid4(), lasts, **said)
        return make_link(story, sharing, actor=actor or cast.desk_editor, now=at)

    return make


def test_the_token_is_nowhere_in_the_database(share):
    link, token = share()
    assert len(token) == LENGTH
    assert token not in str(PreviewLink.objects.filter(pk=link.pk).values().get())
    assert token not in str(list(EditorialLog.objects.values()))
    assert link_called(token) == link


def test_a_form_that_is_sent_twice_makes_one_link(share):
    key = uuid4()
    assert share(key=key) == share(key=key)
    assert PreviewLink.objects.count() == 1
    assert EditorialLog.objects.filter(verb=Verb.SHARE).count() == 1


def test_the_key_of_a_form_alone_does_not_make_the_token(share, cast):
    """Two people with the same key: what is in the form is not what is secret."""
    key = uuid4()
    assert share(key=key)[1] != share(key=key, actor=cast.service_chief)[1]
    assert key.hex not in share(key=key)[1]


def test_a_link_that_is_over_is_not_made_again_by_an_old_form(share, cast, now):
    key = uuid4()
    link, _token = share(key=key)
    end_link(link, actor=cast.desk_editor, now=now)
    with pytest.raises(WrongState, match="is over"):
        share(key=key)


def test_it_shows_what_was_saved_when_it_was_made(share, story, cast, now):
    save(story, actor=cast.reporter, now=now)
    link, _token = share()
    assert link.version.number == 1
    assert share(is_frozen=False)[0].version is None


def test_what_no_version_holds_yet_is_kept_as_one(share, story, cast):
    link, _token = share()
    assert link.version.content["headline"] == story.headline
    assert link.version.author is None  # who shared it has written nothing


def test_it_ends_by_itself_and_by_hand(share, cast, now):
    link, _token = share()
    assert is_open(link, now)
    assert not is_open(link, now + DAY)
    for _click in range(2):
        end_link(link, actor=cast.service_chief, now=now)
    assert not is_open(link, now)
    assert EditorialLog.objects.filter(verb=Verb.UNSHARE).count() == 1


def test_it_ends_with_the_account_of_whoever_made_it(share, cast, now):
    _link, token = share()
    cast.desk_editor.is_active = False
    cast.desk_editor.save()
    assert not is_open(link_called(token), now)


def test_nobody_opens_more_doors_than_can_be_watched(share, cast, now):
    links = [share()[0] for _number in range(MOST_OPEN)]
    with pytest.raises(WrongState, match="end one first"):
        share()
    end_link(links[0], actor=cast.desk_editor, now=now)
    share()


@pytest.mark.parametrize("lasts", [timedelta(), timedelta(hours=-1), timedelta(days=7, seconds=1)])
def test_no_link_lasts_for_ever(lasts, share):
    with pytest.raises(WrongState, match="seven days"):
        share(lasts=lasts)


def test_a_killed_story_is_shown_to_nobody(share, story, cast, now):
    _link, token = share()
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    assert not is_open(link_called(token), now)
    with pytest.raises(WrongState, match="killed"):
        share()


@pytest.mark.parametrize("who", ["reporter", "photo_editor", "legal_officer", "outsider"])
def test_only_the_desk_shows_a_story_outside(who, share, cast, now):
    with pytest.raises(NotAllowed):
        share(actor=getattr(cast, who))
    link, _token = share()
    with pytest.raises(NotAllowed):
        end_link(link, actor=getattr(cast, who), now=now)


def test_an_editor_of_another_newsroom_ends_no_link(share, persian_newsroom, now):
    stranger = User.objects.create_user("stranger", is_staff=True)
    StaffRole.objects.create(user=stranger, newsroom=persian_newsroom, role="editor")
    link, _token = share()
    with pytest.raises(NotAllowed):
        end_link(link, actor=stranger, now=now)


@pytest.mark.parametrize(
    "forged", ["", "x", "x" * LENGTH, "é" * LENGTH, "x" * 5_000, "\0" * LENGTH]
)
def test_what_nobody_made_is_no_link(forged, share):
    share()
    assert link_called(forged) is None
