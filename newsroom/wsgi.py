"""The WSGI application: the page cache in front of Django.

Here what must not know each other is joined: the cache asks the law for a request's zone. Refuses
to start on a configuration that the checks call wrong.
"""

import gc
import os
from functools import partial
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django_application = get_wsgi_application()

from articles.caching.flights import Flights  # noqa: E402  after the applications are loaded
from articles.caching.known import Places  # noqa: E402
from articles.caching.lending import Borrower  # noqa: E402
from articles.caching.note import LAW  # noqa: E402
from articles.caching.page_key import Rules  # noqa: E402
from articles.caching.pagecache import PageCache  # noqa: E402
from articles.caching.shelf import shelf_in  # noqa: E402
from articles.caching.store import Store  # noqa: E402
from articles.caching.surrogate import Surrogate  # noqa: E402
from articles.caching.watch import watch  # noqa: E402
from articles.front.plain import answer_when_busy  # noqa: E402
from articles.front.reader import demo_place, edition, said_region  # noqa: E402
from articles.front.searching import ASKED  # noqa: E402
from articles.front.selection import normal_cursor  # noqa: E402
from articles.legal.edge import place_keys, says_plainly  # noqa: E402
from articles.legal.peers import is_ours, peers_of  # noqa: E402
from articles.legal.place import OWN_PLACE, found_by_address, place_of  # noqa: E402
from articles.pages import standing  # noqa: E402
from articles.pages.addresses import EDITION  # noqa: E402

_errors = [found for found in checks.run_checks(tags=["newsroom"]) if found.is_serious()]
if _errors:
    raise ImproperlyConfigured("\n".join(str(error) for error in _errors))


def zone_of(environ: dict[str, Any]) -> str:
    """The key of the class of places for which every notice decides as for this request's.

    Law and place are handed on, so that the page is made for just what it is kept under.
    """
    now = timezone.now()
    law = standing.get(now).book.at(now)
    place = place_of(
        environ,
        law.atlas,
        trusted=settings.TRUSTED_PROXIES,
        header=settings.REGION_HEADER,
        database=settings.GEOIP_DATABASE,
    )
    environ[LAW], environ[OWN_PLACE] = law, place
    return law.zone(place)


def places() -> Places:
    """What decides a request's place, for the short way to kept pages."""
    header, trusted = settings.REGION_HEADER, tuple(settings.TRUSTED_PROXIES)
    return Places(
        said=place_keys(header),
        own=OWN_PLACE,
        edges=peers_of(trusted).known,
        is_plain=lambda environ: says_plainly(environ, header),
        found=partial(found_by_address, trusted=trusted, database=settings.GEOIP_DATABASE),
    )


RULES = Rules(
    parameters={
        "before": normal_cursor,
        EDITION: edition,
        "in": lambda said: said_region(said, standing.get(timezone.now()).book.atlas),
        **({"demo_place": demo_place} if settings.DEMO else {}),
    },
    cookies=(settings.SESSION_COOKIE_NAME,),
    outside=("/admin/", "/preview/", "/static/", "/media/", "/healthz", "/readyz"),
    passing={"page": "/place/"} | dict.fromkeys(ASKED, "/search/"),
)


def with_page_cache(application: Any) -> Any:
    """``application`` behind a page cache of its own, as large as the settings allow."""
    application = Borrower(application)
    if not settings.PAGE_CACHE_BYTES:
        return application
    return PageCache(
        application,
        zone_of,
        watch=watch,
        store=Store(settings.PAGE_CACHE_BYTES),
        rules=RULES,
        flights=Flights(
            settings.PAGE_CACHE_RENDERINGS, settings.PAGE_CACHE_WAITING, settings.PAGE_CACHE_BESIDE
        ),
        places=places(),
        shelf=shelf_in(settings.PAGE_CACHE_FOLDER),
        busy=answer_when_busy,
    )


def is_edge(environ: dict[str, Any]) -> bool:
    """Whether the peer is our edge, which keys pages by zone; whatever it says of itself."""
    return bool(settings.EDGE) and is_ours(
        environ.get("REMOTE_ADDR") or "", settings.TRUSTED_PROXIES
    )


def with_edge(application: Any) -> Any:
    """``application`` telling an edge how long, under which tags and for which zone to keep it."""
    return (
        Surrogate(application, is_edge, watch=watch, rules=RULES) if settings.EDGE else application
    )


application = with_edge(with_page_cache(django_application))
# What has been loaded stays. Looking through it for rubbish would hold up all readers at once, now
# and then, for a tenth of a second.
gc.collect()
gc.freeze()
