"""From checked items to stories: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from articles.exchange.ninjs import library
from articles.exchange.ninjs.item import Item
from articles.exchange.refusal import BadInput
from articles.models import Byline, LanguageService, Photo, Story, StoryPhoto
from articles.pages.addresses import story_path
from articles.pages.byline import compose
from articles.publishing.actors import SYSTEM
from articles.publishing.document import build_credits
from articles.publishing.kill import kill
from articles.publishing.locking import lock_stories
from articles.publishing.publish import publish
from articles.publishing.refusals import VerbRefused
from articles.publishing.save import save
from articles.publishing.snapshot import snapshot
from articles.publishing.unpublish import ON_AIR, unpublish
from articles.text.body import photo_ids, replace_figures
from articles.text.sanitise import clean_body
from articles.text.slugs import slug_for
from articles.text.typography import own_letters_in
from articles.vocabularies import ContributorKind, CreditRole, PhotoRole

BREAKING_FOR = timedelta(hours=6)


@dataclass(frozen=True)
class Imported:
    uri: str
    story_id: int
    path: str = ""
    refusal: str = ""


def import_items(
    items: Sequence[Item], *, service: LanguageService | None, publishing: bool, now: datetime
) -> list[Imported]:
    """Write every item as a story; with ``publishing`` put them on air as the system actor."""
    with transaction.atomic():
        uris = [item.uri for item in items]
        lock_stories(Story.objects.filter(uri__in=uris).values_list("pk", flat=True))
        return [
            _import(item, service or _service_for(item), publishing=publishing, now=now)
            for item in items
        ]


def _service_for(item: Item) -> LanguageService:
    language = item.language.partition("-")[0]
    found = LanguageService.objects.filter(language__in=[item.language, language]).first()
    if found is None:
        said = f"no service publishes in “{item.language}”" if language else "names no language"
        raise BadInput(f"{said}; say which with --service.", item=item.uri, field="language")
    return found


def _import(item: Item, service: LanguageService, *, publishing: bool, now: datetime) -> Imported:
    story = Story.objects.filter(uri=item.uri).first() or Story(uri=item.uri, service=service)
    _write_fields(story, item, now)
    _write_topics_and_credits(story, item)
    _write_photos(story, item, now)
    _keep_the_item_s_byline(story, item)
    save(story, actor=SYSTEM, now=now, reason="Imported")
    story.refresh_from_db()
    refusal = _follow_pub_status(story, item, now) if publishing else ""
    return Imported(item.uri, story.pk, _path(story), refusal)


def _write_fields(story: Story, item: Item, now: datetime) -> None:
    language = story.service.language
    story.kicker, story.headline, story.standfirst = item.kicker, item.headline, item.standfirst
    story.slugline, story.dateline = item.slugline, item.dateline
    story.slug = story.slug or slug_for(item.headline)
    story.countries = list(item.countries)
    story.urgency = item.urgency or story.urgency
    story.embargo_until = item.embargo_until
    created = item.version_created or now
    story.breaking_until = created + BREAKING_FOR if item.is_breaking else None
    if item.publisher:
        story.publisher = library.find_contributor(
            item.publisher, ContributorKind.ORGANISATION, language
        )
    story.imported = dict(item.raw)
    story.save()


def _write_topics_and_credits(story: Story, item: Item) -> None:
    language = story.service.language
    story.topics.set([library.find_topic(subject, language) for subject in item.subjects])
    story.bylines.all().delete()
    credits = [
        (library.find_contributor(person.name, ContributorKind.PERSON, language),
         library.role_of(person))
        for person in item.people
    ] + [
        (library.find_contributor(source.name, library.kind_of_source(source.name), language),
         CreditRole.SOURCE)
        for source in item.sources
    ]  # fmt: skip
    for position, (contributor, role) in enumerate(dict.fromkeys(credits)):
        Byline.objects.create(story=story, contributor=contributor, role=role, position=position)


def _write_photos(story: Story, item: Item, now: datetime) -> None:
    """Photos into the library, figures in the body to placeholders, uses beside the story."""
    photos: dict[str, Photo] = {}
    lead: Photo | None = None
    for picture in item.pictures:
        photo = library.find_photo(picture, story.service, now)
        if photo is None:
            continue
        photos[picture.reference] = photo
        lead = lead or (photo if picture.is_lead else None)
    references = {name: photo.pk for name, photo in photos.items()}
    body = clean_body(replace_figures(item.body, references))
    story.body = own_letters_in(body, story.service.language)
    story.save()
    story.story_photos.all().delete()
    for position, photo in enumerate(dict.fromkeys(photos.values())):
        role = PhotoRole.LEAD if photo == lead else _role_of(photo, story.body)
        StoryPhoto.objects.create(story=story, photo=photo, role=role, position=position)


def _role_of(photo: Photo, body: str) -> PhotoRole:
    return PhotoRole.INLINE if photo.pk in photo_ids(body) else PhotoRole.GALLERY


def _keep_the_item_s_byline(story: Story, item: Item) -> None:
    """The item's own wording stands when the rows alone would read differently."""
    credits = [credit.as_dict() for credit in build_credits(snapshot(story), story.service)]
    composed = "".join(part.text for part in compose(credits, story.service.language))
    story.byline_override = "" if composed == item.by else item.by
    story.save()


def _follow_pub_status(story: Story, item: Item, now: datetime) -> str:
    """What the agency says must happen; a refusal leaves a draft and a sentence."""
    is_on_air = story.workflow_status in ON_AIR
    try:
        with transaction.atomic():
            if item.pub_status == "usable":
                publish(
                    story, actor=SYSTEM, now=now, reason="Imported",
                    first_published_at=item.first_created, revised_at=item.version_created,
                )  # fmt: skip
            elif item.pub_status == "canceled" and story.published_at:
                kill(story, actor=SYSTEM, now=now, reason="Canceled by the agency")
            elif is_on_air:
                unpublish(story, actor=SYSTEM, now=now, reason="Withheld by the agency")
    except VerbRefused as refused:
        return str(refused)
    return "" if item.pub_status == "usable" else f"pubStatus is {item.pub_status}."


def _path(story: Story) -> str:
    story.refresh_from_db()
    if story.workflow_status not in ON_AIR:
        return ""
    return story_path(story.service.slug, story.on_air.slug, story.pk)
