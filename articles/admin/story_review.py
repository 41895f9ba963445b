"""Submit, approve, give back, publish alone, look over: the pages of review."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.sent_once import key_in
from articles.admin.story_access import form_of, story_for
from articles.admin.story_compare import changes_on_air
from articles.admin.story_frames import Asked
from articles.admin.story_sides import LIVE, NOW, on_air_of
from articles.admin.verbs import Confirmation, confirm
from articles.models import Story
from articles.publishing.permissions import Deed
from articles.publishing.preflight import preflight
from articles.publishing.publish_alone import look_over, publish_alone
from articles.publishing.review import approve, request_changes, submit
from articles.publishing.snapshot import content_hash, snapshot


def submit_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.WRITE_STORY), timezone.now()
    ask = Confirmation(
        title=_("Submit for review"),
        question=_("Those who approve will find it on their list. You can go on writing."),
        button=_("Submit"),
        back=form_of(story),
        done=_("“%(headline)s” is in review.") % {"headline": story.headline},
        problems=_advice(story),
        needs_reason=False,
        reason_label=_("A word to the reader at the desk"),
    )
    return confirm(
        request,
        ask,
        lambda reason: submit(story, actor=staff(request), now=now, reason=reason),
        story,
    )


def _advice(story: Story) -> list:
    """What will stand in the way of publishing; it does not keep anybody from asking."""
    return [
        type(one)(one.code, one.field, one.message, blocks=False)
        for one in preflight(story, now=timezone.now())
    ]


def approve_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """What is approved stands on the page, and is bound to the approval by its hash."""
    story, now = story_for(request, story_id, Deed.APPROVE), timezone.now()
    ask = Confirmation(
        title=_("Approve"),
        question=_("You approve this text, to the letter. A later change needs another approval."),
        button=_("Approve"),
        back=form_of(story),
        done=_("“%(headline)s” is approved.") % {"headline": story.headline},
        problems=_advice(story),
        needs_reason=False,
    )
    seen, shown = request.POST.get("seen_hash", ""), content_hash(snapshot(story))
    return confirm(
        request,
        ask,
        lambda reason: approve(
            story, actor=staff(request), now=now, seen_hash=seen or "none", reason=reason
        ),
        story,
        template="admin/story/approve.html",
        story=story,
        seen_hash=shown,
        # Bound to the same content: what is changed meanwhile is refused there, too.
        frame_url=Asked(hash=shown).url(story),
        **changes_on_air(request, story),
    )


def give_back_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.APPROVE), timezone.now()
    ask = Confirmation(
        title=_("Ask for changes"),
        question=_("Its writers will find it on their list, with what you write here."),
        button=_("Give it back"),
        back=form_of(story),
        done=_("“%(headline)s” went back to its writers.") % {"headline": story.headline},
        needs_reason=True,
        reason_label=_("What is to be changed"),
    )
    quote = request.POST.get("quote", "")
    return confirm(
        request,
        ask,
        lambda text: request_changes(
            story, text, quote=quote, form=key_in(request), actor=staff(request), now=now
        ),
        story,
    )


def publish_alone_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.PUBLISH), timezone.now()
    ask = Confirmation(
        title=_("Publish alone"),
        question=_(
            "Readers will see this story at once, though nobody else has read it. "
            "The chief of the day will be asked to look it over."
        ),
        button=_("Publish alone"),
        back=form_of(story),
        done=_("“%(headline)s” is on air.") % {"headline": story.headline},
        problems=preflight(story, now=now),
        needs_reason=True,
        danger=True,
        reason_label=_("Why it cannot wait"),
    )
    return confirm(
        request,
        ask,
        lambda reason: publish_alone(story, actor=staff(request), now=now, reason=reason),
        story,
    )


def look_over_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story, now = story_for(request, story_id, Deed.LOOK_OVER), timezone.now()
    ask = Confirmation(
        title=_("Look over"),
        question=_("You have read what one person put on air alone, and it may stay."),
        button=_("It may stay"),
        back=form_of(story),
        done=_("“%(headline)s” was looked over.") % {"headline": story.headline},
        needs_reason=False,
    )
    return confirm(
        request,
        ask,
        lambda reason: look_over(story, actor=staff(request), now=now, reason=reason),
        _as_on_air(story),
        template="admin/story/approve.html",
        story=story,
        frame_url=Asked(LIVE if on_air_of(story) else NOW).url(story),
    )


def _as_on_air(story: Story) -> Story:
    """Called as readers know it, not as somebody is just typing it."""
    if on_air := on_air_of(story):
        story.headline = on_air.headline
    return story


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "submit": submit_view,
    "approve": approve_view,
    "give_back": give_back_view,
    "publish_alone": publish_alone_view,
    "look_over": look_over_view,
}
