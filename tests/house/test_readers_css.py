"""Readers' style sheets: nothing newer than Chromium 79 and Safari 13 is needed to read, right to
left is left to right mirrored, and every pair of colours can be told apart.

The versions are those of caniuse.com. What an old browser merely ignores is not listed: text-wrap,
the thickness of underlines, hyphens, scroll-padding, and ``:focus:not(:focus-visible)``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

COMPONENTS = Path(__file__).resolve().parents[2] / "articles/static/articles/front/components"
SHEETS = sorted(COMPONENTS.glob("*.css"))
TEMPLATES = COMPONENTS.parents[4] / "templates"

# What it is: (how it is written, first Chromium, first Safari).
TOO_NEW = {
    ":is()": (r":is\(", 88, "14"),
    ":where()": (r":where\(", 88, "14"),
    ":has()": (r":has\(", 105, "15.4"),
    ":not() with a list": (r":not\([^)]*,", 88, "9"),
    ":focus-visible alone": (r"(?<!:not\():focus-visible", 86, "15.4"),
    "nesting": (r"\{[^}@]*&[\s.:>]", 120, "17.2"),
    "aspect-ratio": (r"(?<![-\w])aspect-ratio:", 88, "15"),
    "gap where there is no grid": (r"(?<![-\w])(?:row-|column-)?gap:", 84, "14.1"),
    "inset": (r"(?<![-\w])inset(?:-inline|-block)?(?:-start|-end)?:", 87, "14.1"),
    "clamp()": (r"clamp\(", 79, "13.1"),
    "min()": (r"(?<![-\w])min\(", 79, "11.1"),
    "margin-inline, margin-block": (r"margin-(?:inline|block):", 87, "14.1"),
    "padding-inline, padding-block": (r"padding-(?:inline|block):", 87, "14.1"),
    "border-inline": (r"border-(?:inline|block)(?:-(?:width|style|color))?:", 87, "14.1"),
    "colour with spaces": (r"(?:rgb|hsl)a?\(\s*[\d.]+%?\s+[\d.]", 65, "12.1"),
    "color-mix()": (r"color-mix\(", 111, "16.2"),
    "light-dark()": (r"light-dark\(", 123, "17.5"),
    "oklch()": (r"okl(?:ch|ab)\(", 111, "15.4"),
    "range of a media query": (r"@media[^{]*[<>]", 104, "16.4"),
    "container queries": (r"@container|container-type:", 105, "16"),
    "layers": (r"@layer", 99, "15.4"),
    "@property": (r"@property", 85, "16.4"),
    "lvh, svh, dvh": (r"\d[lsd]v[hw]\b", 108, "15.4"),
    "web fonts": (r"@font-face|@import", 0, "0"),
    "overflow: clip": (r"overflow(?:-[xy])?:\s*clip", 90, "16"),
    # Nor by whom it is known: what waits stands in no tree of a screen reader (Chromium 156).
    "content-visibility": (r"content-visibility:", 85, "18"),
    "accent-color": (r"accent-color:", 93, "15.4"),
    "subgrid": (r"subgrid", 117, "16"),
}  # fmt: skip
# Left and right, but for what is the same on both sides.
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[-\w]*|left|right"
    r"|float|clear)\s*:|text-align:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius"
)
BOTH_SIDES = re.compile(r"left: 0; width: 100%|right: 0; bottom: 0; left: 0")


def rules_of(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_nothing_is_too_new_to_read_by(path):
    css = rules_of(path)
    found = [
        f"{name} (Chromium {chromium}, Safari {safari}): {hit.group(0)!r}"
        for name, (pattern, chromium, safari) in TOO_NEW.items()
        for hit in re.finditer(pattern, css)
    ]
    assert found == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_right_to_left_is_mirrored_by_logical_properties_alone(path):
    css = BOTH_SIDES.sub("", rules_of(path))
    assert PHYSICAL.findall(css) == []


# The scale of type: small print, what is read beside, the body (1.25 on a wide page), titles, and
# the three sizes of what leads a page. Each size and weight is one more strike of a font to make
# ready before the first screen can be shown.
SIZES = {".875", "1", "1.125", "1.25", "1.375", "2", "2.75", "3.25"}
ELSEWHERE = (
    r"inherit|var\(--read\)|calc\([\d.]+ \* var\(--read\)\)"  # of the body; laws name its multiple
    r"|10\.5pt|\.8em"  # on paper
    r"|112\.5%"  # Arabic letters
)
TYPE = re.compile(r"font(?:-size)?:\s*(?:(\d00) )?([^;}/]+?)(?:/| !|;| })")
WEIGHT = re.compile(r"font-weight:\s*(\w+)")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_type_keeps_to_its_scale_and_to_two_weights(path):
    css = rules_of(path)
    sizes = [size for _, size in TYPE.findall(css) if not re.fullmatch(ELSEWHERE, size)]
    weights = [weight for weight, _ in TYPE.findall(css) if weight] + WEIGHT.findall(css)
    assert [size for size in sizes if re.sub("r?em$", "", size) not in SIZES] == []
    assert set(weights) <= {"400", "700", "inherit"}


def test_the_linter_sees_what_it_should():
    bad = {
        ":is()": ".a:is(.b) { }",
        "gap where there is no grid": "a { display: flex; gap: 1rem; }",
        "border-inline": "a { border-inline: 1px solid; }",
        "inset": "a { inset: 0; }",
        "range of a media query": "@media (width > 40em) { }",
        ":focus-visible alone": "a:focus-visible { }",
    }
    for name, css in bad.items():
        assert re.search(TOO_NEW[name][0], css), name
    for css in (
        "a { grid-gap: 1rem; }",
        "a { border-inline-start: 0; }",
        ":focus:not(:focus-visible) { }",
    ):
        assert not [name for name, (one, *_v) in TOO_NEW.items() if re.search(one, css)], css
    assert PHYSICAL.search("a { margin-left: 1px }")
    assert PHYSICAL.search("a { text-align: right }")
    assert not PHYSICAL.search("a { margin-inline-start: 1px }")


def test_no_size_of_text_is_fixed():
    """Whatever a reader has told the browser holds; print alone is measured in points."""
    for path in SHEETS:
        css = re.sub(r"@media print \{.*?\n\}", "", rules_of(path), flags=re.DOTALL)
        fixed = re.findall(r"font(?:-size)?:[^;}]*?\b\d+(?:px|pt)", css)
        assert fixed == [], path.name


def test_every_component_has_a_template_or_is_a_part_of_one():
    parts = {
        "foundation", "text", "text_lists", "story", "front", "world", "message", "place",
        "preview", "table",
        "blockquote", "break", "lists", "gone", "upright", "notice_scale", "styleguide",
        "archive", "live", "search",
    }  # fmt: skip
    parts |= {path.stem for path in SHEETS if path.stem.startswith("script_")}
    templates = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    assert {path.stem for path in SHEETS} - templates - parts == set()


# Styled where they stand and where they are made.
SHARED_CLASSES = {"also", "foot", "front", "world"}


def test_a_class_belongs_to_one_component():
    """Two that name theirs alike disfigure each other on a page that has both."""
    owners: dict[str, set[str]] = {}
    for path in SHEETS:
        if path.stem in ("foundation", "text", "text_lists"):
            continue
        for selectors in re.findall(r"([^{}]+)\{", re.sub(r"@media[^{]*\{", "", rules_of(path))):
            for name in re.findall(r"(?:^|,)\s*\.([\w-]+)\s*(?=,|$)", selectors.strip()):
                owners.setdefault(name, set()).add(path.stem)
    twice = {name: sheets for name, sheets in owners.items() if len(sheets) > 1}
    assert set(twice) - SHARED_CLASSES == set(), twice


# -- Colours ---------------------------------------------------------------------------------------

TEXT = 4.5  # WCAG 2.2, 1.4.3
# Foreground on background; the masthead and the foot have a ground of their own.
PAIRS = [
    ("ink", "paper"), ("quiet", "paper"), ("link", "paper"),
    ("ink", "panel"), ("link", "panel"), ("quiet", "panel"),
    ("bright", "night"), ("dim", "night"), ("amber", "night"),
]  # fmt: skip
ON_AMBER = "#161b20"


def palette(scheme: str) -> dict[str, str]:
    css = rules_of(COMPONENTS / "foundation.css")
    light, *rest = re.split(r"@media \(prefers-color-scheme: dark\)", css)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", light))
    if scheme == "dark":
        dark = rest[0].partition("@media")[0]
        colours |= dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", dark))
    return colours


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_can_be_told_apart(scheme):
    colours = palette(scheme)
    found = {pair: contrast(*(colours[name] for name in pair)) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}
    assert contrast(ON_AMBER, colours["amber"]) >= TEXT


def test_contrast_is_computed_as_the_guidelines_say():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
