"""Where each address leads: the desk under /admin/, everything else to the readers' door."""

from django.urls import include, path

from articles.admin import desk

urlpatterns = [
    path("admin/account/", include("articles.admin.account_urls")),
    path("admin/", desk.urls),
    path("", include("articles.front.urls")),
]
handler404 = "articles.front.errors.page_not_found"
handler500 = "articles.front.errors.server_error"
