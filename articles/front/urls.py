"""Public addresses. Each has a name that the output registry declares."""

from django.conf import settings
from django.urls import URLPattern, path

from articles.caching.surrogate import ZONE_PATH
from articles.front import (
    archive,
    digits,  # noqa: F401  registers its converters
    feeds,
    lists,
    live,
    machines,
    searching,
    sitemaps,
    styleguide,
    views,
    zone,
)
from articles.pages.feed_links import FORMATS

SECTION = "<slug:service_slug>/z/<slug:section_slug>/"
TOPIC = "<slug:service_slug>/t/<slug:topic_slug>/"
AUTHOR = "<slug:service_slug>/author/<slug:contributor_slug>/"
ARCHIVE = "<slug:service_slug>/archive/"
DAY = f"{ARCHIVE}<year:year>/<two:month>/<two:day>/"
FEEDS = (
    ("front", "<slug:service_slug>/", feeds.of_service),
    ("section", SECTION, feeds.of_section),
    ("topic", TOPIC, feeds.of_topic),
    ("author", AUTHOR, feeds.of_author),
)


def feed_patterns() -> list[URLPattern]:
    return [
        path(base + form.file, view, {"form": form.name}, name=f"{name}-{form.name}")
        for name, base, view in FEEDS
        for form in FORMATS
    ]


urlpatterns = [
    path("", views.world, name="world"),
    path(ZONE_PATH.removeprefix("/"), zone.zone, name="zone"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    # What is asked for most is found first.
    path("<slug:service_slug>/a/<str:slug>/<int:story_id>.html", views.story, name="story"),
    path("<slug:service_slug>/", views.front, name="front"),
    path("<slug:service_slug>/place/", views.place, name="place"),
    path("<slug:service_slug>/search/", searching.search, name="search"),
    path(ARCHIVE, archive.archive, name="archive"),
    path(f"{ARCHIVE}<year:year>/<two:month>/", archive.month, name="month"),
    path(DAY, archive.day, name="day"),
    path(
        "<slug:service_slug>/sitemap-<year:year>-<two:month>.xml",
        sitemaps.month,
        name="month-sitemap",
    ),
    path(
        "<slug:service_slug>/sitemap-<year:year>-<two:month>-<part:part>.xml",
        sitemaps.part,
        name="sitemap-part",
    ),
    path(SECTION, views.section, name="section"),
    path(TOPIC, lists.topic, name="topic"),
    path(AUTHOR, lists.author, name="author"),
    path(
        "<slug:service_slug>/a/<str:slug>/<int:story_id>/<int:entry_id>/", live.entry, name="entry"
    ),
    path("<slug:service_slug>/a/<str:slug>/<int:story_id>/updates/", live.updates, name="updates"),
    *feed_patterns(),
]
if settings.DEMO or settings.DEBUG:
    urlpatterns.insert(5, path("media/<path:name>", machines.media, name="media"))
if settings.DEBUG:
    urlpatterns.insert(5, path("styleguide/", styleguide.styleguide, name="styleguide"))
