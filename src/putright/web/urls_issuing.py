"""The addresses of readiness, of drafts and of issued reports."""

from django.urls import path

from putright.web.views import readiness

ONE = "<slug:slug>/<slug:period>"

urlpatterns = [
    path(f"{ONE}/readiness/", readiness.report_readiness, name="report-readiness"),
    path(f"{ONE}/readiness/<slug:table>/<slug:kind>/", readiness.report_amiss, name="report-amiss"),
]
