"""What the pages of a draft fetch and send: the draft at an address, and each step with what it says once done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate, now

from putright.accounts.models import Account
from putright.accounts.permissions import verbs_of
from putright.authorities import load_authority
from putright.casework.actions.base import ActionRefused
from putright.issuing.actions.abandon import abandon
from putright.issuing.actions.approve import approve
from putright.issuing.actions.base import DraftWriting
from putright.issuing.actions.issue import issue
from putright.issuing.actions.name_approver import name_approver, release_approver
from putright.issuing.actions.name_contributor import name_contributor, release_contributor
from putright.issuing.actions.propose import propose
from putright.issuing.actions.set_disclosure import set_disclosure
from putright.issuing.actions.take_back import take_back
from putright.issuing.actions.write_commentary import FaultyCommentary, write_commentary
from putright.issuing.contents import manifest_of, part
from putright.issuing.drafts import NoDraft, OpenedDraft, open_draft
from putright.oversight.added_tables import with_added
from putright.oversight.reports import report_definition
from putright.reporting.report import ReportDefinition
from putright.web.forms.issuing import AskingForm, CommentaryForm, DisclosureForm
from putright.web.permission import actor_of, council_of


def draft_at(request: HttpRequest, number: int) -> OpenedDraft:
    """The draft with this number; Http404 where the council has none."""
    try:
        return open_draft(council_of(request).slug, number)
    except NoDraft as cause:
        raise Http404(str(cause)) from cause


def definition_of(opened: OpenedDraft) -> ReportDefinition:
    """The definition of a draft's report, with the tables added in the page."""
    council = load_authority(opened.draft.authority)
    return with_added(report_definition(council, opened.draft.report), council)[0]


def frozen_page(opened: OpenedDraft) -> bytes:
    """The page that is proposed, as it is frozen."""
    return part(manifest_of(opened.state.seal), "forms/html")


def posts_that_may(request: HttpRequest, verb: str) -> list[str]:
    """The posts of the council whose roles give a verb, in order."""
    accounts = Account.objects.filter(authority=council_of(request).slug, is_active=True)
    return sorted({account.post for account in accounts if verb in verbs_of(account.roles)})


def save_commentary(request: HttpRequest, opened: OpenedDraft, chapter: str, form: CommentaryForm) -> bool:
    """Keep what was written; what is refused stands beside the text."""
    given = form.cleaned_data
    try:
        write_commentary(
            _writing(request, opened, given["read_to"]),
            chapter=chapter,
            post=given["post"],
            text=given["text"],
            is_finished=given["is_finished"],
        )
    except FaultyCommentary as faulty:
        for fault in faulty.faults:
            form.add_error("text", fault)
    except ActionRefused as refused:
        form.add_error("text", str(refused))
    else:
        return True
    return False


def save_disclosure(request: HttpRequest, opened: OpenedDraft, form: DisclosureForm) -> bool:
    """Set the rules of one report."""
    try:
        set_disclosure(_writing(request, opened), rules=form.rules, why=form.cleaned_data["why"])
    except ActionRefused as refused:
        form.add_error("method", str(refused))
        return False
    messages.success(request, "Small numbers are kept out of this report as you said.")
    return True


def ask(request: HttpRequest, opened: OpenedDraft, writing: AskingForm, approving: AskingForm) -> bool:
    """Ask a post to write or to approve, or ask it no longer; which, is said by the button."""
    asked, given = request.POST.get("ask", ""), request.POST
    form: Form = approving if asked == "approve" else writing
    if asked in ("write", "approve") and not form.is_valid():
        return False
    whom = {"post": given.get("post", ""), "chapter": given.get("chapter", "")}
    on = _writing(request, opened)
    acts: Mapping[str, Callable[[], object]] = {
        "write": lambda: name_contributor(on, **whom, due_on=form.cleaned_data["due_on"]),
        "approve": lambda: name_approver(on, post=whom["post"], due_on=form.cleaned_data["due_on"]),
        "write-no-longer": lambda: release_contributor(on, **whom),
        "approve-no-longer": lambda: release_approver(on, post=whom["post"]),
    }
    said = f"The {whom['post']} is asked{' no longer' if asked.endswith('longer') else ''}."
    return asked in acts and _done(request, acts[asked], said, form)


def take_step(request: HttpRequest, opened: OpenedDraft, step: str) -> bool:
    """Take a step of the whole draft; Http404 for one that there is not."""
    given = request.POST
    read_to = given.get("read_to", "")
    on = _writing(request, opened, int(read_to) if read_to.isascii() and read_to.isdigit() else None)
    steps: Mapping[str, tuple[Callable[[], object], str]] = {
        "propose": (
            lambda: propose(on, let_stand=given.getlist("let_stand")),
            "The report is frozen as it is, and waits for approval.",
        ),
        "approve": (lambda: approve(on, seal=given.get("seal", "")), "You approved the report."),
        "send-back": (lambda: take_back(on, why=given.get("why", "")), "The report goes back to be written."),
        "issue": (lambda: issue(on), "The report is issued. It will never change."),
        "give-up": (lambda: abandon(on, why=given.get("why", "")), "The draft was given up."),
    }
    if step not in steps:
        raise Http404("There is no such step.")
    act, said = steps[step]
    return _done(request, act, said)


def _done(request: HttpRequest, act: Callable[[], object], said: str, form: Form | None = None) -> bool:
    try:
        act()
    except ActionRefused as refused:
        if form is not None and form.is_bound:
            form.add_error("due_on", str(refused))
        else:
            messages.error(request, str(refused))
        return False
    messages.success(request, said)
    return True


def _writing(request: HttpRequest, opened: OpenedDraft, read_to: int | None = None) -> DraftWriting:
    return DraftWriting(actor_of(request), opened.draft.id, read_to, localdate(), now())
