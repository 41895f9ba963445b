"""How often Django was entered: a line in a file for each request, whichever process it met."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

FILE = "BENCH_RENDERINGS"


class CountRenderings:
    """Only for servers with a file to count in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if FILE not in os.environ:
            raise MiddlewareNotUsed
        self.get_response, self.file = get_response, Path(os.environ[FILE])

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self.file.open("a") as file:
            file.write(f"{request.path}\n")
        return self.get_response(request)
