"""What a redaction does to each row: straight into the tables, versions and hashes with them."""

from __future__ import annotations

from typing import Any

from articles.models import Redaction, Story, StorySchedule, StoryVersion
from articles.publishing.redaction_places import kept_of
from articles.publishing.snapshot import content_hash, snapshot
from articles.text.redact import pattern_of, redact, without_photo
from articles.text.slugs import slug_for


class Cut:
    """What one redaction makes of a value."""

    def __init__(self, redaction: Redaction, story: Story) -> None:
        self.passages = list(redaction.passages)
        self.pattern = pattern_of(self.passages) if self.passages else None
        self.instead, self.photo = redaction.instead, redaction.photo_id
        self.slug = slug_for(self._words(story.headline))

    def out_of(self, row: Any, field: str) -> Any:
        """What is left of a field; an address repeats the headline and is made of it again."""
        value = getattr(row, field)
        if field == "slug":
            return self._slug(value)
        if isinstance(row, StoryVersion) and field == "content":
            value = value | {"slug": self._slug(value["slug"])}
        value = self._words(value)
        return self._photo_out_of(row, field, value) if self.photo else value

    def _words(self, value: Any) -> Any:
        return redact(value, self.pattern, self.instead) if self.pattern else value

    def _slug(self, slug: str) -> str:
        return self.slug if self._names(slug) else slug

    def _photo_out_of(self, row: Any, field: str, value: Any) -> Any:
        photo = self.photo or 0
        if isinstance(row, Story) and field == "body":
            return without_photo(value, photo)
        if isinstance(row, StoryVersion) and field == "content":
            rows = [one for one in value["photos"] if one["photo_id"] != photo]
            return value | {"photos": rows, "body": without_photo(value["body"], photo)}
        return value

    def _names(self, slug: str) -> bool:
        """Whether an address repeats what is to leave."""
        return any((told := slug_for(one)) and told in slug for one in self.passages)


def rewrite(story: Story, cut: Cut) -> int:
    """In how many places something was taken out of the locked ``story``."""
    was_approved = story.approved_hash == content_hash(snapshot(story))
    changed = 0
    for kept in kept_of(story):
        for row in kept.rows.order_by("pk").iterator(chunk_size=100):
            changed += _rewrite_row(row, kept.fields, cut)
    if cut.photo:
        changed += story.story_photos.filter(photo=cut.photo).delete()[0]
    story.refresh_from_db()
    _keep_approvals(story, was_approved)
    return changed


def _rewrite_row(row: Any, fields: tuple[str, ...], cut: Cut) -> int:
    """Only what changes is written: a version is rewritten, not saved anew."""
    new = {field: cut.out_of(row, field) for field in fields}
    changed = {name: value for name, value in new.items() if value != getattr(row, name)}
    if "content" in changed and hasattr(row, "content_hash"):
        changed["content_hash"] = content_hash(changed["content"])
    if changed:
        type(row)._default_manager.filter(pk=row.pk).update(**changed)
    return int(bool(changed))


def _keep_approvals(story: Story, was_approved: bool) -> None:
    """What was approved, or frozen for later, is so still, without what was taken out."""
    if was_approved:
        story.approved_hash = content_hash(snapshot(story))
        story.save(update_fields=["approved_hash"])
    for plan in StorySchedule.objects.select_related("version").filter(story=story):
        if plan.approved_hash:
            plan.approved_hash = plan.version.content_hash
            plan.save(update_fields=["approved_hash"])
