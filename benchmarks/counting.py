"""What the benchmark has to know or to change inside the server."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from articles.front import printing

FILE = "BENCH_RENDERINGS"


ANEW = "Bench-Anew"
Next = Callable[[HttpRequest], HttpResponse]


def print_anew(get_response: Next) -> Next:
    """With a header a page is printed as if its values had never been seen."""

    def answer(request: HttpRequest) -> HttpResponse:
        if ANEW in request.headers:
            printing.forget()
        return get_response(request)

    return answer


class CountRenderings:
    """How often Django was entered: a line in a file for each request, whichever process it met.

    Only for servers with a file to count in.
    """

    def __init__(self, get_response: Next) -> None:
        if FILE not in os.environ:
            raise MiddlewareNotUsed
        self.get_response, self.file = get_response, Path(os.environ[FILE])

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self.file.open("a") as file:
            file.write(f"{request.path}\n")
        return self.get_response(request)
