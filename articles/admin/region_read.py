"""Addresses of the site with the signed region in them: as whom staff read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.utils.translation import gettext as _

from articles.admin.notice_asked import Nonsense
from articles.legal import preview
from articles.legal.atlas import Place
from articles.models import LanguageService
from articles.pages.addresses import front_path
from articles.pages.standing import Standing

# Would be read twice, or say that somebody is elsewhere.
NOT_CARRIED = {preview.PARAMETER, "demo_place", "in"}
NOT_READERS = ("/admin/", "/static/", "/media/")


@dataclass(frozen=True)
class ReadLink:
    service: LanguageService | None
    url: str


def read_links(place: Place, data: Standing) -> list[ReadLink]:
    """The page of all services, then each service's front."""
    services = data.services.values()
    fronts = [ReadLink(one, there(front_path(one.slug), place)) for one in services]
    return [ReadLink(None, there("/", place)), *fronts]


def there(path: str, place: Place, query: str = "") -> str:
    carried = [pair for pair in parse_qsl(query) if pair[0] not in NOT_CARRIED]
    token = preview.token_for(place.region)
    return f"{path}?{urlencode([*carried, (preview.PARAMETER, token)])}"


def address_there(address: str, place: Place, host: str, data: Standing) -> str:
    """A path of the site, or a whole address on one of its hosts."""
    address = address.strip()
    refusal = Nonsense(
        _("“%(address)s” is no address of this site: paste one such as /en/ or %(host)s/en/.")
        % {"address": address[:80], "host": host}
    )
    if not address.isprintable() or "\\" in address or any(one.isspace() for one in address):
        raise refusal
    try:
        parts = urlsplit(address)
    except ValueError:
        raise refusal from None
    hosts = {host, *(one.domain for one in data.services.values() if one.domain)}
    is_path = not parts.scheme and not parts.netloc and address.startswith("/")
    is_ours = parts.scheme in ("http", "https") and parts.netloc in hosts
    path = parts.path or "/"
    if (
        not (is_path or is_ours)
        or address.startswith("//")
        or path.startswith("//")
        or path.startswith(NOT_READERS)
    ):
        raise refusal
    return there(path, place, parts.query)
