"""Somebody who works on one complaint in the browser, as the lines of its life ask."""

from __future__ import annotations

import base64
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import time_machine
from django.urls import resolve
from playwright.sync_api import Locator, expect
from tests.system import records
from tests.system.records import PASSWORD
from tests.system.visitor import Visitor

from putright.accounts.models import Account
from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.record.contact import Contact
from putright.record.events import Event, PartyNamed

PICTURES = "PUTRIGHT_LIVES_PICTURES"
"""The variable that names the folder for the pictures; without it none is taken."""
SCREEN = {"width": 1100, "height": 820}
MARGIN, TALLEST = 20, 560
AS_IT_OPENS = """document.querySelectorAll('details').forEach((each) => { each.open = false });
document.querySelectorAll('.govuk-notification-banner').forEach((each) => each.remove());
window.scrollTo(0, 0);"""
RED = ".govuk-error-summary"


class Worker(Visitor):
    """A visitor with the complaint before them. Each sort of page is looked at by axe when it is first come to."""

    council = ""
    number = 0
    reference = ""
    clock: time_machine.Coordinates
    looked_at: set[str]

    def on(self, day: str) -> None:
        """Let it be half past nine on `day`."""
        then = datetime.strptime(day, "%A %d %B %Y").replace(hour=9, minute=30, tzinfo=UTC)
        assert f"{then:%A}" == day.split()[0], f"{day} was a {then:%A}"
        self.clock.move_to(then)

    def sits_down_as(self, role: str) -> None:
        """Sign in anew; at the page of the complaint once there is one."""
        self.page.context.clear_cookies()
        self.when_i_go_to(f"/representations/{self.number}/" if self.number else "/sign-in/")
        self.when_i_fill_in("E-mail address", f"{role}@{self.council}.example")
        self.when_i_fill_in("Password", PASSWORD)
        self.when_i_press("Sign in")
        self.then_the_heading_is(self.reference or "My work")

    def has_recorded_it(self) -> None:
        """The representation that was taken down is before them."""
        self._nothing_is_wrong()
        expect(self.page.locator("main")).to_contain_text("It is recorded as")
        self.number = int(re.findall(r"/representations/(\d+)/", self.page.url)[0])
        self.reference = self.page.get_by_role("heading", level=1).inner_text()
        self.looks()

    def has_before_them(self, summary: str, happened: tuple[tuple[str, Event], ...]) -> None:
        """A complaint on which these things happened, each on a day said as 1 April 2019."""
        days = [datetime.strptime(day, "%d %B %Y").replace(tzinfo=UTC).date() for day, _ in happened]
        manager = Account.objects.get(email=f"complaints_manager@{self.council}.example")
        self.reference = "CSC19-00001"
        self.number = receive(
            manager.actor(),
            records.received(self.reference),
            on=days[0],
            summary=summary,
            today=days[-1],
            now=datetime.now(UTC),
            more=[Dated(event, day, _words(event)) for day, (_, event) in zip(days, happened, strict=True)],
        )

    def opens(self, step: str) -> None:
        """Open the page of a step that is offered."""
        self.when_i_open("What else may be recorded")
        self.page.locator(".pr-steps").get_by_role("link", name=step, exact=True).first.click()
        self.then_the_heading_is(step)
        self.looks()

    def sends(self) -> None:
        """Send the form, and once more where it is to be checked; the page of the complaint says that it is done."""
        self._presses("main form button")
        if self.page.get_by_role("heading", name="Check before it is done").count():
            self.looks("check")
            self._presses("main form button[name=confirmed]")
        self._nothing_is_wrong()
        self.then_the_heading_is(self.reference)
        expect(self.page.locator(".govuk-notification-banner--success")).to_be_visible()
        self.looks()

    def _presses(self, button: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(button).first.click()

    def fill(self, label: str, answer: str) -> None:
        """Answer a question, whatever sort of field it has."""
        exactly = re.compile(rf"^\s*{re.escape(label)}(\s+\(optional\))?\s*$")
        legend = self.page.locator("fieldset:not(.pr-taking) > legend").filter(has_text=exactly)
        if legend.count():
            self._choose(legend.first.locator(".."), answer)
            return
        field = self.page.get_by_label(exactly).first
        if not field.is_visible():
            field.evaluate("(each) => { each.closest('details').open = true }")
        if field.evaluate("(each) => each.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)

    def _choose(self, group: Locator, answer: str) -> None:
        parts = group.locator("input[type=text]")
        if parts.count() == 3:
            for part, text in zip(parts.all(), answer.split(), strict=True):
                part.fill(text)
        else:
            group.get_by_label(answer, exact=True).check()

    def looks(self, at: str = "") -> None:
        """Look at the page with axe, if none of its sort was looked at in this life."""
        match = resolve(re.sub(r"^https?://[^/]+|[?#].*$", "", self.page.url))
        sort = at or str(match.view_name)
        if sort not in self.looked_at:
            self.looked_at.add(sort)
            self.then_the_page_has_no_barriers()

    def looks_at_the_end(self) -> None:
        """Look once more at the page of the complaint, which now has every part that its life gave it."""
        self.then_the_page_has_no_barriers()
        self.then_nothing_runs_off_the_page()

    def takes_a_picture(self, name: str, of: str) -> None:
        """Keep a part of the page from its top, without the banner, where a folder for pictures is named."""
        folder = os.environ.get(PICTURES)
        if not folder:
            return
        self.page.evaluate(AS_IT_OPENS)
        box = self.page.locator(of).first.bounding_box()
        assert box is not None, of
        clip = {"x": box["x"] - MARGIN, "y": box["y"], "width": box["width"] + 2 * MARGIN, "scale": 1}
        clip["height"] = min(box["height"], TALLEST)
        session = self.page.context.new_cdp_session(self.page)
        how = {"format": "webp", "quality": 60, "clip": clip, "captureBeyondViewport": True}
        shot = session.send("Page.captureScreenshot", how)
        Path(folder, f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))

    def _nothing_is_wrong(self) -> None:
        wrong = self.page.locator(RED)
        assert not wrong.count(), f"{self.page.url}: {wrong.inner_text()}"


def _words(event: Event) -> str:
    """The personal words beside an event: whoever is named is called Kit Example."""
    return Contact(name="Kit Example").as_words() if isinstance(event, PartyNamed) else ""
