"""Comments on a story: written, answered, settled; none is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StoryComment
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.sent_before import key_of
from articles.text.sanitise import clean_line, clean_text
from articles.vocabularies import Verb

LONGEST, LONGEST_QUOTE, LONGEST_AROUND = 5_000, 300, 80
MOST_OCCURRENCES = 1_000_000


@dataclass(frozen=True)
class Place:
    """Where a passage stands whose words may come more than once: the words around it, and how
    many like it come before."""

    before: str = ""
    after: str = ""
    occurrence: int = 0


ANYWHERE = Place()


@transaction.atomic
def add_comment(
    story: Story,
    text: str,
    *,
    actor: Actor,
    now: datetime,
    quote: str = "",
    place: Place = ANYWHERE,
    form: UUID | None = None,
    answers: StoryComment | None = None,
    asks_for_change: bool = False,
    verb: Verb | None = Verb.COMMENT,
) -> StoryComment:
    """``quote`` are the words it is about; an answer belongs to the thread's first comment.

    ``form`` is new for each form that is opened: the same words twice are one comment.
    """
    story = lock_story(story)
    require(actor, Deed.COMMENT, story)
    if not (text := clean_text(text)):
        raise WrongState(_("Write what you want to say."))
    if len(text) > LONGEST:
        raise WrongState(
            _("A comment has at most %(most)s characters; this one has %(count)s.")
            % {"most": LONGEST, "count": len(text)}
        )
    if answers and answers.story_id != story.pk:
        raise WrongState(_("That comment belongs to another story."))
    quote = clean_line(quote)[:LONGEST_QUOTE]
    thread = answers and (answers.answers or answers)
    about = (quote, thread.pk if thread else 0, asks_for_change)
    if known := sent_before(story, text, *about, form=form):
        return known
    comment = StoryComment.objects.create(
        story=story, answers=thread, text=text, quote=quote, asks_for_change=asks_for_change,
        words_before=clean_line(place.before)[-LONGEST_AROUND:],
        words_after=clean_line(place.after)[:LONGEST_AROUND],
        occurrence=min(place.occurrence, MOST_OCCURRENCES),
        key=key_of(form, story.pk, text, *about),
        author=user_of(actor), author_name=name_of(actor), written_at=now,
    )  # fmt: skip
    if verb:
        log(verb, story, actor=actor, now=now, service=story.service, comment=comment.pk)
    return comment


def sent_before(
    story: Story, text: str, quote: str = "", thread: int = 0, asks_for_change: bool = False, *,
    form: UUID | None,
) -> StoryComment | None:  # fmt: skip
    words = clean_text(text), clean_line(quote)[:LONGEST_QUOTE], thread, asks_for_change
    key = key_of(form, story.pk, *words)
    return story.comments.filter(key=key).first() if key else None


@transaction.atomic
def settle(comment: StoryComment, *, actor: Actor, now: datetime) -> None:
    """The thread is done; settling twice changes nothing."""
    comment = StoryComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    require(actor, Deed.COMMENT, comment.story)
    if comment.answers_id:
        raise WrongState(_("Settle the first comment of the thread: its answers go with it."))
    if comment.settled_at:
        return
    comment.settled_at, comment.settled_by_name = now, name_of(actor)
    comment.save(update_fields=["settled_at", "settled_by_name"])
    story = comment.story
    log(Verb.RESOLVE, story, actor=actor, now=now, service=story.service, comment=comment.pk)
