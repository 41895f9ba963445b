"""Public addresses. Each has a name that the output registry declares."""

from django.conf import settings
from django.urls import path

from articles.caching.surrogate import ZONE_PATH
from articles.front import machines, styleguide, views, zone

urlpatterns = [
    path("", views.world, name="world"),
    path(ZONE_PATH.removeprefix("/"), zone.zone, name="zone"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("<slug:service_slug>/", views.front, name="front"),
    path("<slug:service_slug>/place/", views.place, name="place"),
    path("<slug:service_slug>/z/<slug:section_slug>/", views.section, name="section"),
    path("<slug:service_slug>/t/<slug:topic_slug>/", views.topic, name="topic"),
    path("<slug:service_slug>/author/<slug:contributor_slug>/", views.author, name="author"),
    path("<slug:service_slug>/a/<str:slug>/<int:story_id>.html", views.story, name="story"),
]
if settings.DEMO or settings.DEBUG:
    urlpatterns.insert(5, path("media/<path:name>", machines.media, name="media"))
if settings.DEBUG:
    urlpatterns.insert(5, path("styleguide/", styleguide.styleguide, name="styleguide"))
