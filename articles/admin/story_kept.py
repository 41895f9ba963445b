"""What was typed and not saved, offered again: what differs, in words and colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.admin.story_labels import TEXTS, label_of
from articles.admin.story_moments import clock_words
from articles.models import Story, StoryDraft
from articles.publishing.keep_draft import Fields, Typed, drafts_of
from articles.publishing.permissions import Deed, may
from articles.text.diff import Change, Piece, word_diff
from articles.text.plain import plain_text
from articles.text.sanitise import clean_body, clean_line, clean_text

# Of what did not change, so much is shown on either side of a change.
BESIDE, LONGEST = 60, 3000


@dataclass(frozen=True)
class Difference:
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Offer:
    """``others``: what else was changed, by name alone; ``is_behind``: somebody saved since."""

    draft: StoryDraft
    when: str
    differences: tuple[Difference, ...]
    others: tuple[str, ...]
    is_behind: bool

    @property
    def is_worth_it(self) -> bool:
        """Not what was saved at last, though its form never heard of it."""
        return bool(self.differences or self.others)


def kept_context(user: User, story: Story | None, page: str) -> dict[str, Any]:
    """``page``: the form that asks; its own text needs no offer."""
    drafts = [draft for draft in drafts_of(user, story) if draft.page != page]
    killed = story is not None and story.workflow_status == "killed"
    offers = [_offer(draft, story) for draft in drafts]
    return {
        "offers": [offer for offer in offers if offer.is_worth_it],
        "may_take_over": not killed and may(user, Deed.WRITE_STORY, story),
    }


def is_saved_already(typed: Typed, story: Story | None) -> bool:
    """A text that the browser still held, though it had been saved."""
    if story is None:
        key = next(iter(typed.fields.get("translation_key", ())), "")
        return _is_uuid(key) and Story.objects.filter(translation_key=key).exists()
    if list(_differences(typed.fields, story)):
        return False
    return not _others(typed.touched) or _newest(story) > typed.base


def _offer(draft: StoryDraft, story: Story | None) -> Offer:
    return Offer(
        draft=draft,
        when=clock_words(draft.kept_at, story, now=timezone.now()),
        differences=tuple(_differences(draft.fields, story)),
        others=tuple(_others(draft.touched)),
        is_behind=story is not None and _newest(story) > draft.base,
    )


def _newest(story: Story) -> int:
    """Read with the story where its form was asked for."""
    if hasattr(story, "newest"):
        return int(story.newest or 0)
    return story.versions.values_list("number", flat=True).order_by("-number").first() or 0


def _differences(fields: Fields, story: Story | None) -> Iterator[Difference]:
    for name in TEXTS:
        if name in fields:
            typed = _typed(name, next(iter(fields[name]), ""))
            saved = _legible(name, getattr(story, name)) if story else ""
            if typed != saved:
                yield Difference(label_of(name), tuple(shortened(word_diff(saved, typed))))


def _typed(name: str, text: str) -> str:
    if name == "body":
        return plain_text(clean_body(text))
    return clean_text(text) if name == "ed_note" else clean_line(text)


def _legible(name: str, text: str) -> str:
    return plain_text(text) if name == "body" else text


def _others(touched: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(label_of(name) for name in touched if name not in TEXTS))


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and set(text.lower()) <= set("0123456789abcdef-")


def shortened(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Long stretches without a change are left out: the change is what is to be judged."""
    for piece in pieces:
        text = piece.text
        if piece.change == Change.SAME and len(text) > 3 * BESIDE:
            yield Piece(Change.SAME, f"{text[:BESIDE]} … {text[-BESIDE:]}")
        elif len(text) > LONGEST:
            yield Piece(piece.change, f"{text[:LONGEST]} …")
        else:
            yield piece
