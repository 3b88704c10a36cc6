"""Documents of a representation: added, looked at, downloaded."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from putright.casework.actions.add_document import add_document
from putright.casework.actions.base import ActionRefused
from putright.casework.documents import kept
from putright.web.files import attachment, shown
from putright.web.forms.documents import DocumentsForm
from putright.web.papers import papers_of
from putright.web.permission import needs
from putright.web.presenters.documents import AddingPage, DocumentPage
from putright.web.presenters.words import plural


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def add(request: HttpRequest, number: int) -> HttpResponse:
    """Put documents on the record."""
    papers = papers_of(request, number, "add_document")
    form = DocumentsForm(request)
    if request.method == "POST" and form.is_valid():
        try:
            add_document(papers.writing(form.read), on=papers.today, documents=form.taken)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{plural(len(form.taken), 'document')} added.")
            return redirect(reverse("representation", args=[number]) + "#papers")
    page = AddingPage(papers, form)
    return render(request, "documents/add.html", {"page": page, "problems": page.problems})


@require_GET
@needs("see_cases", "see_own_cases")
def one(request: HttpRequest, number: int, document: int) -> HttpResponse:
    """A document: what it is, and how it looks where that can be shown."""
    papers = papers_of(request, number)
    return render(request, "documents/one.html", {"page": DocumentPage(papers, papers.document(document))})


@require_GET
@needs("see_cases", "see_own_cases")
def download(request: HttpRequest, number: int, document: int) -> HttpResponse:
    """The document as a file, as it was added."""
    papers = papers_of(request, number)
    page = DocumentPage(papers, papers.document(document))
    return attachment(page.name, page.document.media_type, kept(page.document.sha256))


@require_GET
@needs("see_cases", "see_own_cases")
def content(request: HttpRequest, number: int, document: int) -> HttpResponse:
    """The document in the browser, where a browser shows it safely."""
    papers = papers_of(request, number)
    page = DocumentPage(papers, papers.document(document))
    return shown(page.name, page.document.media_type, kept(page.document.sha256))
