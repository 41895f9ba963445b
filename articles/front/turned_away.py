"""A story's addresses, whatever stands at them: which story it is, and whether it may be read."""

from __future__ import annotations

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.translation import override

from articles.front.answers import answer, moved
from articles.legal.resolve import Resolution
from articles.models.service import LanguageService
from articles.pages import message, more
from articles.pages.reader import Reader
from articles.pages.story_head import Group
from articles.vocabularies import PubStatus


def group_of(story_id: int) -> Group:
    """The story with what stands around it; 404 where there is none."""
    # More than a database can be asked for is no story, either.
    group = more.group_of(story_id) if story_id <= BigIntegerField.MAX_BIGINT else None
    if group is None:
        raise Http404
    return group


def turned_away(
    request: HttpRequest,
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    path: str,
) -> HttpResponse | None:
    """410 for what was killed, 451 for what is withheld here; None where the story may be read.

    ``path`` repeats the slug that was asked for, for a slug tells the headline: nobody is led to
    the one of a story that is not to be read here.
    """
    killed = group.row.pub_status == PubStatus.CANCELED
    if not killed and resolution.withheld is None:
        return None
    if request.path != path:
        return moved(path, reader.carry)
    with override(service.language):
        if killed:
            page = message.gone(group.row, service, reader, path)
            return answer(request, "message", page, reader, tags=group.tags, status=410)
        return _withheld(request, group, service, reader, resolution, path)


def _withheld(
    request: HttpRequest,
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    path: str,
) -> HttpResponse:
    page = message.withheld(resolution, service, reader, path)
    response = answer(request, "message", page, reader, tags=group.tags, status=451)
    order = resolution.withheld
    if order and order.public_reason and order.blocked_by_url:
        response["Link"] = f'<{iri_to_uri(order.blocked_by_url)}>; rel="blocked-by"'
    return response
