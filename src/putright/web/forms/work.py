"""What a queue of work is narrowed by, and the name a narrowed queue is kept under."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from putright.authorities import Authority
from putright.oversight.rag import Rag
from putright.oversight.work_lines import NOBODY, Criteria
from putright.rules import Book
from putright.web.forms.filters import TermField

COLOUR_CHOICES = (("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("none", "Nothing due"))
KIND_CHOICES = (
    ("statutory_limit", "Limit set by law"),
    ("guidance", "Limit in guidance"),
    ("code", "Limit in the code"),
    ("ombudsman_request", "Asked by the Ombudsman"),
    ("partner_policy", "Policy of a partner"),
    ("local_policy", "Limit of local policy"),
    ("local_target", "The council’s own target"),
    ("agreed_date", "Date agreed"),
    ("remedy", "Remedy to deliver"),
    ("action", "Action to do"),
)
FIELDS = ("rag", "handler", "service", "procedure", "kind")


class WorkFilterForm(forms.Form):
    """The filters of a queue, read from the query of its address."""

    def __init__(self, query: QueryDict, council: Authority, book: Book, handlers: Iterable[str]) -> None:
        super().__init__(query)
        posts = [(NOBODY, "Nobody yet"), *((post, post) for post in handlers)]
        services = [(term.code, term.label) for term in council.vocabulary("service").terms]
        procedures = [(name, book.procedure(name).title) for name in council.procedures]
        self.fields["rag"] = TermField("Red, amber, green", COLOUR_CHOICES)
        self.fields["handler"] = TermField("Handled by", posts)
        self.fields["service"] = TermField(council.vocabulary("service").title, services)
        self.fields["procedure"] = TermField("Procedure", procedures)
        self.fields["kind"] = TermField("What sets the date", KIND_CHOICES)

    def criteria(self) -> Criteria:
        """The filters that can be used; one that cannot is left out and named among the page's problems."""
        self.is_valid()
        given = {name: tuple(self.cleaned_data.get(name) or ()) for name in FIELDS}
        return Criteria(
            handlers=given["handler"],
            services=given["service"],
            procedures=given["procedure"],
            kinds=given["kind"],
            colours=tuple(Rag(colour) for colour in given["rag"]),
        )


class SaveFilterForm(forms.Form):
    """The name of a filter that is kept, and the query of the address it stands for."""

    name = forms.CharField(
        max_length=60,
        error_messages={
            "required": "Give the filter a name, such as “My overdue reviews”.",
            "max_length": "The name of a filter may have 60 characters at most.",
        },
    )
    query = forms.CharField(max_length=2000, required=False)

    def clean_query(self) -> str:
        """The filters of the query, and nothing else it may hold."""
        given = QueryDict(self.cleaned_data["query"])
        kept = QueryDict(mutable=True)
        for name in FIELDS:
            kept.setlist(name, [value for value in given.getlist(name) if value])
        return kept.urlencode()
