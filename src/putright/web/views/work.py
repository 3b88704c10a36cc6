"""The queues: my work, the team's work, everything due; and the filters that people keep."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from putright.accounts.models import SavedFilter
from putright.casework import setting
from putright.casework.models import RepresentationRow
from putright.facts.clocks import DEFAULT_CALENDAR
from putright.oversight.rag import RagDay
from putright.oversight.work import Mark, handlers_at, page_of_work
from putright.oversight.work_lines import Queue
from putright.web.forms.work import SaveFilterForm, WorkFilterForm
from putright.web.permission import actor_of, council_of, needs
from putright.web.presenters.rag import RagWords
from putright.web.presenters.work import ADDRESSES, QueuePage
from putright.web.presenters.work_line import Telling
from putright.web.presenters.work_rooms import work_rooms


@require_GET
@needs("see_work")
def my_work(request: HttpRequest) -> HttpResponse:
    """What is with my post, and with those I stand in for."""
    return _queue(request, Queue.MINE)


@require_GET
@needs("see_work")
@needs("see_cases")
def team_work(request: HttpRequest) -> HttpResponse:
    """Every open representation of the council."""
    return _queue(request, Queue.TEAM)


@require_GET
@needs("see_work")
def everything_due(request: HttpRequest) -> HttpResponse:
    """Every clock that runs, every remedy and every action that is due, as far as one may see."""
    return _queue(request, Queue.EVERYTHING)


def _queue(request: HttpRequest, queue: Queue) -> HttpResponse:
    council, today, actor, book = council_of(request), localdate(), actor_of(request), setting.book()
    calendar = book.calendar(DEFAULT_CALENDAR)
    form = WorkFilterForm(request.GET, council, book, handlers_at(actor))
    day = RagDay.of(council.work, calendar, today)
    after, before = (Mark.read(request.GET.get(name, "")) for name in ("after", "before"))
    found = page_of_work(queue, actor, form.criteria(), day, after=after, before=before)
    cases = RepresentationRow.objects.in_bulk({thing.representation for thing in found.things})
    page = QueuePage(
        queue=queue,
        form=form,
        query=request.GET,
        page=found,
        telling=Telling(council, book, RagWords(day, council.work, calendar), cases),
        saved=request.user.saved_filters.filter(queue=queue.value).order_by("name"),
        covers=actor.covers,
        may_assign=queue is not Queue.EVERYTHING and actor.may("assign"),
    )
    context = {"page": page, "problems": page.problems, "rooms": work_rooms(actor, page.address)}
    return render(request, "work/queue.html", context)


@require_POST
@needs("see_work")
def save_filter(request: HttpRequest, queue: str) -> HttpResponse:
    """Keep the filters in use under a name; a name that was given before now stands for these."""
    address = reverse(ADDRESSES[_queue_called(queue)])
    form = SaveFilterForm(request.POST)
    if not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, str(faults[0]))
        return redirect(f"{address}?{QueryDict(request.POST.get('query', '')).urlencode()}")
    name, query = form.cleaned_data["name"], form.cleaned_data["query"]
    request.user.saved_filters.update_or_create(queue=queue, name=name, defaults={"query": query})
    messages.success(request, f"These filters are kept as “{name}”.")
    return redirect(f"{address}?{query}")


@require_POST
@needs("see_work")
def remove_filter(request: HttpRequest, number: int) -> HttpResponse:
    """Keep a filter no longer."""
    kept = get_object_or_404(SavedFilter, id=number, account=request.user)
    kept.delete()
    messages.success(request, f"“{kept.name}” is kept no longer.")
    return redirect(ADDRESSES[Queue(kept.queue)])


def _queue_called(name: str) -> Queue:
    return next((queue for queue in Queue if queue.value == name), Queue.MINE)
