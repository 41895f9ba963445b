"""Every public address, made in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlencode

from django.conf import settings
from django.utils.http import escape_leading_slashes

from articles.models.service import LanguageService

# A page of a list begins after the row that this names: its moment and its number.
Key = tuple[datetime, int]


def after(key: Key | None) -> dict[str, str]:
    """The declared parameter of the page that begins there; the first page has none."""
    return {"before": f"{key[0].isoformat()}_{key[1]}"} if key else {}


def front_path(service: str) -> str:
    return f"/{service}/"


def story_path(service: str, slug: str, story_id: int) -> str:
    return f"/{service}/a/{slug}/{story_id}.html"


def entry_path(service: str, slug: str, story_id: int, entry_id: int) -> str:
    """One entry of live coverage."""
    return f"/{service}/a/{slug}/{story_id}/{entry_id}/"


def updates_path(service: str, slug: str, story_id: int) -> str:
    """What pages of live coverage that are open ask for: the same address for all of them."""
    return f"/{service}/a/{slug}/{story_id}/updates/"


def section_path(service: str, section: str) -> str:
    return f"/{service}/z/{section}/"


def topic_path(service: str, topic: str) -> str:
    return f"/{service}/t/{topic}/"


def author_path(service: str, contributor: str) -> str:
    return f"/{service}/author/{contributor}/"


def search_path(service: str) -> str:
    return f"/{service}/search/"


def archive_path(service: str) -> str:
    return f"/{service}/archive/"


def month_path(service: str, year: int, month: int) -> str:
    return f"/{service}/archive/{year:04}/{month:02}/"


def day_path(service: str, day: date) -> str:
    return f"/{service}/archive/{day:%Y/%m/%d}/"


def sitemap_path(service: str, year: int, month: int) -> str:
    return f"/{service}/sitemap-{year:04}-{month:02}.xml"


def sitemap_part_path(service: str, year: int, month: int, part: int) -> str:
    return f"/{service}/sitemap-{year:04}-{month:02}-{part}.xml"


def place_path(service: str) -> str:
    """Where a reader can say "I am in …"."""
    return f"/{service}/place/"


def without_prefix(path: str, service: str) -> str:
    """As the address is on the service's own domain; never one that would name another host."""
    if not path.startswith(f"/{service}/"):
        return path
    return escape_leading_slashes(path.removeprefix(f"/{service}"))


def site_url(service: LanguageService) -> str:
    """Where the service is at home; empty where no setting tells."""
    return f"https://{service.domain}" if service.domain else settings.SITE_URL


def media_url(name: str) -> str:
    return f"{settings.MEDIA_URL}{name}"


def letter_url(headline: str, url: str) -> str:
    """A letter of the reader's own: no third party learns of it, and no script is needed."""
    return f"mailto:?{urlencode({'subject': headline, 'body': url}, quote_via=quote)}"


# The declared parameter of the edition without pictures, and its one value.
EDITION, TEXT = "edition", "text"


@dataclass(frozen=True)
class Carry:
    """Declared parameters that a page's own links carry on, since no cookie remembers them.

    What a call names replaces what is carried; an empty value drops it. ``own`` is the service on
    whose own domain the page is: there its addresses have no prefix.
    """

    parameters: tuple[tuple[str, str], ...] = ()
    own: str = ""

    def __call__(self, path: str, /, **more: str) -> str:
        if not self.parameters and not more:
            return self.bare(path)
        kept = [(name, value) for name, value in self.parameters if name not in more]
        more_of_them = ((name, value) for name, value in more.items() if value)
        query = urlencode([*kept, *more_of_them], safe="/")
        return f"{self.bare(path)}?{query}" if query else self.bare(path)

    def bare(self, path: str) -> str:
        """Without parameters, for a form that has them in its fields."""
        return without_prefix(path, self.own) if self.own else path
