"""What a redaction does to each row: straight into the tables, versions and hashes with them."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet

from articles.models import (
    Front,
    FrontVersion,
    KeptEntry,
    KeptWords,
    LiveEntry,
    LiveEntryVersion,
    OwnView,
    Photo,
    Redaction,
    Story,
    StorySchedule,
    StoryVersion,
)
from articles.publishing.front_record import hash_of
from articles.publishing.front_slots import OWN
from articles.publishing.redaction_places import (
    WORDS,
    kept_of,
    own_views_saying,
    photos_in,
    photos_of,
    shared_words,
    words_in,
)
from articles.publishing.snapshot import content_hash, snapshot
from articles.search.desk import index_story
from articles.text.redact import pattern_of, redact, without_photo
from articles.text.slugs import slug_for


class Cut:
    """What one redaction makes of a value."""

    def __init__(self, redaction: Redaction, story: Story) -> None:
        self.passages = list(redaction.passages)
        self.pattern = pattern_of(self.passages) if self.passages else None
        self.instead, self.photo = redaction.instead, redaction.photo_id
        self.slug = slug_for(self.words(story.headline))

    def out_of(self, row: Any, field: str) -> Any:
        """What is left of a field; an address repeats the headline and is made of it again."""
        value = getattr(row, field)
        if field == "slug":
            return self._slug(value)
        if isinstance(row, StoryVersion) and field == "content":
            value = value | {"slug": self._slug(value["slug"])}
        if isinstance(row, KeptWords) and "topics" in value:
            left = [one for one in value["topics"] if not self.names(one["slug"])]
            value = value | {"topics": left}
        value = self.words(value, words_in(field))
        if isinstance(row, Photo) and field == "title":
            return value.strip() or f"photo {row.pk}"
        return self._photo_out_of(row, field, value) if self.photo else value

    def words(self, value: Any, keys: frozenset[str] | None = WORDS) -> Any:
        return redact(value, self.pattern, self.instead, keys) if self.pattern else value

    def _slug(self, slug: str) -> str:
        return self.slug if self.names(slug) else slug

    def _photo_out_of(self, row: Any, field: str, value: Any) -> Any:
        photo = self.photo or 0
        if isinstance(row, Story) and field == "body":
            return without_photo(value, photo)
        if isinstance(row, StoryVersion) and field == "content":
            rows = [one for one in value["photos"] if one["photo_id"] != photo]
            return value | {"photos": rows, "body": without_photo(value["body"], photo)}
        if isinstance(row, KeptWords | KeptEntry):
            return _kept_without(value, photo)
        if isinstance(row, LiveEntryVersion) and value.get("photo_id") == photo:
            return value | {"photo_id": None}
        return value

    def cards(self, slots: list[dict[str, Any]], story: int) -> list[dict[str, Any]]:
        """A front's, where they are about ``story``."""
        return [self._card(card) if card["story"] == story else card for card in slots]

    def _card(self, card: dict[str, Any]) -> dict[str, Any]:
        is_shown = self.photo and card["picture"] == str(self.photo)
        told: dict[str, Any] = self.words(card)
        return told | ({"picture": OWN} if is_shown else {})

    def names(self, slug: str) -> bool:
        """Whether an address repeats what is to leave."""
        return any((told := slug_for(one)) and told in slug for one in self.passages)


def _kept_without(value: dict[str, Any], photo: int) -> dict[str, Any]:
    if (value.get("photo") or {}).get("photo") == photo:
        return value | {"photo": None}
    if str(photo) not in value.get("photos", {}):
        return value
    return value | {"photos": {k: v for k, v in value["photos"].items() if k != str(photo)}}


def rewrite(story: Story, cut: Cut) -> int:
    """In how many places something was taken out of the locked ``story``."""
    was_approved = story.approved_hash == content_hash(snapshot(story))
    changed = _rewrite_shared(story, cut)
    for kept in kept_of(story):
        for row in kept.rows.order_by("pk").iterator(chunk_size=100):
            changed += _rewrite_row(row, kept.fields, cut)
    if cut.photo:
        changed += story.story_photos.filter(photo=cut.photo).delete()[0]
        changed += _moved_on(story.live_entries.filter(photo=cut.photo)).update(photo=None)
    changed += _rewrite_fronts(story, cut)
    if cut.pattern:
        saying = own_views_saying(cut.pattern)
        changed += OwnView.objects.filter(pk__in=saying).delete()[0]
    story.refresh_from_db()
    index_story(story)
    _keep_approvals(story, was_approved)
    # A form that is opened from now on knows of it.
    story.save(update_fields=["changed_at"])
    return changed


def _rewrite_row(row: Any, fields: tuple[str, ...], cut: Cut) -> int:
    """Only what changes is written: a version is rewritten, not saved anew."""
    new = {field: _fitting(row, field, cut.out_of(row, field)) for field in fields}
    changed = {name: value for name, value in new.items() if value != getattr(row, name)}
    if not changed:
        return 0
    if isinstance(row, StoryVersion) and "content" in changed:
        changed["content_hash"] = content_hash(changed["content"])
    rows = type(row)._default_manager.filter(pk=row.pk)
    if isinstance(row, LiveEntry):
        rows = _moved_on(rows)
    rows.update(**changed)
    return 1


def _moved_on(entries: QuerySet[LiveEntry]) -> QuerySet[LiveEntry]:
    """Whoever has one open is told that it was changed, and does not put the old words back."""
    entries.update(number=F("number") + 1)
    return entries


def _fitting(row: Any, field: str, value: Any) -> Any:
    """What stands in place of a passage may be longer than it."""
    longest = getattr(row._meta.get_field(field), "max_length", None)
    return value[:longest] if longest and isinstance(value, str) else value


def _rewrite_shared(story: Story, cut: Cut) -> int:
    """The words of its photos, where other stories have shown them."""
    changed, photos = 0, photos_of(story)
    for row, field in shared_words(story, photos):
        value = getattr(row, field)
        mine = photos_in(value, photos)
        told = cut.words(mine)
        if told == mine:
            continue
        if "photos" in told:
            told = {"photos": value["photos"] | told["photos"]}
        changed += type(row)._default_manager.filter(pk=row.pk).update(**{field: value | told})
    return changed


def _rewrite_fronts(story: Story, cut: Cut) -> int:
    """Cards say a headline in other words and show other pictures; drafts and what was, too."""
    changed = 0
    for front in Front.objects.filter(service=story.service_id):
        draft = cut.cards(front.draft, story.pk)
        if draft != front.draft:
            changed += Front.objects.filter(pk=front.pk).update(draft=draft, edits=F("edits") + 1)
    for version in FrontVersion.objects.filter(front__service=story.service_id):
        content = cut.cards(version.content, story.pk)
        if content != version.content:
            version.content, version.content_hash = content, hash_of(content)
            version.save(update_fields=["content", "content_hash"])
            changed += 1
    return changed


def _keep_approvals(story: Story, was_approved: bool) -> None:
    """What was approved, or frozen for later, is so still, without what was taken out."""
    if was_approved:
        story.approved_hash = content_hash(snapshot(story))
        story.save(update_fields=["approved_hash"])
    for plan in StorySchedule.objects.select_related("version").filter(story=story):
        if plan.approved_hash:
            plan.approved_hash = plan.version.content_hash
            plan.save(update_fields=["approved_hash"])
