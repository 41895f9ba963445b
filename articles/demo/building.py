"""The house: newsrooms, services, sections, topics, contributors, the publisher."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.demo.content_files import Table, house, words_of
from articles.models import (
    Contributor,
    ContributorName,
    LanguageService,
    Newsroom,
    Photo,
    Section,
    Topic,
    TopicName,
)
from articles.vocabularies import ContributorKind


@dataclass
class House:
    services: dict[str, LanguageService] = field(default_factory=dict)
    sections: dict[tuple[str, str], Section] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    people: dict[tuple[str, str], Contributor] = field(default_factory=dict)
    sources: dict[str, Contributor] = field(default_factory=dict)


def build_house(publisher_picture: Photo) -> House:
    built = House()
    publisher = Contributor.objects.create(
        kind=ContributorKind.ORGANISATION,
        name="Radio Lantern",
        slug="radio-lantern",
        portrait=publisher_picture,
    )
    _topics(built)
    for position, row in enumerate(house()["services"], start=1):
        service = _service(row, position, publisher)
        built.services[service.slug] = service
        _sections(built, service)
        _contributors(built, service)
    return built


def _service(row: Table, position: int, publisher: Contributor) -> LanguageService:
    words = words_of(row["language"])["service"]
    ContributorName.objects.create(
        contributor=publisher,
        language=row["language"],
        name=words["brand"],
        biography=words["publisher_description"],
    )
    return LanguageService.objects.create(
        newsroom=Newsroom.objects.create(name=words["name"].replace("Service", "newsroom")),
        name=words["name"],
        slug=row["slug"],
        language=row["language"],
        autonym=words["autonym"],
        brand=words["brand"],
        tagline=words["tagline"],
        credit_name=words["credit_name"],
        direction=row.get("direction", "ltr"),
        script=row["script"],
        time_zone=row["time_zone"],
        calendar=row.get("calendar", "gregory"),
        digits=row.get("digits", "latn"),
        fallback_languages=[row["language"], *row.get("fallbacks", [])],
        publisher=publisher,
        contact_url=f"https://example.org/{row['slug']}/contact",
        donate_url=f"https://example.org/{row['slug']}/support",
        position=position,
    )


def _sections(built: House, service: LanguageService) -> None:
    names = words_of(service.language)["sections"]
    for position, (slug, name) in enumerate(names.items()):
        built.sections[service.slug, slug] = Section.objects.create(
            service=service, slug=slug, name=name, position=position
        )


def _topics(built: House) -> None:
    for slug, (name, code) in house()["topics"].items():
        built.topics[slug] = Topic.objects.create(slug=slug, name=name, media_topic=code)
    for row in house()["services"]:
        TopicName.objects.bulk_create(
            TopicName(topic=built.topics[slug], language=row["language"], name=name)
            for slug, name in words_of(row["language"])["topics"].items()
        )


def _contributors(built: House, service: LanguageService) -> None:
    words = words_of(service.language)
    for row in words["contributors"]:
        # A protected person's real name is not even in the demonstration's data.
        protected = row["policy"] == "pseudonym"
        person = Contributor.objects.create(
            name=f"(protected) {row['slug']}" if protected else row["name"],
            slug=row["slug"],
            byline_policy=row["policy"],
        )
        built.people[service.slug, row["slug"]] = person
        ContributorName.objects.create(
            contributor=person,
            language=service.language,
            name=row["name"],
            job_title=row["role_title"],
            biography=row["biography"],
        )
    for row in words["sources"]:
        _source(built, service, row)


def _source(built: House, service: LanguageService, row: Table) -> None:
    is_service = row["slug"].endswith("-service")
    if row["slug"] not in built.sources:
        built.sources[row["slug"]] = Contributor.objects.create(
            kind=ContributorKind.SERVICE if is_service else ContributorKind.AGENCY,
            name=row["slug"].replace("-", " ").capitalize(),
            slug=row["slug"],
        )
    ContributorName.objects.create(
        contributor=built.sources[row["slug"]],
        language=service.language,
        name=row["name"],
        as_source=row["as_source"],
    )
