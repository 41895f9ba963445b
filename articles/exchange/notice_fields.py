"""Fields of a notice file: codes, terms of our vocabularies, addresses."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices

from articles.exchange.ninjs.fields import Fields

LONGEST_URL = 200


def codes(fields: Fields, name: str) -> list[str | int]:
    value = fields.data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(part, str | int) for part in value):
        raise fields.refuse(name, "must be a list of codes.")
    return value


def term(
    fields: Fields, name: str, vocabulary: type[TextChoices], default: TextChoices | None = None
) -> str:
    value = fields.text(name) or (default.value if default else "")
    if value not in vocabulary.values:
        raise fields.refuse(name, f"“{value[:40]}” is none of {', '.join(vocabulary.values)}.")
    return str(value)


def terms(fields: Fields, name: str, vocabulary: type[TextChoices]) -> list[str]:
    values = [str(value) for value in codes(fields, name)]
    for value in values:
        if value not in vocabulary.values:
            raise fields.refuse(name, f"“{value[:40]}” is none of {', '.join(vocabulary.values)}.")
    return values


def flag(fields: Fields, name: str, *, default: bool = False) -> bool:
    value = fields.data.get(name, default)
    if not isinstance(value, bool):
        raise fields.refuse(name, "must be true or false.")
    return value


def url(fields: Fields, name: str) -> str:
    url = fields.line(name, LONGEST_URL)
    try:
        if url:
            URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        raise fields.refuse(name, "must be a web address.") from error
    return url


def required(fields: Fields, name: str, limit: int) -> str:
    if not (value := fields.line(name, limit)):
        raise fields.refuse(name, "is missing.")
    return value
