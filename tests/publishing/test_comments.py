"""Comments: said, answered, settled; never lost, never outside the desk."""

import pytest

from articles.publishing.comments import add_comment, settle
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, WrongState


def test_a_thread_is_answered_and_settled_and_stays(story, cast, now):
    first = add_comment(story, "Which bridge?", quote="a bridge", actor=cast.desk_editor, now=now)
    answer = add_comment(story, "The old one.", answers=first, actor=cast.reporter, now=now)
    again = add_comment(story, "Then say so.", answers=answer, actor=cast.desk_editor, now=now)
    assert again.answers == first

    settle(first, actor=cast.reporter, now=now)
    settle(first, actor=cast.desk_editor, now=now)
    first.refresh_from_db()
    assert first.settled_by_name == "reporter"
    assert story.comments.count() == 3
    with pytest.raises(WrongState, match="first comment"):
        settle(answer, actor=cast.reporter, now=now)


def test_comments_are_no_part_of_what_is_published(story, cast, now):
    add_comment(
        story, "Is the informant safe?", quote="first paragraph", actor=cast.reporter, now=now
    )
    on_air = publish(story, actor=cast.desk_editor, now=now)
    assert "informant" not in str(on_air.document) + str(on_air.version.content)


def test_an_outsider_neither_comments_nor_settles(story, cast, now):
    comment = add_comment(story, "Hm.", actor=cast.reporter, now=now)
    with pytest.raises(NotAllowed):
        add_comment(story, "Me too", actor=cast.outsider, now=now)
    with pytest.raises(NotAllowed):
        settle(comment, actor=cast.outsider, now=now)


def test_an_empty_or_endless_comment_and_a_stranger_s_thread_are_refused(
    story, make_story, cast, now
):
    other = add_comment(make_story(), "Elsewhere", actor=cast.reporter, now=now)
    for text, answers, words in (
        ("  ", None, "Write"),
        ("x" * 5001, None, "5001"),
        ("Yes", other, "another story"),
    ):
        with pytest.raises(WrongState, match=words):
            add_comment(story, text, answers=answers, actor=cast.reporter, now=now)


def test_a_hostile_comment_is_plain_text(story, cast, now):
    comment = add_comment(
        story, "<script>alert(1)</script>Well\x00", quote="\u202eevil", actor=cast.reporter, now=now
    )
    assert "\x00" not in comment.text
    assert "\u202e" not in comment.quote or comment.quote.endswith("\u202c")
