"""A note of a call, an e-mail, a letter or a meeting, with the documents that came or went with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from putright.casework.actions.base import ActionRefused
from putright.casework.actions.record_correspondence import record_correspondence
from putright.web.forms.documents import CorrespondenceForm
from putright.web.papers import papers_of
from putright.web.permission import needs
from putright.web.presenters.documents import CorrespondencePage


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def add(request: HttpRequest, number: int) -> HttpResponse:
    """Put an exchange on the record."""
    papers = papers_of(request, number, "record_correspondence")
    roles = [party.role for party in papers.state.parties]
    form = CorrespondenceForm(request, papers.today, papers.state.received_on, roles)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("on", "direction", "channel", "party", "text")}
        try:
            record_correspondence(papers.writing(form.read), **given, documents=form.taken)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The note is on the record.")
            return redirect(reverse("representation", args=[number]) + "#papers")
    page = CorrespondencePage(papers, form)
    return render(request, "documents/correspondence.html", {"page": page, "problems": page.problems})
