"""What an editor may do, decided here and nowhere else.

``may`` is asked by the verbs, the desk's screens and every secondary path (history, preview,
autocomplete). Roles belong to a newsroom; a role without a newsroom holds in the whole house.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import LanguageService, LegalNotice, Photo, StaffRole, Story
from articles.publishing.actors import Actor, SystemActor
from articles.publishing.deeds import ALLOWED, WHOLE_HOUSE
from articles.publishing.deeds import Deed as Deed  # whoever asks names a deed: both from here
from articles.publishing.notice_scope import newsrooms_of, newsrooms_served, notices_seen_by
from articles.publishing.refusals import NotAllowed

Noun = Story | Photo | LegalNotice | LanguageService | None


def may(actor: Actor, deed: Deed, noun: Noun = None) -> bool:
    """Whether ``actor`` may do ``deed``; without a noun: anywhere at all."""
    if isinstance(actor, SystemActor):
        return deed not in (Deed.APPROVE_NOTICE, Deed.APPROVE)
    if not (actor.is_active and actor.is_staff):
        return False
    return any(
        _reaches(row, deed, noun) and row.role in ALLOWED[deed] for row in _roles(actor)
    ) or (deed is Deed.EDIT_PHOTO and isinstance(noun, Photo) and _is_own_photo(actor, noun))


def require(actor: Actor, deed: Deed, noun: Noun = None) -> None:
    if not may(actor, deed, noun):
        raise NotAllowed(not_allowed(deed))


def not_allowed(deed: Deed) -> str:
    return _("You may not %(deed)s.") % {"deed": _(deed.value)}


def services_where(user: User, deed: Deed) -> QuerySet[LanguageService]:
    """The services in which ``user`` may do ``deed``."""
    rows = [row for row in _roles(user) if row.role in ALLOWED[deed]]
    if any(row.newsroom_id is None for row in rows):
        return LanguageService.objects.all()
    return LanguageService.objects.filter(newsroom_id__in={row.newsroom_id for row in rows})


def people_who_may(deed: Deed, service: LanguageService) -> QuerySet[User]:
    """Everybody with a role that may do ``deed`` in ``service``."""
    roles = StaffRole.objects.filter(
        Q(newsroom=None) | Q(newsroom=service.newsroom_id), role__in=ALLOWED[deed]
    )
    people = User.objects.filter(is_active=True, is_staff=True, pk__in=roles.values("user"))
    return people.order_by("first_name", "last_name", "username")


def may_write_for(user: User, newsrooms: set[int]) -> bool:
    """Whether a notice that names services of ``newsrooms`` would be this user's to change.

    Empty: it names none, and concerns the whole house.
    """
    return any(
        row.role in ALLOWED[Deed.EDIT_NOTICE] and _is_theirs_alone(row, newsrooms)
        for row in _roles(user)
    )


def visible_stories(user: User) -> QuerySet[Story]:
    """Working copies that ``user`` may see: those of the own newsrooms."""
    return Story.objects.filter(service__in=services_where(user, Deed.VIEW_STORY))


def visible_notices(user: User) -> QuerySet[LegalNotice]:
    """Legal notices of the whole house and of the own newsrooms; none for journalists."""
    rows = [row for row in _roles(user) if row.role in ALLOWED[Deed.VIEW_NOTICE]]
    if any(row.newsroom_id is None for row in rows):
        return LegalNotice.objects.all()
    newsrooms = {row.newsroom_id for row in rows if row.newsroom_id}
    return notices_seen_by(newsrooms) if newsrooms else LegalNotice.objects.none()


def visible_photos(user: User) -> QuerySet[Photo]:
    """The house's common library and the photos of the own newsrooms."""
    own = services_where(user, Deed.VIEW_STORY).values("newsroom")
    return Photo.objects.filter(Q(newsroom=None) | Q(newsroom__in=own))


def holds_in_the_house(user: User, deed: Deed) -> bool:
    """Whether ``user`` may do ``deed`` in every newsroom, not in some alone."""
    return any(row.newsroom_id is None and row.role in ALLOWED[deed] for row in _roles(user))


def may_keep_account(actor: Actor, user: User) -> bool:
    """Whether ``actor`` may freeze the account of somebody else, open it, and set its password:
    an administrator of the house, or of every newsroom in which ``user`` works."""
    if isinstance(actor, SystemActor) or not may(actor, Deed.EDIT_STAFF):
        return isinstance(actor, SystemActor)
    own = {row.newsroom_id for row in _roles(actor) if row.role in ALLOWED[Deed.EDIT_STAFF]}
    theirs = set(user.staff_roles.values_list("newsroom_id", flat=True))
    return None in own or (bool(theirs) and theirs <= own)


def roles_of(user: User) -> set[str]:
    """What ``user`` is, wherever: for what holds for a person, not for a deed."""
    return {row.role for row in _roles(user)}


def _roles(user: User) -> list[StaffRole]:
    """The user's roles, read once per loaded user (that is, once per request)."""
    if not hasattr(user, "_staff_roles"):
        user._staff_roles = list(user.staff_roles.all())  # type: ignore[attr-defined]
    roles: list[StaffRole] = user._staff_roles  # type: ignore[attr-defined]
    return roles


def _reaches(row: StaffRole, deed: Deed, noun: Noun) -> bool:
    if row.newsroom_id is None:
        return True
    if noun is None:
        return deed not in WHOLE_HOUSE
    if isinstance(noun, LegalNotice):
        return _reaches_notice(row, deed, noun)
    newsroom = noun.service.newsroom_id if isinstance(noun, Story) else noun.newsroom_id
    return newsroom is None or newsroom == row.newsroom_id


def _reaches_notice(row: StaffRole, deed: Deed, notice: LegalNotice) -> bool:
    """A newsroom's legal officer sees what concerns it, and changes what concerns it alone.

    Both in words and on air: whoever changes the words takes the version in force from the air.
    """
    newsrooms = newsrooms_of(notice)
    if deed is Deed.VIEW_NOTICE:
        return not newsrooms or row.newsroom_id in newsrooms
    served = newsrooms_served(notice)
    return _is_theirs_alone(row, newsrooms) and (served is None or _is_theirs_alone(row, served))


def _is_theirs_alone(row: StaffRole, newsrooms: set[int]) -> bool:
    return row.newsroom_id is None or newsrooms == {row.newsroom_id}


def _is_own_photo(user: User, photo: Photo) -> bool:
    return photo.uploaded_by_id == user.pk
