"""Reading HTML in tests."""

from __future__ import annotations

import html5lib


def text_of(fragment: str) -> str:
    """The words of a fragment as a reader sees them."""
    tree = html5lib.parseFragment(fragment, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


def errors_in(page: str) -> list[str]:
    """What the HTML standard calls errors in a whole page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(page)
    return [f"{place}: {code} {details}" for place, code, details in parser.errors]
