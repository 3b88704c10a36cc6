"""The addresses of the ways in that staff use."""

from django.urls import path

from putright.web.views import receiving

urlpatterns = [
    path("record/", receiving.record_representation, name="record-representation"),
    path("triage/", receiving.triage_queue, name="triage-queue"),
]
