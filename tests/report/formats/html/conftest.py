"""A real Chromium, headless and without network; every request and every complaint of the page is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.model.text import Language

from ..rendering import rendered

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Watched:
    """A page with all that it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._printed)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.route("**/*", _only_files)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _printed(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)


def _only_files(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Opens a report; afterwards the page must have asked for itself alone and complained of nothing."""
    watched: list[Watched] = []

    def open_report(report: Report, language: Language = "en", **how: object) -> Watched:
        file = tmp_path / "report.html"
        file.write_text(rendered(FormatName.HTML, report, language), "utf-8")
        seen = Watched(browser.new_page(**how))
        watched.append(seen)
        seen.page.goto(file.as_uri())
        return seen

    yield open_report
    for seen in watched:
        assert seen.complaints == []
        assert [url.partition("#")[0] for url in seen.requests] == [(tmp_path / "report.html").as_uri()]
        seen.page.close()
