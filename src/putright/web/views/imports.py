"""Runs of the legacy import, and the rows that wait to be mended."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from putright.intake.held_rows import held_rows_csv, mend, settle, sheets_of
from putright.intake.holding import open_rows
from putright.intake.importing import Commission
from putright.intake.models import HeldRow, ImportRun
from putright.intake.rows import UnusableFile
from putright.web.forms.mending import MendingForm
from putright.web.keyset import page_of
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.held_rows import HeldLine, RunPage
from putright.web.presenters.imports import RunList

HELD_ORDER = ("-verdict", "line", "id")


@require_GET
@needs("import_records")
def imports(request: HttpRequest) -> HttpResponse:
    """The council's runs, the latest first."""
    slug = council_of(request).slug
    runs = ImportRun.objects.filter(authority=slug)
    page = page_of(runs, ("-id",), request.GET.get("after", ""), request.GET.get("before", ""))
    waiting = open_rows(slug).filter(verdict=HeldRow.REJECTED).count()
    return render(request, "imports/list.html", {"page": RunList(page, waiting)})


@require_GET
@needs("import_records")
def import_run(request: HttpRequest, number: int) -> HttpResponse:
    """One run: its counts, and the rows it holds by fault."""
    run = _run(request, number)
    rows, codes = run.held_rows.all(), run.held_rows.values_list("code").annotate(count=Count("id")).order_by("code")
    if verdict := request.GET.get("verdict"):
        rows = rows.filter(verdict=verdict)
    if fault := request.GET.get("fault"):
        rows = rows.filter(code=fault)
    page = page_of(rows, HELD_ORDER, request.GET.get("after", ""), request.GET.get("before", ""))
    context = {"page": RunPage(run, page, list(codes), sheets_of(run), request.GET)}
    return render(request, "imports/run.html", context)


@require_GET
@needs("import_records")
def held_rows_file(request: HttpRequest, number: int, sheet: str) -> HttpResponseBase:
    """The rows of one sheet that a run holds, as a file to mend in a spreadsheet and import again."""
    run = _run(request, number)
    response = StreamingHttpResponse(held_rows_csv(run, sheet), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="held-rows-{run.id}.csv"'
    return response


@require_http_methods(["GET", "POST"])
@needs("import_records")
def held_row(request: HttpRequest, number: int, row: int) -> HttpResponse:
    """One held row: what is wrong, and a form to mend it."""
    held = _held(request, number, row)
    form = MendingForm(held, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _mended(request, held, form)
    problems = form.problems() if held.is_open else []
    return render(request, "imports/row.html", {"line": HeldLine(held), "form": form, "problems": problems})


@require_POST
@needs("import_records")
def settle_row(request: HttpRequest, number: int, row: int) -> HttpResponse:
    """Nothing more is to be done with a row."""
    held = _held(request, number, row)
    if held.is_open:
        settle(held, by=actor_of(request).post, at=now())
        messages.success(request, f"Line {held.line} of {held.file} is settled.")
    return redirect("import-run", number)


def _mended(request: HttpRequest, held: HeldRow, form: MendingForm) -> HttpResponse:
    council = council_of(request)
    try:
        mapping = council.mapping(held.run.layout)
        commission = Commission(council, mapping, held.run.as_of, actor_of(request), now())
        summary = mend(held, form.cells, commission)
    except (UnusableFile, KeyError) as cause:
        messages.error(request, f"The row was not judged. {cause.args[0]}")
        return redirect("held-row", held.run_id, held.id)
    if summary.rejected:
        messages.error(request, "The row still cannot be taken. What is wrong now stands beside each cell.")
        again = HeldRow.objects.get(run_id=summary.run)
        return redirect("held-row", again.run_id, again.id)
    messages.success(request, f"Line {held.line} of {held.file} is imported.")
    return redirect("import-run", held.run_id)


def _run(request: HttpRequest, number: int) -> ImportRun:
    return get_object_or_404(ImportRun, id=number, authority=council_of(request).slug)


def _held(request: HttpRequest, number: int, row: int) -> HeldRow:
    rows = HeldRow.objects.select_related("run")
    return get_object_or_404(rows, id=row, run_id=number, authority=council_of(request).slug)
