"""The addresses of the API."""

from django.urls import path, re_path

from putright.web.api import views

urlpatterns = [
    path("openapi.json", views.openapi, name="api-openapi"),
    path("representations", views.representations, name="api-representations"),
    path("representations/<str:reference>", views.representation, name="api-representation"),
    path("representations/<str:reference>/steps/<str:verb>", views.step, name="api-step"),
    re_path("", views.nowhere, name="api-nowhere"),
]
