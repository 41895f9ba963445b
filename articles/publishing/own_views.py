"""Views of the story list that a person keeps: theirs alone, on whatever computer.

Not an editorial act: no version, no log, no ledger.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from articles.models import OwnView
from articles.publishing.refusals import WrongState
from articles.text.characters import is_blank
from articles.text.normalise import search_key
from articles.text.sanitise import clean_line

MOST_VIEWS, LONGEST_NAME, LONGEST_QUERY = 20, 80, 4000
LONGEST_KEY = 240


def views_of(user: User) -> list[OwnView]:
    return list(OwnView.objects.filter(user=user))


@transaction.atomic
def keep_view(name: str, query: str, *, actor: User) -> OwnView:
    """The same twice is one view. Raises WrongState for what cannot be kept."""
    _lock(actor)
    name = _name_given(name)
    if not query:
        raise WrongState(_("The list shows everything: narrow it first, then save what you see."))
    if len(query) > LONGEST_QUERY:
        raise WrongState(_("This search is too long to be kept: use fewer words."))
    if (twin := _named(actor, name)) and twin.query == query:
        return twin
    _require_free(twin)
    _require_new(actor.own_views.filter(query=query).first())
    if actor.own_views.count() >= MOST_VIEWS:
        raise WrongState(
            _("You have %(most)s views already: delete one, then save this one.")
            % {"most": MOST_VIEWS}
        )
    last = actor.own_views.aggregate(last=Max("position"))["last"] or 0
    key = _key(name)
    return OwnView.objects.create(
        user=actor, name=name, name_key=key, query=query, position=last + 1
    )


@transaction.atomic
def rename_view(view: OwnView, name: str, *, actor: User) -> None:
    _lock(actor)
    name = _name_given(name)
    twin = _named(actor, name)
    _require_free(None if twin and twin.pk == view.pk else twin)
    _own(view, actor).update(name=name, name_key=_key(name))


@transaction.atomic
def move_view(view: OwnView, by: int, *, actor: User) -> None:
    """One place up (-1) or down (1); at the end it stays."""
    _lock(actor)
    keys = [one.pk for one in views_of(actor)]
    if view.pk not in keys:
        return
    at = keys.index(view.pk)
    keys.insert(max(at + by, 0), keys.pop(at))
    for position, key in enumerate(keys, 1):
        actor.own_views.filter(pk=key).update(position=position)


@transaction.atomic
def open_with(view: OwnView | None, *, actor: User) -> None:
    """The list opens with ``view``; None: with all stories."""
    _lock(actor)
    actor.own_views.filter(is_first=True).update(is_first=False)
    if view:
        _own(view, actor).update(is_first=True)


def drop_view(view: OwnView | None, *, actor: User) -> None:
    """None: gone already. A second click finds nothing to delete, and that is what was wanted."""
    if view:
        _own(view, actor).delete()


def _own(view: OwnView, actor: User) -> QuerySet[OwnView]:
    return actor.own_views.filter(pk=view.pk)


def _lock(actor: User) -> None:
    """Two clicks at once come one after the other."""
    User.objects.select_for_update(no_key=True).get(pk=actor.pk)


def _name_given(text: str) -> str:
    name = clean_line(text)
    if is_blank(name):
        raise WrongState(_("Give the view a name."))
    if len(name) > LONGEST_NAME:
        raise WrongState(
            _("A name has at most %(most)s characters; this one has %(count)s.")
            % {"most": LONGEST_NAME, "count": len(name)}
        )
    return name


def _key(name: str) -> str:
    """Two names that look alike are one."""
    return (search_key(name) or name)[:LONGEST_KEY]


def _named(actor: User, name: str) -> OwnView | None:
    return actor.own_views.filter(name_key=_key(name)).first()


def _require_free(twin: OwnView | None) -> None:
    if twin:
        raise WrongState(
            _("You have a view “%(name)s” already: choose another name.") % {"name": twin.name}
        )


def _require_new(same: OwnView | None) -> None:
    """Of two names for one list only the first would ever be lit."""
    if same:
        raise WrongState(_("You have this as “%(name)s”.") % {"name": same.name})
