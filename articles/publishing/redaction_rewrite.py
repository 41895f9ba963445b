"""What a redaction does to each row: straight into the tables, versions and hashes with them."""

from __future__ import annotations

from typing import Any

from articles.models import Redaction, Story, StorySchedule
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
        self.slug = slug_for(self.out_of("headline", story.headline))

    def out_of(self, field: str, value: Any) -> Any:
        """An address repeats the headline; readers who have the old one are led to the new one."""
        if field == "slug":
            return self.slug if self._names(value) else value
        if field == "content":
            value = value | {"slug": self.out_of("slug", value["slug"])}
        if self.pattern:
            value = redact(value, self.pattern, self.instead)
        if self.photo:
            value = self._photo_out_of(field, value)
        return value

    def _photo_out_of(self, field: str, value: Any) -> Any:
        if field == "body":
            return without_photo(value, self.photo or 0)
        if field == "content":
            rows = [row for row in value["photos"] if row["photo_id"] != self.photo]
            return value | {"photos": rows, "body": without_photo(value["body"], self.photo or 0)}
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
    new = {field: cut.out_of(field, getattr(row, field)) for field in fields}
    changed = {name: value for name, value in new.items() if value != getattr(row, name)}
    if "content" in changed:
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
