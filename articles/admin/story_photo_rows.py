"""The rows of photos of one story, looked at together: one lead, and no photo twice."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, HiddenInput
from django.utils.translation import gettext as _

from articles.admin.known_choice import KnownChoice
from articles.admin.photo_taking import known_photo
from articles.admin.story_access import number_in
from articles.models import Photo, StoryPhoto
from articles.publishing.refusals import VerbRefused
from articles.vocabularies import PhotoRole


class StoryPhotoFormSet(BaseInlineFormSet):
    _sent: dict[str, Photo] | None = None

    def add_fields(self, form: Any, index: int | None) -> None:
        """Twenty photos cost as many queries as one."""
        super().add_fields(form, index)
        if not self.is_bound:
            return
        form.fields["id"] = KnownChoice(
            self.get_queryset(), initial=form.instance.pk, required=False, widget=HiddenInput
        )
        form.fields["id"].known = {str(row.pk): row for row in self.get_queryset()}
        if "photo" in form.fields:
            form.fields["photo"].known = self._sent_photos(form.fields["photo"].queryset)

    def _sent_photos(self, allowed: QuerySet[Photo]) -> dict[str, Photo]:
        """Those of the ``allowed`` ones that the rows name."""
        if self._sent is None:
            names = (f"{self.add_prefix(n)}-photo" for n in range(self.total_form_count()))
            numbers = {one for name in names if (one := number_in(self.data.get(name, "")))}
            self._sent = {str(one.pk): one for one in allowed.filter(pk__in=numbers)}
        return self._sent

    def clean(self) -> None:
        """In sentences beside the fields; what is wrong is never left to the database to refuse."""
        rows = [row for row in self._live() if row.is_valid()]
        self._refuse_second_lead(rows)
        self._refuse_twice(rows)

    def save(self, commit: bool = True) -> Any:
        if commit:
            self._make_room()
        return super().save(commit)

    def _live(self) -> list[Any]:
        return [row for row in self.forms if row.has_changed() or row.instance.pk
                if row not in self.deleted_forms]  # fmt: skip

    def _refuse_second_lead(self, rows: list[Any]) -> None:
        leads = [row for row in rows if row.cleaned_data.get("role") == PhotoRole.LEAD]
        for row in leads[1:]:
            row.add_error("role", _("A story has one lead photo: another row has it already."))

    def _refuse_twice(self, rows: list[Any]) -> None:
        seen = {f"photo {photo}" for photo in self._elsewhere()}
        for row in rows:
            if not (which := self._which(row)):
                continue
            name, photo = which
            if photo in seen:
                row.add_error(name, _("This photo is in the story already."))
            seen.add(photo)

    def _elsewhere(self) -> list[int]:
        """The photos of rows that this page does not know of: somebody else's, meanwhile."""
        if not self.instance.pk:
            return []
        known = [row.instance.pk for row in self.forms if row.instance.pk]
        return list(
            self.instance.story_photos.exclude(pk__in=known).values_list("photo", flat=True)
        )

    def _which(self, row: Any) -> tuple[str, str] | None:
        """The field that says which photo it is, and the photo; a refusal is told beside it."""
        if photo := row.cleaned_data.get("photo"):
            return "photo", f"photo {photo.pk}"
        upload = row.cleaned_data.get("file")
        if not upload:
            return None
        digest = _sha256(upload)
        service = self.instance.service if self.instance.service_id else None
        try:
            known = known_photo(digest, service)
        except VerbRefused as refusal:
            row.add_error("file", str(refusal))
            return None
        return "file", f"photo {known.pk}" if known else digest

    def _make_room(self) -> None:
        """Rows are written one after the other: none may stand in the way of one before it."""
        going = [row.instance.pk for row in self.deleted_forms]
        # Written again, with the same number, when its turn comes.
        changed = [row for row in self.initial_forms if row.has_changed()]
        going += [row.instance.pk for row in changed if "photo" in row.changed_data]
        StoryPhoto.objects.filter(story=self.instance, pk__in=going).delete()
        for row in self._live():
            if row.cleaned_data.get("role") == PhotoRole.LEAD and row.has_changed():
                others = self.instance.story_photos.exclude(pk=row.instance.pk)
                others.filter(role=PhotoRole.LEAD).update(role=PhotoRole.GALLERY)


def _sha256(upload: UploadedFile) -> str:
    upload.seek(0)
    digest = sha256(upload.read()).hexdigest()
    upload.seek(0)
    return digest
