"""What a browser sends from a photo's page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from articles.models import Photo, PhotoText


def address(name: str, *ids: int) -> str:
    return reverse(f"admin:articles_photo_{name}", args=ids)


def page_data(photo: Photo, *texts: PhotoText, **changes: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": photo.title, "credit": photo.credit, "creator": photo.creator,
        "source": photo.source, "copyright_notice": "", "usage_terms": "", "permission_note": "",
        "place": photo.place, "rights_basis": photo.rights_basis, "licence": photo.licence,
        "rights_end_at": "", "taken_at": "", "digital_source_type": "",
        "focal_x": photo.focal_x, "focal_y": photo.focal_y, "crops": "{}", "blurred_areas": "[]",
        "texts-TOTAL_FORMS": len(texts), "texts-INITIAL_FORMS": len(texts),
        "leases-TOTAL_FORMS": 0, "leases-INITIAL_FORMS": 0, "_continue": "Save",
    }  # fmt: skip
    for number, text in enumerate(texts):
        words = {"id": text.pk, "photo": photo.pk, "language": text.language}
        words |= {"caption": text.caption, "alt_text": text.alt_text}
        data |= {f"texts-{number}-{name}": value for name, value in words.items()}
    return data | changes
