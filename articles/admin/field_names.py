"""How the desk calls a posted field, whatever form it comes from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.functional import Promise

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def name_of_field(posted: str) -> str:
    """``texts-0-alt_text`` is "alt text"; a field that no model has keeps its own name."""
    name = posted.rpartition("-")[2]
    known = _names().get(name)
    return str(known) if known else posted.replace("_", " ")


@cache
def _names() -> dict[str, StrOrPromise]:
    models = apps.get_app_config("articles").get_models()
    fields = [field for model in models for field in model._meta.fields]
    named = [one for one in fields if isinstance(one.verbose_name, Promise)]
    return {one.name: one.verbose_name for one in reversed(named)}  # the first model's counts
