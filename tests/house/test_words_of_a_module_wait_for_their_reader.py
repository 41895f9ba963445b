"""A word translated while its module is loaded is English for everybody: it has to be lazy."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "articles"
AT_ONCE = {"gettext", "ngettext", "pgettext", "npgettext"}


def said_at_once(source):
    tree = ast.parse(source)
    names = {
        one.asname or one.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for one in node.names
        if one.name in AT_ONCE
    }
    return [call.lineno for call in _calls(tree) if getattr(call.func, "id", "") in names]


def _calls(node):
    """Those that are made on loading: the insides of functions wait until they are called."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in (*child.decorator_list, child.args):
                yield from _calls(part)
        elif not isinstance(child, ast.Lambda):
            if isinstance(child, ast.Call):
                yield child
            yield from _calls(child)


def test_no_module_translates_on_loading():
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in ROOT.rglob("*.py")
        for line in said_at_once(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('A = _("x")', [2]),
        ('class A:\n    b = [_("x")]', [3]),
        ('def f(a=str(_("x"))):\n    return _("y")', [2]),
        ('f = lambda: _("x")', []),
    ],
)
def test_it_would_be_found(source, lines):
    assert said_at_once(f"from django.utils.translation import gettext as _\n{source}") == lines
