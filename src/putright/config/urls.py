"""The root of every address: all of them are the web room's."""

from django.urls import include, path

urlpatterns = [path("", include("putright.web.urls"))]
handler403 = "putright.web.views.errors.forbidden"
handler404 = "putright.web.views.errors.not_found"
handler500 = "putright.web.views.errors.server_error"
