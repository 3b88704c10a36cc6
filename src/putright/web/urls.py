"""The addresses of every page."""

from django.urls import include, path

from putright.web.views import imports, pages, reports, representation, representations, rule_book, signing_in, tokens

urlpatterns = [
    path("", pages.start, name="start"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("signed-out/", signing_in.signed_out, name="signed-out"),
    path("keys/", tokens.tokens, name="tokens"),
    path("keys/<int:number>/revoke/", tokens.revoke, name="revoke-token"),
    path("representations/", representations.representation_list, name="representations"),
    path("representations.csv", representations.representation_file, name="representations-csv"),
    path("representations/<int:number>/", representation.representation, name="representation"),
    path("", include("putright.web.urls_steps")),
    path("", include("putright.web.urls_letters")),
    path("", include("putright.web.urls_intake")),
    path("api/", include("putright.web.urls_api")),
    path("queues/", include("putright.web.urls_work")),
    path("oversight/", include("putright.web.urls_oversight")),
    path("figures/", include("putright.web.urls_figures")),
    path("reports/", reports.reports, name="reports"),
    path("reports/", include("putright.web.urls_issuing")),
    path("reports/<slug:slug>/<slug:period>/", reports.report, name="report"),
    path("reports/<slug:slug>/<slug:period>/files/<slug:kind>/", reports.report_file, name="report-file"),
    path("reports/<slug:slug>/<slug:period>/tables/<slug:table>/", reports.report_table, name="report-table"),
    path(
        "reports/<slug:slug>/<slug:period>/tables/<slug:table>/<int:row>/<int:column>/",
        reports.report_cell,
        name="report-cell",
    ),
    path("imports/", imports.imports, name="imports"),
    path("imports/<int:number>/", imports.import_run, name="import-run"),
    path("imports/<int:number>/held-rows/<str:sheet>.csv", imports.held_rows_file, name="held-rows-csv"),
    path("imports/<int:number>/rows/<int:row>/", imports.held_row, name="held-row"),
    path("imports/<int:number>/rows/<int:row>/settle/", imports.settle_row, name="settle-row"),
    path("rule-book/", rule_book.rule_book, name="rule-book"),
    path("rule-book/due-date/", rule_book.due_date, name="due-date"),
    path("rule-book/procedures/<slug:name>/", rule_book.procedure, name="procedure"),
    path("help/", pages.help_page, name="help"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]
