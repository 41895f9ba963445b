"""The parts of a notice's summary in plain English: where, what it hides, when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.service import is_time_zone
from articles.publishing.notice_names import Names, name_in
from articles.publishing.notice_readers import values
from articles.publishing.sentences import series
from articles.publishing.snapshot import Content
from articles.vocabularies import Effect, Placement, TargetDimension

IN_STORIES = {
    Placement.ARTICLE_TOP: gettext_lazy("after the headline"),
    Placement.NEAR_SHARE: gettext_lazy("beside the sharing buttons"),
    Placement.ARTICLE_FOOT: gettext_lazy("at the foot"),
}
HIDDEN = {
    Effect.HIDE_SHARE: gettext_lazy("sharing"),
    Effect.HIDE_COMMENTS: gettext_lazy("comments"),
    Effect.HIDE_REACTIONS: gettext_lazy("reactions"),
    Effect.HIDE_SAVE: gettext_lazy("saving"),
    Effect.HIDE_DONATE: gettext_lazy("donating"),
    Effect.HIDE_CONTACT: gettext_lazy("contact forms"),
}
KEPT_OUT_OF = {
    Effect.NO_STORE: gettext_lazy("browsers’ memory"),
    Effect.NOINDEX: gettext_lazy("search engines"),
    Effect.DROP_FROM_FEEDS: gettext_lazy("feeds"),
    Effect.DROP_FROM_SEARCH: gettext_lazy("our own search"),
}


def stories(content: Content, names: Names) -> str:
    """Which stories: “every story about Courts in the section Politics”."""
    chosen = _named(content, names, TargetDimension.STORY)
    if len(chosen) == 1:
        found = _("the story %(story)s") % {"story": chosen[0]}
    elif chosen:
        found = _("the stories %(stories)s") % {"stories": series(chosen)}
    else:
        found = _("every story")
    if chosen and not content["reaches_translations"]:
        found += _(" (not its other language versions)")
    return found + about(content, names)


def about(content: Content, names: Names) -> str:
    """What a page has to be about, as an addition: empty when that does not matter."""
    found = ""
    if topics := _named(content, names, TargetDimension.TOPIC):
        found += _(" about %(topics)s") % {"topics": series(topics, "or")}
    if sections := _named(content, names, TargetDimension.SECTION):
        found += _(" in the section %(sections)s") % {"sections": series(sections, "or")}
    left_out = [
        name
        for dimension in (TargetDimension.TOPIC, TargetDimension.SECTION, TargetDimension.STORY)
        for name in _named(content, names, dimension, is_exclude=True)
    ]
    if left_out:
        found += _(" except %(names)s") % {"names": series(left_out)}
    return found


def _named(
    content: Content, names: Names, dimension: str, *, is_exclude: bool = False
) -> list[str]:
    found = values(content, dimension, is_exclude=is_exclude)
    return [name_in(names, dimension, value) for value in found]


def places_on_the_page(content: Content, names: Names) -> str:
    placements, phrases = content["placements"], []
    if Placement.SITE_BANNER in placements:
        phrases.append(_("at the top of every page") + about(content, names))
    if inside := [str(words) for placement, words in IN_STORIES.items() if placement in placements]:
        phrases.append(
            _("%(where)s of %(stories)s")
            % {"where": series(inside), "stories": stories(content, names)}
        )
    if Placement.FEED_FOOTER in placements:
        phrases.append(_("under the items of feeds") + about(content, names) * (not phrases))
    return series(phrases) if phrases else _("nowhere: no place on the page is chosen")


def editions(content: Content, names: Names) -> Iterable[str]:
    """Services and languages, each a clause of its own."""
    if services := _named(content, names, TargetDimension.SERVICE):
        yield _("in %(services)s") % {"services": _services(services, "and")}
    if services := _named(content, names, TargetDimension.SERVICE, is_exclude=True):
        yield _("not in %(services)s") % {"services": _services(services, "or")}
    if languages := _named(content, names, TargetDimension.LANGUAGE):
        yield _("on pages in %(languages)s") % {"languages": series(languages, "or")}
    if languages := _named(content, names, TargetDimension.LANGUAGE, is_exclude=True):
        yield _("not on pages in %(languages)s") % {"languages": series(languages, "or")}


def _services(names: list[str], word: str) -> str:
    if len(names) > 1 and all(name.endswith(" Service") for name in names):
        return series([name.removesuffix(" Service") for name in names], word) + _(" services")
    return series(
        [
            _("the %(service)s") % {"service": name} if name.endswith(" Service") else name
            for name in names
        ],
        word,
    )


def effects(content: Content) -> Iterable[str]:
    chosen = set(content["effects"])
    if hidden := [str(words) for effect, words in HIDDEN.items() if effect in chosen]:
        yield _("hides %(what)s") % {"what": series(hidden)}
    if Effect.HIDE_SAVE in chosen:
        chosen.add(Effect.NO_STORE.value)
    if out := [str(words) for effect, words in KEPT_OUT_OF.items() if effect in chosen]:
        yield _("keeps the page out of %(what)s") % {"what": series(out)}


def window(content: Content) -> str:
    """“from 20 February 2024, 00:00 (Moscow) without end”."""
    name = content["legal_timezone"]
    starts = {"start": _local(content["starts_at"], name), "city": city(name)}
    if not content["ends_at"]:
        return _("from %(start)s (%(city)s) without end") % starts
    ends = starts | {"end": _local(content["ends_at"], name)}
    return _("from %(start)s until %(end)s (%(city)s)") % ends


def _local(iso: str, zone_name: str) -> str:
    return clock(datetime.fromisoformat(iso).astimezone(zone_of(zone_name)))


def zone_of(name: str) -> tzinfo:
    """UTC for a name that is none: better a moment that is right than none at all."""
    return ZoneInfo(name) if is_time_zone(name) else UTC


def city(zone_name: str) -> str:
    return zone_name.rpartition("/")[2].replace("_", " ") if is_time_zone(zone_name) else "UTC"


def clock(moment: datetime) -> str:
    """“20 February 2024, 00:00”, with seconds where there are any; “20 февраля” in Russian."""
    seconds = f":{moment:%S}" if moment.second else ""
    return f"{date_format(moment, 'j E Y, H:i')}{seconds}"
