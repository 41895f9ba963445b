"""What templates read from."""

from __future__ import annotations


class Printable:
    """Found by name at the first of a template's tries.

    Templates ask ``value["name"]`` before ``value.name``: without an answer each word of a page
    costs an exception first.
    """

    __getitem__ = object.__getattribute__
