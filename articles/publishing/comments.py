"""Comments on a story: written, answered, settled; none is ever deleted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles.models import Story, StoryComment
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.text.sanitise import clean_line, clean_text
from articles.vocabularies import Verb

LONGEST, LONGEST_QUOTE = 5_000, 300


@transaction.atomic
def add_comment(
    story: Story,
    text: str,
    *,
    actor: Actor,
    now: datetime,
    quote: str = "",
    answers: StoryComment | None = None,
    asks_for_change: bool = False,
    verb: Verb | None = Verb.COMMENT,
) -> StoryComment:
    """``quote`` are the words it is about; an answer belongs to the thread's first comment."""
    require(actor, Deed.COMMENT, story)
    if not (text := clean_text(text)):
        raise WrongState("Write what you want to say.")
    if len(text) > LONGEST:
        raise WrongState(f"A comment has at most {LONGEST} characters; this one has {len(text)}.")
    if answers and answers.story_id != story.pk:
        raise WrongState("That comment belongs to another story.")
    comment = StoryComment.objects.create(
        story=story, answers=answers and (answers.answers or answers), text=text,
        quote=clean_line(quote)[:LONGEST_QUOTE], asks_for_change=asks_for_change,
        author=user_of(actor), author_name=name_of(actor), written_at=now,
    )  # fmt: skip
    if verb:
        log(verb, story, actor=actor, now=now, service=story.service, comment=comment.pk)
    return comment


@transaction.atomic
def settle(comment: StoryComment, *, actor: Actor, now: datetime) -> None:
    """The thread is done; settling twice changes nothing."""
    comment = StoryComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    require(actor, Deed.COMMENT, comment.story)
    if comment.answers_id:
        raise WrongState("Settle the first comment of the thread: its answers go with it.")
    if comment.settled_at:
        return
    comment.settled_at, comment.settled_by_name = now, name_of(actor)
    comment.save(update_fields=["settled_at", "settled_by_name"])
    story = comment.story
    log(Verb.RESOLVE, story, actor=actor, now=now, service=story.service, comment=comment.pk)
