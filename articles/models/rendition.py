"""Rendition: one public file made from a photo."""

from __future__ import annotations

from django.db import models

from articles.models.photo import Photo, public_storage
from articles.vocabularies import CropName


class Rendition(models.Model):
    """One public file made from a photo; its name carries the hash of its content."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")
    crop = models.CharField(max_length=8, choices=CropName, default=CropName.FULL)
    format = models.CharField(max_length=8)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(storage=public_storage, max_length=255)
    byte_size = models.PositiveIntegerField()

    class Meta:
        ordering = ["photo", "crop", "format", "width"]
        # Several photos may name one file: whoever removes files asks who else does.
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "crop", "format", "width"],
                name="one_rendition_per_crop_format_width",
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo_id} {self.crop} {self.format} {self.width}×{self.height}"
