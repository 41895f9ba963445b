"""What the user is told: on "Today at the desk", until it is marked as seen."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.admin.story_access import number_in
from articles.models import Announcement
from articles.publishing.announce import mark_seen
from articles.publishing.permissions import Deed, visible_stories


def unseen(user: User) -> QuerySet[Announcement]:
    """Of stories that the user may still see: people change newsrooms."""
    rows = Announcement.objects.filter(user=user, seen_at=None, story__in=visible_stories(user))
    return rows.select_related("story__service")


def told_of(user: User) -> str:
    count = unseen(user).count()
    words = ngettext("%(count)s message for you.", "%(count)s messages for you.", count)
    return words % {"count": count} if count else ""


def seen_view(request: HttpRequest) -> HttpResponse:
    """POST ``announcement`` (one) or nothing (all)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    said = request.POST.get("announcement")
    mark_seen(staff(request), now=timezone.now(), number=None if said is None else number_in(said))
    return HttpResponseRedirect(reverse("admin:today"))


desk.add_page(
    DeskPage(
        route="today/seen/",
        view=seen_view,
        name="seen",
        title=gettext_lazy("Seen"),
        deed=Deed.VIEW_STORY,
        is_listed=False,
    )
)
