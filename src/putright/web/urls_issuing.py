"""The addresses of readiness, of drafts and of issued reports."""

from django.urls import path

from putright.web.views import drafts, issued, readiness

ONE = "<slug:slug>/<slug:period>"

DRAFT = "drafts/<int:number>"

urlpatterns = [
    path("issued/", issued.issued_reports, name="issued-reports"),
    path("issued/<int:number>/", issued.issued_report, name="issued-report"),
    path("issued/<int:number>/page/", issued.issued_page, name="issued-page"),
    path("issued/<int:number>/files/<slug:kind>/", issued.issued_file, name="issued-file"),
    path(f"{DRAFT}/", drafts.draft, name="draft"),
    path(f"{DRAFT}/chapters/<slug:chapter>/", drafts.chapter, name="draft-chapter"),
    path(f"{DRAFT}/people/", drafts.people, name="draft-people"),
    path(f"{DRAFT}/checks/", drafts.checks, name="draft-checks"),
    path(f"{DRAFT}/compared/", drafts.compare, name="draft-compare"),
    path(f"{DRAFT}/small-numbers/", drafts.disclosure, name="draft-disclosure"),
    path(f"{DRAFT}/preview/", drafts.preview, name="draft-preview"),
    path(f"{DRAFT}/steps/<slug:step>/", drafts.step, name="draft-step"),
    path(f"{ONE}/draft/", drafts.start, name="draft-start"),
    path(f"{ONE}/readiness/", readiness.report_readiness, name="report-readiness"),
    path(f"{ONE}/readiness/<slug:table>/<slug:kind>/", readiness.report_amiss, name="report-amiss"),
]
