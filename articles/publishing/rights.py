"""On which rights a photo stands, and what each of them demands before it may be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import LanguageService, Photo
from articles.publishing.clock import in_one_piece
from articles.publishing.leases import (
    may_show,
    may_show_anywhere,
    rights_change,
    rights_until,
)
from articles.publishing.refusals import Problem
from articles.vocabularies import LeaseKind, Licence, RightsBasis

__all__ = [
    "DEMANDS",
    "Demand",
    "licence_url",
    "may_show",
    "may_show_anywhere",
    "rights_change",
    "rights_problems",
    "rights_until",
    "suggested_credit",
]

WARNED_BEFORE = timedelta(days=7)
FIELD = "story_photos"


@dataclass(frozen=True)
class Demand:
    """``names``: fields that must be given and stand in the credit; ``needs``: given alone.

    ``ends``: an end of the rights, or a lease that ends, has to be known. ``licensed``: the credit
    names the licence. ``form``: how the credit is usually written, from these fields.
    """

    names: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    ends: bool = False
    licensed: bool = False
    form: tuple[str, ...] = ("creator", "source")


DEMANDS: dict[str, Demand] = {
    RightsBasis.STAFF: Demand(),
    RightsBasis.COMMISSIONED: Demand(names=("creator",)),
    RightsBasis.AGENCY: Demand(names=("source",), ends=True),
    RightsBasis.HANDOUT: Demand(names=("source",), form=("source",)),
    RightsBasis.SOCIAL: Demand(names=("source",), needs=("permission_note",), form=("source",)),
    RightsBasis.CREATIVE_COMMONS: Demand(names=("creator",), needs=("licence",), licensed=True),
    RightsBasis.PUBLIC_DOMAIN: Demand(),
    RightsBasis.SCREENGRAB: Demand(names=("source",), form=("source",)),
    RightsBasis.UNKNOWN: Demand(),
}
MISSING = {
    "creator": gettext_lazy("“%(photo)s”: say who took it."),
    "source": gettext_lazy("“%(photo)s”: say where it came from."),
    "licence": gettext_lazy("“%(photo)s”: say under which licence it stands."),
    "permission_note": gettext_lazy("“%(photo)s”: say who permitted its use, when and how."),
}
LICENCES = "https://creativecommons.org"


def rights_problems(photo: Photo, service: LanguageService, at: datetime) -> list[Problem]:
    """What stands against showing ``photo`` to readers of ``service``, or should be looked at."""
    if photo.killed_at:
        text = _("“%(photo)s” was killed: take it out of the story.") % {"photo": photo.title}
        return [Problem("photo_killed", FIELD, text)]
    return [*_credit(photo), *_demanded(photo), *_dates(photo, service, at), *_basis(photo)]


def suggested_credit(photo: Photo) -> str:
    """A credit line in the form that the photo's rights ask for; empty when too little is known."""
    demand = DEMANDS[photo.rights_basis]
    words = [getattr(photo, name).strip() for name in demand.form]
    line = "/".join(dict.fromkeys(word for word in words if word))
    if demand.licensed and line and photo.licence:
        line += (
            f" ({_licence(photo)})" if photo.licence == Licence.CC0 else f" ({_licence(photo)} 4.0)"
        )
    return line


def licence_url(photo: Photo) -> str:
    """Where the licence can be read; empty for other rights."""
    if photo.rights_basis != RightsBasis.CREATIVE_COMMONS or not photo.licence:
        return ""
    if photo.licence == Licence.CC0:
        return f"{LICENCES}/publicdomain/zero/1.0/"
    return f"{LICENCES}/licenses/{photo.licence.removeprefix('cc-')}/4.0/"


def _credit(photo: Photo) -> Iterator[Problem]:
    if not photo.credit.strip():
        text = _("“%(photo)s” has no credit.") % {"photo": photo.title}
        if suggestion := suggested_credit(photo):
            text += " " + _("It could be “%(credit)s”.") % {"credit": suggestion}
        yield Problem("credit", FIELD, text)


def _demanded(photo: Photo) -> Iterator[Problem]:
    demand, name = DEMANDS[photo.rights_basis], {"photo": photo.title}
    for field in _fields(photo, demand):
        if not getattr(photo, field).strip():
            yield Problem(f"rights_{field}", FIELD, str(MISSING[field]) % name)
        elif field in demand.names and not _stands_in(getattr(photo, field), photo.credit):
            text = _("The credit of “%(photo)s” must name %(who)s.")
            yield Problem("credit_form", FIELD, text % (name | {"who": getattr(photo, field)}))
    if demand.licensed and photo.licence and photo.credit and not _names_licence(photo):
        text = _("The credit of “%(photo)s” must name its licence, %(licence)s.")
        yield Problem("credit_form", FIELD, text % (name | {"licence": _licence(photo)}))
    if demand.ends and not _has_end(photo):
        text = _("“%(photo)s” is an agency’s: say until when it may be used.") % name
        yield Problem("rights_end", FIELD, text)


def _fields(photo: Photo, demand: Demand) -> tuple[str, ...]:
    """CC0 waives attribution."""
    named = () if photo.licence == Licence.CC0 and demand.licensed else demand.names
    return (*named, *demand.needs)


def _dates(photo: Photo, service: LanguageService, at: datetime) -> Iterator[Problem]:
    name = {"photo": photo.title, "service": service.name}
    if photo.rights_end_at and photo.rights_end_at <= at:
        yield Problem("rights", FIELD, _("The rights to “%(photo)s” have ended.") % name)
    elif not may_show(photo, service, at):
        text = _("The %(service)s may not use “%(photo)s” now: see its leases.") % name
        yield Problem("lease", FIELD, text)
    else:
        until = rights_until(photo, service, at)
        if until and until <= at + WARNED_BEFORE:
            text = _("The rights to “%(photo)s” end at %(until)s; it will leave the page then.")
            said = name | {"until": in_one_piece(f"{until:%Y-%m-%d %H:%M} UTC")}
            yield Problem("rights_end_soon", FIELD, text % said, blocks=False)


def _basis(photo: Photo) -> Iterator[Problem]:
    """Whoever uploads knows, or asks. What agencies deliver stands under a contract with them, and
    an archive of old stories must be able to come in: there it is advice."""
    if photo.rights_basis == RightsBasis.UNKNOWN:
        text = _("On which rights “%(photo)s” stands is not stated.") % {"photo": photo.title}
        yield Problem("rights_unknown", FIELD, text, blocks=photo.uploaded_by_id is not None)


def _has_end(photo: Photo) -> bool:
    return photo.rights_end_at is not None or any(
        lease.kind == LeaseKind.ALLOW and lease.ends_at for lease in photo.leases.all()
    )


def _stands_in(name: str, credit: str) -> bool:
    return not credit.strip() or _plain(name) in _plain(credit)


def _names_licence(photo: Photo) -> bool:
    """“CC BY” is not named by “CC BY-SA”."""
    return bool(re.search(rf"{re.escape(_plain(_licence(photo)))}(?![-\w])", _plain(photo.credit)))


def _licence(photo: Photo) -> str:
    return str(Licence(photo.licence).label)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
