"""What the choices of the notice form mean, in a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import Effect, Placement, Reach

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PLACEMENTS: Mapping[str, StrOrPromise] = {
    Placement.SITE_BANNER: _("Above everything, on front pages and lists, too."),
    Placement.ARTICLE_TOP: _("Before the text, where labels have to stand."),
    Placement.ARTICLE_FOOT: _("Below the text, before the publisher’s description."),
    Placement.NEAR_SHARE: _("Where readers would share; it also stands where sharing is off."),
    Placement.FEED_FOOTER: _("For those who read in feed readers and never see the site."),
}
EFFECTS: Mapping[str, StrOrPromise] = {
    Effect.HIDE_SHARE: _("Share buttons are not in the page."),
    Effect.HIDE_COMMENTS: _("Neither comments nor the form to write one."),
    Effect.HIDE_REACTIONS: _("Neither likes nor other reactions."),
    Effect.HIDE_SAVE: _("No “save for later”, and browsers keep no copy of the page."),
    Effect.HIDE_DONATE: _("No link to the donation page."),
    Effect.HIDE_CONTACT: _("No link to the contact page, no forms to write to us."),
    Effect.NO_STORE: _("Browsers are told to keep no copy; every visit loads the page anew."),
    Effect.NOINDEX: _("Search engines are asked to leave the page out."),
    Effect.DROP_FROM_FEEDS: _("The stories are missing from feeds in these regions."),
    Effect.DROP_FROM_SEARCH: _("The stories are not found by our own search in these regions."),
}
REACHES: Mapping[str, StrOrPromise] = {
    Reach.MATCHED: _("Only where the place is known. Usual for orders and for information."),
    Reach.MATCHED_OR_UNKNOWN: _(
        "Also readers with a VPN or Tor, and where only the country is known. "
        "Usual for warnings, labels and privacy."
    ),
    Reach.EVERYONE: _("Nobody can miss it; those whom it means see it set off."),
}
VERBATIM = _(
    "The law prescribes the very words: they are shown as they stand, never shortened or restyled, "
    "and never smaller than the least size below."
)
SCALE = _("1 is the size of the story’s text; some laws ask for 2.")
HELP: Mapping[str, StrOrPromise] = {
    "slug": _("Short name at the desk and in reports, such as “russia-undesirable-organization”."),
    "kind": _("Decides where it stands among other notices; orders withhold the story itself."),
    "verbatim": VERBATIM,
    "min_scale": SCALE,
    "reaches_translations": _("Stories named above stand for their versions in other languages."),
    "priority": _("Among notices of one kind the higher stands first."),
    "group_key": _(
        "Notices with the same key are alternatives: readers see the most specific of them."
    ),
    "demanding_party": _("A court or an authority; told only where the reason may be told."),
    "legal_basis": _("The law, its section, the date of the decision."),
    "citation_url": _("Where that law or decision can be read."),
    "blocked_by_url": _(
        "Who carries out the blocking (RFC 7725); sent only where the reason may be told."
    ),
    "public_reason": _("Else the page says only that it cannot be shown there."),
}


def explained(terms: type[TextChoices], why: Mapping[str, StrOrPromise]) -> list[tuple[str, Any]]:
    """Choices whose labels carry their explanation."""
    return [(term.value, _explained(term.label, why[term])) for term in terms]


def _with_reason(label: StrOrPromise, reason: StrOrPromise) -> SafeString:
    return format_html('<b>{}</b> <span class="notice-why">{}</span>', label, reason)


_explained = lazy(_with_reason, SafeString)
