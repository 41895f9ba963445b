"""What a view narrows the list to, in words."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.site import desk
from articles.admin.story_filters import FILTERS, Narrowing
from articles.admin.story_views import BuiltInView
from articles.models import Story


def words_for(request: HttpRequest) -> Callable[[QueryDict], list[str]]:
    """What the filters offer is asked for once, for any number of views."""
    admin = desk.get_model_admin(Story)
    kinds: list[type[Narrowing]] = [BuiltInView, *FILTERS]
    specs = [kind(request, {}, Story, admin) for kind in kinds]
    known = [(str(spec.parameter_name), str(spec.title), dict(spec.offered())) for spec in specs]

    def described(query: QueryDict) -> list[str]:
        gone = _("not there any more, or not yours to see")
        said = [
            f"{capfirst(title)}: {labels.get(value, gone)}"
            for name, title, labels in known
            if (value := str(query.get(name, "")))
        ]
        return said + ([_("Words: “%(words)s”") % {"words": query["q"]}] if query.get("q") else [])

    return described
