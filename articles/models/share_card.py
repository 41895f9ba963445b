"""ShareCard: the public picture of a headline, made by the worker for a story on air."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class ShareCard(models.Model):
    """``basis`` is a hash of all that it was made from, so that the same is not made twice.

    Whoever has a page in hand may fetch what it names for another day (``replaced_at``); what must
    not be seen any more has no row and no file.
    """

    story = models.ForeignKey(
        "articles.Story", on_delete=models.CASCADE, related_name="share_cards"
    )
    # The one behind its words.
    photo = models.ForeignKey(
        "articles.Photo", on_delete=models.CASCADE, null=True, related_name="share_cards"
    )
    basis = models.CharField(max_length=64)
    file = models.CharField(max_length=60, unique=True)
    made_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["story", "made_at"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["story", "basis"], name="one_share_card_per_basis")
        ]
        indexes = [
            models.Index(
                fields=["replaced_at"],
                name="share_card_replaced",
                condition=Q(replaced_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"share card of {self.story_id}"
