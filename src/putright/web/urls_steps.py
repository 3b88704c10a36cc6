"""The addresses of the steps: one page a verb."""

from django.urls import path

from putright.web.views import steps

urlpatterns = [
    path("representations/<int:number>/steps/<slug:verb>/", steps.step, name="step"),
]
