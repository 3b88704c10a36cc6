"""The addresses of the room of learning: registers of learning, actions, remedies and costs, and spikes."""

from django.urls import path

from putright.web.views import oversight

urlpatterns = [
    path("", oversight.learning, name="learning"),
    path("learning.csv", oversight.learning_csv, name="learning-csv"),
    path("actions/", oversight.actions, name="actions"),
    path("actions.csv", oversight.actions_csv, name="actions-csv"),
    path("remedies/", oversight.remedies, name="remedies"),
    path("remedies.csv", oversight.remedies_csv, name="remedies-csv"),
    path("costs/", oversight.costs, name="costs"),
    path("costs.csv", oversight.costs_csv, name="costs-csv"),
    path("spikes/", oversight.spikes, name="spikes"),
]
