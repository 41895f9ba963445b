"""Readers' scripts ask nothing newer of a browser than Chromium 79 and Safari 13, and keep nothing.

The versions are those of caniuse.com and MDN. What a script asks for before it uses it is no need;
tests/validators/test_scripts.py has the syntax read by a parser.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FRONT = Path(__file__).resolve().parents[2] / "articles/static/articles/front"
SCRIPTS = sorted(FRONT.rglob("*.js"))

# What it is: (how it is written, first Chromium, first Safari).
TOO_NEW = {
    "optional chaining": (r"\?\.(?!\d)", 80, "13.1"),
    "??": (r"\?\?", 80, "13.1"),
    "logical assignment": (r"(?:\|\||&&)=", 85, "14"),
    "private members": (r"(?<![\w\"'#])#[a-z]\w*\s*[=(;]", 74, "14.1"),
    "BigInt": (r"\b\d+n\b", 67, "14"),
    "look-behind": (r"\(\?<[=!]", 62, "16.4"),
    "top-level await, import, export": (r"^(?:await|import|export)\b", 89, "15"),
    "replaceAll()": (r"\.replaceAll\(", 85, "13.1"),
    "at()": (r"\.at\(", 92, "15.4"),
    "findLast()": (r"\.findLast(?:Index)?\(", 97, "15.4"),
    "Object.hasOwn()": (r"Object\.hasOwn\(", 93, "15.4"),
    "Promise.any()": (r"Promise\.any\(", 85, "14"),
    "structuredClone()": (r"structuredClone\(", 98, "15.4"),
    "replaceChildren()": (r"\.replaceChildren\(", 86, "14"),
    "AbortSignal.timeout()": (r"AbortSignal\.(?:timeout|any)\(", 103, "16"),
    "ResizeObserver": (r"ResizeObserver", 64, "13.1"),
    "requestIdleCallback": (r"requestIdleCallback", 47, "never"),
    "dialogs, popovers": (r"\.show(?:Modal|Popover)\(", 37, "15.4"),
    "inert": (r"\.inert\b", 102, "15.5"),
    "randomUUID()": (r"randomUUID\(", 92, "15.4"),
    "view transitions": (r"startViewTransition", 111, "18"),
    ":has(), :is()": (r":(?:has|is|where)\(", 88, "14"),
}  # fmt: skip
KEEPS = re.compile(
    r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|serviceWorker"
    r"|\bcaches\b|requestPersistent|sendBeacon"
)


def script_of(path: Path) -> str:
    return re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL | re.M)


def too_new(script: str) -> list[str]:
    return [
        f"{name} (Chromium {chromium}, Safari {safari})"
        for name, (pattern, chromium, safari) in TOO_NEW.items()
        if re.search(pattern, script, re.M)
    ]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_is_too_new_to_run(path):
    assert too_new(script_of(path)) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_is_kept_on_the_device_and_nobody_else_is_asked(path):
    script = script_of(path)
    assert KEEPS.findall(script) == []
    assert re.findall(r"https?://", script) == []


def test_the_linter_sees_what_it_should():
    assert {path.stem for path in SCRIPTS} >= {"reader", "live"}
    for name, script in {
        "optional chaining": "a?.b",
        "??": "a ?? b",
        "logical assignment": "a ||= b",
        "private members": "class A { #b = 1 }",
        "look-behind": r"/(?<=a)b/",
        "replaceAll()": "a.replaceAll('b', 'c')",
        "replaceChildren()": "a.replaceChildren()",
        "top-level await, import, export": "import a from 'b';",
    }.items():
        assert [one for one in too_new(script) if one.startswith(name)], name
    for script in ("a ? .5 : 1", "a || b", "document.querySelector('#b')", "[1].flat()"):
        assert too_new(script) == [], script
    assert KEEPS.search("localStorage.a = 1")
