"""Reading as somebody elsewhere: a signed region in the address, for staff alone."""

from __future__ import annotations

from django.core import signing

PARAMETER = "as_region"
_SALT = "read-as-a-reader-in"
_LIFE = 12 * 60 * 60  # seconds: a working day


def token_for(region: str) -> str:
    """The parameter's value; ``region`` is a region's code, or empty for an unknown place."""
    return signing.TimestampSigner(salt=_SALT).sign(region)


def region_of(token: str) -> str | None:
    """The region that a desk page signed; None for what is forged or older than a day's work."""
    try:
        return signing.TimestampSigner(salt=_SALT).unsign(token, max_age=_LIFE)
    except signing.BadSignature:
        return None
