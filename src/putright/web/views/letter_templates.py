"""The council's letters, to be read and worded."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods

from putright.casework.actions.base import ActionRefused
from putright.correspondence.letters_versions import FaultyLetter, letters_of, save_version, versions_of
from putright.web.forms.letters import WordingForm
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.letter_templates import TemplateList, TemplatePage


@require_GET
@needs("edit_letters")
def templates(request: HttpRequest) -> HttpResponse:
    """Every letter of the council."""
    council = council_of(request)
    return render(request, "letters/templates.html", {"page": TemplateList(council, letters_of(council))})


@require_http_methods(["GET", "POST"])
@needs("edit_letters")
def template(request: HttpRequest, code: str) -> HttpResponse:
    """One letter: its wording, its fields, its earlier versions."""
    council = council_of(request)
    worded = letters_of(council).templates.get(code)
    if worded is None:
        raise Http404("There is no such letter.")
    form = WordingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_version(actor_of(request), council, form.changed(worded), now=now())
        except FaultyLetter as faulty:
            for fault in faulty.faults:
                form.add_error("body", fault)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Saved as version {saved.number}. New letters are written from it.")
            return redirect("letter-template", code)
    page = TemplatePage(council, worded, form, versions_of(council, code), request.GET.get("version", ""))
    return render(request, "letters/template.html", {"page": page, "problems": page.problems})
