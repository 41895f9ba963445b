"""Hostile markup for the tests of this room, and a second parser that judges what came out."""

import json
from pathlib import Path

import html5lib
import pytest
from hypothesis import strategies as st

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
ATTRIBUTES = {
    "p h2 h3 h4 ul ol li table caption figcaption span": {"lang", "dir"},
    "blockquote aside": {"lang", "dir", "data-kind"},
    "td": {"lang", "dir", "colspan", "rowspan"},
    "th": {"lang", "dir", "colspan", "rowspan", "scope"},
    "a": {"href", "lang", "hreflang"},
    "strong em s sub sup br hr cite q bdi thead tbody tr": set(),
    "abbr": {"title"},
    "bdo": {"dir"},
    "figure": {"data-photo", "data-embed", "data-story"},
}
BODY = {tag: names for tags, names in ATTRIBUTES.items() for tag in tags.split()}
NOTICE = {"p": set(), "strong": set(), "a": {"href"}}


def corpus(name: str) -> list[str]:
    path = SHARED / "corpora" / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    return json.loads(path.read_text(encoding="utf-8"))


def elements(html: str):
    """Every element that a browser would make of this fragment."""
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element for element in fragment.iter() if element is not fragment]


def assert_harmless(html: str, allowed: dict[str, set[str]]) -> None:
    for element in elements(html):
        assert element.tag in allowed, html
        assert set(element.attrib) <= allowed[element.tag], html
        address = "".join(element.attrib.get("href", "").split()).lower()
        scheme, colon, _ = address.partition(":")
        assert not colon or not scheme.isalpha() or scheme in {"http", "https", "mailto", "tel"}


_TAGS = (
    "p", "h1", "h2", "div", "blockquote", "ul", "ol", "li", "b", "strong",
    "i", "em", "a", "span", "bdo", "q", "table", "tbody", "tr", "td",
    "th", "caption", "figure", "figcaption", "img", "br", "hr", "svg", "math", "style",
    "script", "template", "noscript", "select", "form", "mtext", "mglyph", "title", "textarea",
    "xmp", "foreignObject", "annotation-xml", "section", "aside",
)  # fmt: skip
_PIECES = (
    'href="javascript:alert(1)"',
    "href=/a",
    "onclick=alert(1)",
    'data-photo="7"',
    "data-photo=-1",
    "data-kind=pull",
    "data-kind=fact",
    "data-kind=\"x' onclick='y\"",
    "data-story=07",
    'data-embed="https://t.me/lantern/7?utm_source=x"',
    'data-embed="javascript:alert(1)//t.me/a"',
    "dir=RTL",
    "lang=fa",
    "style=color:red",
    'title="<b>x</b>"',
    "src=x",
    "",
)
_TEXT = st.text(
    "aé<>&\"' \n\xa0\u0301\u0338\u200c\u200d\u202a\u202e\u202c\u2067\u2069\ufffeم۱", max_size=8
)
_opening = st.builds("<{} {}>".format, st.sampled_from(_TAGS), st.sampled_from(_PIECES))
_closing = st.builds("</{}>".format, st.sampled_from(_TAGS))
_odd = st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#8238;", "&#13;", "&lt;p>"])
tag_soup = st.lists(_opening | _closing | _TEXT | _odd, max_size=25).map("".join)
