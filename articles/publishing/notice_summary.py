"""A legal notice in one plain sentence, for those who write and those who approve it."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.publishing import notice_phrases as phrases
from articles.publishing.notice_names import Names, names_of
from articles.publishing.notice_readers import readers
from articles.publishing.snapshot import Content
from articles.vocabularies import NoticeKind, WhenPushed


def summary(content: Content, *, user: User | None = None, names: Names | None = None) -> str:
    """``content`` is ``notice_snapshot(notice)`` or the content of a version.

    ``names`` come from ``names_of`` where many summaries are made at once; else they are looked
    up here: with a ``user`` also the headlines of the working copies that this user may see.
    """
    if names is None:
        names = names_of([content], user)
    return _("; ").join(_clauses(content, names)) + "."


def _clauses(content: Content, names: Names) -> Iterator[str]:
    yield _what(content, names)
    yield from phrases.editions(content, names)
    yield from phrases.effects(content)
    if content["verbatim"]:
        yield _wording(content)
    if content["kind"] == NoticeKind.WITHHELD:
        yield from _order(content)
    yield phrases.window(content)


def _what(content: Content, names: Names) -> str:
    if content["kind"] == NoticeKind.WITHHELD:
        what = {"stories": phrases.stories(content, names)}
        from_whom = readers(content, names, preposition=_("from"))
        return _("Withholds %(stories)s ") % what + from_whom
    where = {"where": phrases.places_on_the_page(content, names)}
    return _("Shown %(where)s ") % where + readers(content, names, preposition=_("to"))


def _wording(content: Content) -> str:
    scale = content["min_scale"].removesuffix(".0")
    if scale == "1":
        return _("wording fixed by law")
    return _("wording fixed by law, at least %(scale)s times the size of the text") % {
        "scale": scale
    }


def _order(content: Content) -> Iterator[str]:
    if content["public_reason"]:
        yield _("readers are told why")
    else:
        yield _("readers are not told why")
    if content["when_pushed"] == WhenPushed.CARRY:
        yield _("partners get it with the restriction stated")
    else:
        yield _("left out of deliveries to partners")
