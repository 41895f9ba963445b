"""Where each address leads: the desk, its secret previews, everything else to the readers' door."""

from django.urls import include, path

from articles.admin import desk
from articles.admin.preview_door import preview

urlpatterns = [
    path("admin/account/", include("articles.admin.account_urls")),
    path("admin/", desk.urls),
    path("preview/<str:token>/", preview, name="preview"),
    path("", include("articles.front.urls")),
]
handler404 = "articles.front.errors.page_not_found"
handler500 = "articles.front.errors.server_error"
