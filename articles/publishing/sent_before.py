"""The same words sent twice from the same form are said once."""

from __future__ import annotations

from uuid import UUID, uuid5


def key_of(form: UUID | None, *words: object) -> UUID | None:
    """``form`` is new for each form that is opened. Other words sent from it (found again with
    Back, and written anew) are others, and not lost."""
    return form and uuid5(form, "\n".join(map(str, words)))
