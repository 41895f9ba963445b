"""What a view narrows the list to, in words."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.site import desk
from articles.admin.story_filters import FILTERS
from articles.admin.story_list import BuiltInView
from articles.models import Story


def words_for(request: HttpRequest) -> Callable[[QueryDict], list[str]]:
    """What the filters offer is asked for once, for any number of views."""
    admin = desk.get_model_admin(Story)
    specs = [made(request, {}, Story, admin) for made in (BuiltInView, *FILTERS)]
    known = {spec.parameter_name: (spec.title, dict(spec.offered())) for spec in specs}

    def described(query: QueryDict) -> list[str]:
        said = [
            f"{capfirst(title)}: {labels.get(query[name], _('not there any more, or not yours to see'))}"
            for name, (title, labels) in known.items()
            if query.get(name)
        ]
        return said + ([_("Words: “%(words)s”") % {"words": query["q"]}] if query.get("q") else [])

    return described
