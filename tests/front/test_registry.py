"""Every public address is declared, and every declared output shows a story on air."""

import importlib
import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, clear_url_caches, get_resolver

from articles.front import urls as public
from articles.pages.outputs import OUTPUTS
from articles.vocabularies import Placement
from newsroom import urls as root

DECLARED = {output.name for output in OUTPUTS}


def public_patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """Address and name of everything that is not the desk."""
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if address.startswith("admin/"):
            continue
        if isinstance(entry, URLPattern):
            yield address, entry.name
        else:
            yield from public_patterns(entry, address)


@pytest.fixture(params=[False, True], ids=["in production", "in the demonstration"])
def addresses(request, settings):
    settings.DEMO = request.param
    yield _reloaded()
    settings.DEMO = False
    _reloaded()


def _reloaded() -> dict[str, str | None]:
    for module in (public, root):
        importlib.reload(module)
    clear_url_caches()
    return dict(public_patterns(get_resolver()))


def test_every_public_address_is_declared(addresses):
    assert {address: name for address, name in addresses.items() if name not in DECLARED} == {}
    assert "<slug:service_slug>/a/<str:slug>/<int:story_id>.html" in addresses


def test_the_demonstrations_own_addresses_are_walked_too(addresses, settings):
    assert ("media/<path:name>" in addresses) is settings.DEMO


def test_every_output_shows_the_story_that_is_on_air(on_air, client, english):
    shown = [output for output in OUTPUTS if output.paths(on_air, english)]
    assert {"world", "front", "section", "author", "story"} <= {one.name for one in shown}
    for output in shown:
        told = f"/{on_air.pk}.html" if output.by_address else on_air.headline
        for path in output.paths(on_air, english):
            page = client.get(path).content.decode()
            assert told in re.sub("</?mark>", "", page), path


def test_every_page_declares_that_it_must_show_what_stands_on_every_page():
    silent = {output.name for output in OUTPUTS if Placement.SITE_BANNER not in output.placements}
    feeds = {
        f"{name}-{form}"
        for name in ("front", "section", "topic", "author")
        for form in ("rss", "atom", "json")
    }
    maps = {"sitemap", "month-sitemap", "sitemap-part", "news-sitemap"}
    assert {output.name for output in OUTPUTS if output.for_machines} == feeds | maps
    assert silent == feeds | maps | {"zone", "robots", "healthz", "readyz", "media"}
