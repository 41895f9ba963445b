"""Tell readers what is new in a story: in an editor's words, never by comparing versions.

A comparison would show what was taken out: names, sources, places.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Correction, Story
from articles.publishing.refusals import WrongState
from articles.publishing.unpublish import ON_AIR
from articles.text.sanitise import clean_line
from articles.vocabularies import CorrectionKind

LONGEST = 300


def tell_update(story: Story, told: str, *, now: datetime) -> None:
    """The caller holds the story's lock and puts it on air; the same words again add nothing."""
    told = clean_line(told)
    if not told:
        return
    if story.workflow_status not in ON_AIR:
        raise WrongState(_("Only a story on air has changes that readers can be told of."))
    if len(told) > LONGEST:
        raise WrongState(
            _("Tell readers in at most %(most)s characters; this is longer.") % {"most": LONGEST}
        )
    rows = story.corrections.filter(kind=CorrectionKind.UPDATE).order_by("corrected_at", "id")
    newest = rows.last()
    if newest is None or newest.text != told:
        Correction.objects.create(
            story=story, kind=CorrectionKind.UPDATE, text=told, corrected_at=now
        )
