"""Drafts of reports: commentary, people, what is looked at before, and the steps to the issue."""

from __future__ import annotations

from django.contrib import messages
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from putright.casework.actions.base import ActionRefused
from putright.issuing.actions.start_draft import start_draft
from putright.issuing.contents import written
from putright.issuing.names import names_in
from putright.issuing.restatements import compared_with_issued
from putright.oversight.readiness import live_readiness
from putright.reporting.claims import claims
from putright.reporting.commentary import chapters
from putright.reporting.render import html
from putright.web.drafting import (
    ask,
    definition_of,
    draft_at,
    frozen_page,
    posts_that_may,
    save_commentary,
    save_disclosure,
    take_step,
)
from putright.web.forms.issuing import AskingForm, CommentaryForm, DisclosureForm
from putright.web.live_reports import definition_at
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.issuing.chapter import ChapterPage
from putright.web.presenters.issuing.draft import DraftPage, PeoplePage
from putright.web.presenters.issuing.looking import ChecksPage, ComparePage, DisclosurePage
from putright.web.presenters.issuing.people import problems

SEEING = ("draft_reports", "contribute_to_reports", "approve_reports")
STANDING_ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'"
"""What a report as a page of its own may do: it brings its style with it, and no script."""


@require_POST
@needs("draft_reports")
def start(request: HttpRequest, slug: str, period: str) -> HttpResponse:
    """Begin a draft."""
    definition, months = definition_at(council_of(request), slug, period)
    try:
        draft = start_draft(actor_of(request), definition.slug, months, now=now())
    except ActionRefused as refused:
        messages.error(request, str(refused))
        return redirect("issued-reports")
    return redirect("draft", draft.id)


@require_GET
@needs(*SEEING)
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """A draft."""
    opened = draft_at(request, number)
    council, definition = council_of(request), definition_of(opened)
    readiness = live_readiness(council, opened.draft.report, opened.draft.period, connection, localdate())
    page = DraftPage(opened, definition, actor_of(request), readiness)
    return render(request, "issuing/draft.html", {"page": page})


@require_http_methods(["GET", "POST"])
@needs("draft_reports", "contribute_to_reports")
def chapter(request: HttpRequest, number: int, chapter: str) -> HttpResponse:
    """The commentary of one chapter."""
    opened, actor = draft_at(request, number), actor_of(request)
    if chapter not in {each.key for each in chapters(definition_of(opened).document)}:
        raise Http404("The report has no such chapter.")
    form = CommentaryForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and save_commentary(request, opened, chapter, form):
        messages.success(request, "The commentary is kept.")
        return redirect("draft", number)
    may_for_others = actor.may("draft_reports")
    post = request.POST.get("post") or (may_for_others and request.GET.get("post")) or actor.post
    now_written = written(opened, connection)
    page = ChapterPage(opened, definition_of(opened), chapter, post, may_for_others, now_written, form)
    return render(request, "issuing/chapter.html", {"page": page, "problems": page.problems})


@require_http_methods(["GET", "POST"])
@needs("draft_reports")
def people(request: HttpRequest, number: int) -> HttpResponse:
    """Who is asked to write and to approve."""
    opened = draft_at(request, number)
    definition = definition_of(opened)
    writers = posts_that_may(request, "contribute_to_reports")
    approvers = posts_that_may(request, "approve_reports")
    asked = request.POST.get("ask", "")
    contributing = AskingForm(request.POST if asked == "write" else None, writers, chapters(definition.document))
    approving = AskingForm(request.POST if asked == "approve" else None, approvers)
    if request.method == "POST" and ask(request, opened, contributing, approving):
        return redirect("draft-people", number)
    page = PeoplePage(opened, definition, contributing, approving, writers, approvers)
    faults = [*problems(contributing, "write-"), *problems(approving, "approve-")]
    return render(request, "issuing/people.html", {"page": page, "problems": faults})


@require_GET
@needs(*SEEING)
def checks(request: HttpRequest, number: int) -> HttpResponse:
    """Claims, names and checks."""
    opened = draft_at(request, number)
    now_written = written(opened, connection)
    told = claims(now_written.report, now_written.definition.names)
    found = names_in(now_written.prose, opened.draft.authority)
    may = actor_of(request).may("draft_reports") and opened.state.status == "drafting"
    page = ChecksPage(opened, definition_of(opened), now_written, told, found, may)
    return render(request, "issuing/checks.html", {"page": page})


@require_GET
@needs(*SEEING)
def compare(request: HttpRequest, number: int) -> HttpResponse:
    """What was issued before and is otherwise now."""
    opened = draft_at(request, number)
    now_written = written(opened, connection)
    found = compared_with_issued(now_written, connection)
    page = ComparePage(opened, definition_of(opened), now_written, found)
    return render(request, "issuing/compare.html", {"page": page})


@require_http_methods(["GET", "POST"])
@needs(*SEEING)
def disclosure(request: HttpRequest, number: int) -> HttpResponse:
    """Small numbers: what is withheld, and by which rule."""
    opened, form = draft_at(request, number), DisclosureForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and save_disclosure(request, opened, form):
        return redirect("draft-disclosure", number)
    may_set = actor_of(request).may("issue_reports") and opened.state.status == "drafting"
    released = written(opened, connection).released()
    page = DisclosurePage(opened, definition_of(opened), released, form, may_set)
    return render(request, "issuing/disclosure.html", {"page": page, "problems": page.problems})


@require_GET
@needs(*SEEING)
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """The report as a page, as it would be issued now; what is proposed, as it is frozen."""
    opened = draft_at(request, number)
    page = frozen_page(opened) if opened.state.seal else html.render(written(opened, connection).released().report)
    return HttpResponse(page, headers={"Content-Security-Policy": STANDING_ALONE})


@require_POST
@needs(*SEEING)
def step(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Propose, take back, approve, issue or give up."""
    is_done = take_step(request, draft_at(request, number), step)
    return redirect("draft-checks" if step == "propose" and not is_done else "draft", number)
