"""What someone does with the pages and what they see, in the words of a story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, expect
from tests.system.records import PASSWORD

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Visitor:
    """Someone with a browser. `complaints` gathers what the browser's console has to say against the pages."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _heard(self, message: ConsoleMessage) -> None:
        refused = "Failed to load resource" in message.text and " 40" in message.text
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def given_i_am_signed_in_as(self, role: str, authority: str = "hampshire") -> None:
        self.when_i_go_to("/sign-in/")
        self.when_i_fill_in("E-mail address", f"{role}@{authority}.example")
        self.when_i_fill_in("Password", PASSWORD)
        self.when_i_press("Sign in")
        expect(self.page.get_by_role("button", name="Sign out", include_hidden=True)).to_be_attached()

    def when_i_go_to(self, path: str) -> None:
        self.page.goto(path)

    def when_i_fill_in(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def when_i_choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def when_i_tick(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).check()

    def when_i_press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def when_i_follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def when_i_open(self, name: str) -> None:
        details = self.page.locator("details", has=self.page.locator("summary", has_text=name)).first
        if details.get_attribute("open") is None:
            details.locator("summary").click()

    def when_i_type(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def then_the_heading_is(self, text: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def then_i_see(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def then_i_do_not_see(self, text: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def then_the_references_are(self, *references: str) -> None:
        expect(self.page.locator("table.pr-cases tbody th a")).to_have_text(list(references))

    def then_the_figure_is(self, text: str) -> None:
        expect(self.page.locator(".pr-cell__value")).to_have_text(text)

    def then_there_are_cases(self, count: int) -> None:
        expect(self.page.locator("table.pr-cases tbody tr")).to_have_count(count)

    def then_i_get_a_file(self, link: str) -> str:
        """Follow a link that downloads; the text of the file."""
        return self.then_i_get_bytes(link).decode("utf-8-sig", errors="replace")

    def then_i_get_bytes(self, link: str) -> bytes:
        """Follow a link that downloads; the file."""
        with self.page.expect_download() as download:
            self.when_i_follow(link)
        return download.value.path().read_bytes()

    def then_there_are_no_other_downloads(self, count: int) -> None:
        expect(self.page.locator("a[download]")).to_have_count(count)

    def then_the_list_is_sorted_by(self, head: str, direction: str) -> None:
        expect(self.page.locator(f"th[aria-sort={direction}]")).to_have_text(head)

    def then_this_many_entries_are_struck_out(self, count: int) -> None:
        expect(self.page.locator("li.pr-voided del")).to_have_count(count)

    def then_the_field_is_hidden(self, label: str) -> None:
        expect(self.page.get_by_label(label, exact=True)).to_be_hidden()

    def then_the_problem_is(self, text: str) -> None:
        """The summary of errors names it and leads to its field, and the field says it too."""
        link = self.page.locator(".govuk-error-summary a", has_text=text)
        expect(link).to_have_count(1)
        assert self.page.title().startswith("Error: ")
        target = self.page.locator(link.get_attribute("href") or "")
        expect(target).to_have_count(1)

    def then_the_page_has_no_barriers(self) -> None:
        """No fault that axe can find against WCAG 2.2 at level AA, with everything on the page opened."""
        self.page.wait_for_load_state()
        self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        self.page.evaluate(AXE.read_text())
        found: dict[str, Any] = self.page.evaluate(
            "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", WCAG
        )
        faults = [
            f"{fault['id']}: {fault['help']}: {[node['html'] for node in fault['nodes']]}"
            for fault in found["violations"]
        ]
        assert not faults, f"{self.page.url}\n" + "\n".join(faults)

    def then_nothing_runs_off_the_page(self) -> None:
        self.page.wait_for_load_state()
        width = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1], f"{self.page.url} is {width[0]} wide on a screen of {width[1]}"
