"""The allow-list: which tags, attributes and addresses editors' HTML may hold.

The editor's own filter (CKEditor's allowedContent) should offer the same and no more; what keeps
readers safe is this list, applied by nh3.
"""

from __future__ import annotations

import re

import nh3

from articles.text.characters import drop_forbidden
from articles.text.embeds import embed_of

PHRASE_BLOCKS = frozenset({"p", "h2", "h3", "h4"})
BLOCKS = PHRASE_BLOCKS | {"blockquote", "ul", "ol", "hr", "figure", "table", "aside"}
TABLE_PARTS = frozenset({"caption", "thead", "tbody", "tr", "th", "td"})
INLINE = frozenset(
    {"a", "strong", "em", "s", "sub", "sup", "br", "cite", "q", "abbr", "bdi", "bdo", "span"}
)
BODY_TAGS = BLOCKS | TABLE_PARTS | INLINE | {"li", "figcaption"}
NOTICE_TAGS = frozenset({"p", "a", "strong"})

RENAMED = {
    "b": "strong", "i": "em", "strike": "s", "del": "s",
    "h1": "h2", "h5": "h4", "h6": "h4", "tfoot": "tbody",
}  # fmt: skip
# Tags that are not kept but stand for a line of their own: their text must not run together.
DISSOLVED = frozenset(
    {"address", "article", "aside", "center", "dd", "details", "dir", "div", "dl", "dt"}
    | {"fieldset", "footer", "form", "header", "hgroup", "main", "menu", "nav", "pre"}
    | {"section", "summary"}
)
_REMOVED_WITH_CONTENT = frozenset(
    {"script", "style", "iframe", "svg", "math", "template", "noscript", "noembed", "noframes"}
    | {"object", "applet", "audio", "video", "canvas", "select", "button", "textarea"}
    | {"title", "xmp"}
)

_TEXT_FRAME = frozenset({"lang", "dir"})
_CELL = _TEXT_FRAME | {"colspan", "rowspan"}
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(PHRASE_BLOCKS | {"blockquote", "ul", "ol", "li"}, _TEXT_FRAME),
    **dict.fromkeys({"table", "caption", "figcaption", "span"}, _TEXT_FRAME),
    "td": _CELL,
    "th": _CELL | {"scope"},
    "a": frozenset({"href", "lang", "hreflang"}),
    "abbr": frozenset({"title"}),
    "bdo": frozenset({"dir"}),
    "blockquote": _TEXT_FRAME | {"data-kind"},
    "aside": _TEXT_FRAME | {"data-kind"},
    "figure": frozenset({"data-photo", "data-embed", "data-story"}),
}
# A quotation that is pulled out, an aside that is a box of facts: there are no others.
KINDS = {"blockquote": "pull", "aside": "fact"}

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_VALUES = {
    "lang": _LANGUAGE,
    "hreflang": _LANGUAGE,
    "dir": re.compile("ltr|rtl|auto"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "colspan": re.compile("[1-9][0-9]?"),
    "rowspan": re.compile("[1-9][0-9]?"),
    # a database key: ASCII digits only, and small enough for one
    "data-photo": re.compile("0*[1-9][0-9]{0,17}"),
    "data-story": re.compile("0*[1-9][0-9]{0,17}"),
}


def admitted(tag: str, attribute: str, value: str) -> str | None:
    """The attribute's value as it may be stored, or None to drop the attribute."""
    value = value.strip()
    if drop_forbidden(value) != value:  # never repaired: what is left might become an address
        return None
    if attribute == "data-kind":
        return value if value == KINDS.get(tag) else None
    if attribute == "data-embed":
        embed = embed_of(value)
        return embed.url if embed else None
    return _matching(attribute, value.lower() if attribute == "dir" else value)


def _matching(attribute: str, value: str) -> str | None:
    pattern = _VALUES.get(attribute)
    if pattern and not pattern.fullmatch(value):
        return None
    return value.lstrip("0") if attribute.startswith("data-") else value


def cleaner(
    tags: frozenset[str],
    *,
    schemes: frozenset[str] = frozenset({"http", "https", "mailto", "tel"}),
    relative: bool = True,
    attributes: dict[str, frozenset[str]] = ATTRIBUTES,
) -> nh3.Cleaner:
    """An nh3 cleaner for these tags. No `rel`: nothing here can open a window of its own."""
    return nh3.Cleaner(
        tags=tags,
        clean_content_tags=_REMOVED_WITH_CONTENT,
        # "*" is named because nh3 would otherwise allow `lang` and `title` everywhere
        attributes={"*": set(), **{tag: attributes[tag] for tag in tags & attributes.keys()}},
        attribute_filter=admitted,
        link_rel=None,
        url_schemes=schemes,
        url_relative="pass_through" if relative else "deny",
    )
