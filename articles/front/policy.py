"""What browsers may do with a reader's page: the site's policy, with what this page needs."""

from __future__ import annotations

from functools import lru_cache

from csp.constants import HEADER, NONE, SELF
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponseBase

from articles.pages.frame import LIVE_JS

MOST = 500  # style sheets, with and without scripts


@lru_cache(maxsize=MOST)
def policy_of(style_hash: str, scripts: tuple[str, ...], pictures: tuple[str, ...]) -> str:
    return str(
        build_policy(
            replace={
                "img-src": [*pictures],
                "style-src": [style_hash],
                "script-src": [SELF] if scripts else [NONE],
                # A script that asks for what is new may ask us alone.
                "connect-src": [SELF] if LIVE_JS in scripts else [NONE],
            }
        )
    )


class PolicyOfEveryAnswer(CSPMiddleware):
    """Whatever has no policy of its own gets the site's, or the desk's."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        return response if HEADER in response else super().process_response(request, response)
