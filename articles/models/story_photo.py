"""StoryPhoto: one use of a photo in a story, with its own caption when needed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.vocabularies import CropName, PhotoRole


class StoryPhoto(models.Model):
    story = models.ForeignKey(
        "articles.Story",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="story_photos",
    )
    photo = models.ForeignKey(
        "articles.Photo", verbose_name=_("photo"), on_delete=models.PROTECT, related_name="uses"
    )
    role = models.CharField(_("role"), max_length=10, choices=PhotoRole, default=PhotoRole.INLINE)
    caption_override = models.CharField(
        _("caption here"),
        max_length=1000,
        blank=True,
        help_text=_("Empty: the library's caption in this language."),
    )
    crop = models.CharField(_("crop"), max_length=8, choices=CropName, default=CropName.FULL)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["story", "position", "id"]
        verbose_name = _("photo of a story")
        verbose_name_plural = _("photos of stories")
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=models.Q(role="lead"), name="one_lead_photo"
            ),
            models.UniqueConstraint(fields=["story", "photo"], name="photo_once_per_story"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.photo}"
