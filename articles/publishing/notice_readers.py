"""Whom a notice concerns, in plain words: places as a sentence of English has them."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.publishing.notice_names import Names, name_in
from articles.publishing.sentences import series
from articles.publishing.snapshot import Content
from articles.vocabularies import NoticeKind, Reach, TargetDimension

# Names of places that English gives an article; besides, those of groups and of these endings.
WITH_ARTICLE = {
    "Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles",
    "Vatican City", "U.S. Outlying Islands",
}  # fmt: skip
ARTICLE_BEFORE = ("United ", "Isle ", "European ", "Eurasian ", "Occupied ", "Commonwealth ",
                  "Collective ", "Council ")  # fmt: skip
ARTICLE_AFTER = (" Islands", " Republic", " Territories", " Territory", " Union", " Area",
                 " Netherlands")  # fmt: skip


def values(content: Content, dimension: str, *, is_exclude: bool = False) -> list[str]:
    return [
        row["value"]
        for row in content["targets"]
        if row["dimension"] == dimension and row["is_exclude"] is is_exclude
    ]


def readers(content: Content, names: Names, preposition: str) -> str:
    """To whom, or from whom: the regions, what is taken out of them, the uncertain ones."""
    include = _places(content, names, is_exclude=False)
    exclude = _places(content, names, is_exclude=True)
    words = {"to": preposition, "in": series(include), "out": series(exclude)}
    except_ = _(" except %(out)s") % words if exclude else ""
    if content["reach"] == Reach.EVERYONE or not (include or exclude):
        return _all(content, words, except_)
    inside = _("in %(in)s") % words if include else _("everywhere")
    found = _("%(to)s readers ") % words + inside + except_
    if content["reach"] == Reach.MATCHED_OR_UNKNOWN:
        found += _(", and %(to)s readers whose place is unknown") % words
    return found


def _all(content: Content, words: dict[str, str], except_: str) -> str:
    found = _("%(to)s all readers") % words + except_
    if words["in"] and content["kind"] != NoticeKind.WITHHELD:
        found += _(", prominently to those in %(in)s") % words
    return found


def _places(content: Content, names: Names, *, is_exclude: bool) -> list[str]:
    codes = values(content, TargetDimension.REGION, is_exclude=is_exclude)
    # Countries and groups first: they say more than the parts beside them.
    codes.sort(key=lambda code: ("-" in code, code))
    return [in_a_sentence(name_in(names, TargetDimension.REGION, code)) for code in codes]


def in_a_sentence(name: str) -> str:
    """“the United Kingdom”, “the occupied territories of Ukraine”, “Russia”."""
    if name.startswith("Occupied "):
        name = "o" + name[1:]
    if not (get_language() or "en").startswith("en"):
        return name
    starts = name.startswith((*ARTICLE_BEFORE, "occupied "))
    return f"the {name}" if starts or name.endswith(ARTICLE_AFTER) or name in WITH_ARTICLE else name
