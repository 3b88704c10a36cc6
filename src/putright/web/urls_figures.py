"""The addresses at which the figures are asked, and of the tables that were kept from there."""

from django.urls import path

from putright.web.views import asking
from putright.web.views import oversight_figures as live

urlpatterns = [
    path("dashboard/", live.dashboard, name="dashboard"),
    path("dashboard/<slug:table>/<int:row>/<int:column>/", live.dashboard_cell, name="dashboard-cell"),
    path("resourcing/", live.resourcing_now, name="resourcing"),
    path("resourcing/<slug:source>/<slug:span>/", live.due_ahead, name="due-ahead"),
    path("ask/", asking.ask, name="ask"),
    path("ask.csv", asking.ask_csv, name="ask-csv"),
    path("ask/<int:row>/<int:column>/", asking.ask_cell, name="ask-cell"),
    path("keep/", asking.keep_table, name="keep-table"),
    path("added/<slug:slug>.toml", asking.added_file, name="added-file"),
    path("added/<slug:slug>/<slug:table>/", asking.added_table, name="added-table"),
    path("added/<slug:slug>/<slug:table>/take-out/", asking.take_out_table, name="take-out-table"),
]
