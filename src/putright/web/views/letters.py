"""A letter of a representation: chosen, written, read by a second person, sent, and shown as it was kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from putright.casework.actions.base import ActionRefused
from putright.casework.actions.draft_letter import draft_letter
from putright.casework.actions.vet_letter import vet_letter
from putright.casework.documents import kept
from putright.correspondence import letters_sending
from putright.correspondence.letters import Letters, LetterTemplate
from putright.correspondence.letters_pdf import NotPrintable, pdf_of
from putright.correspondence.letters_versions import letters_of
from putright.correspondence.letters_word import word_of
from putright.web.files import attachment
from putright.web.forms.letters import DraftForm, SendingForm, VettingForm
from putright.web.papers import Papers, papers_of
from putright.web.permission import needs
from putright.web.presenters.letter import LetterPage
from putright.web.presenters.letter_sending import SendPage
from putright.web.presenters.letters import DraftPage, LetterChoice

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
@needs("see_cases", "see_own_cases")
def choose(request: HttpRequest, number: int) -> HttpResponse:
    """The letters that may be written on a representation."""
    papers = papers_of(request, number, "draft_letter")
    return render(request, "letters/choose.html", {"page": LetterChoice(papers, letters_of(papers.council))})


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def new(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """A new letter, filled from the record, to be written on."""
    papers = papers_of(request, number, "draft_letter")
    letters = letters_of(papers.council)
    template = _template(letters, code)
    if template is None or template not in letters.for_procedure(papers.state.procedure):
        raise Http404("There is no such letter for this representation.")
    return _draft(request, papers, letters, template, None)


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def edit(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A letter that was not sent yet, to be written again."""
    papers = papers_of(request, number, "draft_letter")
    letters, written = letters_of(papers.council), papers.letter(letter)
    if written.sent_on:
        return redirect("letter", number, letter)
    template = _template(letters, written.template)
    return _draft(request, papers, letters, template or LetterPage.unknown(written), letter)


def _draft(
    request: HttpRequest, papers: Papers, letters: Letters, template: LetterTemplate, letter: int | None
) -> HttpResponse:
    form = DraftForm(request.POST or None)
    page = DraftPage(papers, letters, template, letter, form)
    if request.method == "POST" and form.is_valid() and "save" in request.POST:
        try:
            state = draft_letter(
                papers.writing(form.read),
                on=papers.today,
                template=template.code,
                text=form.cleaned_data["text"],
                stage=page.subject.stage.name if page.subject.stage else "",
                to_be_vetted=template.to_be_vetted,
                letter=letter,
            )
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The letter is saved. It has not been sent.")
            return redirect("letter", papers.number, letter or state.letters[-1].number)
    return render(request, "letters/draft.html", {"page": page, "problems": page.problems})


@require_GET
@needs("see_cases", "see_own_cases")
def one(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A letter as it stands: its text, who wrote and read it, and what may be done with it."""
    papers = papers_of(request, number)
    return render(request, "letters/one.html", {"page": _page(papers, letter)})


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def vet(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A second person reads the letter."""
    papers = papers_of(request, number, "vet_letter")
    page = _page(papers, letter)
    form = VettingForm(page.gaps, request.POST or None)
    if request.method == "POST" and form.is_valid():
        approved = form.cleaned_data["verdict"] == "approve"
        try:
            why = form.cleaned_data["why"]
            vet_letter(papers.writing(form.read), on=papers.today, letter=letter, approved=approved, why=why)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            told = "The letter is approved and may be sent." if approved else "The letter is sent back to its writer."
            messages.success(request, told)
            return redirect("letter", number, letter)
    return render(request, "letters/vet.html", {"page": page, "form": form, "problems": page.problems_of(form)})


@require_http_methods(["GET", "POST"])
@needs("see_cases", "see_own_cases")
def send(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """The last look before a letter goes, and its going."""
    papers = papers_of(request, number, "send_letter")
    page = SendPage(_page(papers, letter))
    form = SendingForm(page.ways, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            template, subject = page.letter.template, page.letter.subject
            letters_sending.send(papers.writing(form.read), subject, letter, template, form.way)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, page.done(form.way))
            return redirect("letter", number, letter)
    return render(request, "letters/send.html", {"page": page, "form": form, "problems": page.problems_of(form)})


@require_GET
@needs("see_cases", "see_own_cases")
def letter_file(request: HttpRequest, number: int, letter: int, kind: str) -> HttpResponse:
    """The letter as a file: the PDF as it was kept once it went, else as it would look; or Word, to work on."""
    papers = papers_of(request, number)
    page = _page(papers, letter)
    if kind == "word":
        return attachment(f"{page.file_name}.docx", WORD, word_of(page.sheet))
    if kind != "pdf":
        raise Http404("There is no such kind of file.")
    try:
        content = kept(page.letter.sha256) if page.letter.sent_on else pdf_of(page.sheet)
    except NotPrintable as cause:
        messages.error(request, str(cause))
        return redirect("letter", number, letter)
    return attachment(f"{page.file_name}.pdf", "application/pdf", content)


def _template(letters: Letters, code: str) -> LetterTemplate | None:
    return letters.templates.get(code)


def _page(papers: Papers, letter: int) -> LetterPage:
    return LetterPage(papers, letters_of(papers.council), papers.letter(letter))
