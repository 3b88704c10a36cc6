"""The steps as forms: one small declaration a verb, gathered by the side of the work they belong to.

``step_form`` is what they have in common, ``fields`` the kinds of question, ``lists`` the codes that are the same at
every council. A new verb is a class here and a line below.
"""

from __future__ import annotations

from putright.web.forms.steps import (
    answering,
    appointing,
    correcting,
    deciding,
    extending,
    handling,
    linking,
    ombudsman,
    people,
    putting_right,
    receipt,
    stages,
)
from putright.web.forms.steps.step_form import OpeningForm, Situation, StepForm

__all__ = ["FORMS", "OpeningForm", "Situation", "StepForm"]

_MODULES = (
    answering, appointing, correcting, deciding, extending, handling, linking, ombudsman, people, putting_right,
    receipt, stages,
)  # fmt: skip
FORMS: dict[str, type[StepForm]] = {
    form.verb: form
    for module in _MODULES
    for form in vars(module).values()
    if isinstance(form, type) and issubclass(form, StepForm) and form.verb
}
"""The form of each verb with a page here. Correspondence, documents and letters have pages of their own."""
