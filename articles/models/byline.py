"""Byline: one credit of a contributor in a story."""

from django.db import models

from articles.vocabularies import CreditRole


class Byline(models.Model):
    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        "articles.Contributor", on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(max_length=20, choices=CreditRole, default=CreditRole.AUTHOR)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["story", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "contributor", "role"], name="one_credit_per_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"
