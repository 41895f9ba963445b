"""What is sent twice from one form: a double click, a page sent again after a lost answer."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest


def new_key() -> UUID:
    """For ``form_key`` of a template that shows ``admin/form_key.html`` in its forms."""
    return uuid4()


def key_in(request: HttpRequest) -> UUID | None:
    """None where a form has none, or somebody made one up."""
    try:
        return UUID(request.POST.get("form_key", ""))
    except ValueError:
        return None
