"""One Chromium for the tests that need a real browser, and a record of what its pages do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, sync_playwright

from tests.guard.sitecustomize import is_local
from tests.machine import CHROMIUM_FLAGS, needs

__all__ = ["Record", "chromium", "recorded"]

OF_NO_HOST = ("data", "blob", "about")


@dataclass
class Record:
    """Every address a page asked for, and every error it reported."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """The requests that meant another machine."""
        parts = {url: urlsplit(url) for url in self.requests}
        return [
            url
            for url, part in parts.items()
            if part.scheme not in OF_NO_HOST and not is_local(part.hostname or "?")
        ]

    def note(self, message: ConsoleMessage) -> None:
        """Keep an error that a page writes to its console, with where it comes from."""
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium from the system, which can look up no name but this machine's."""
    program = needs("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, headless=True, args=CHROMIUM_FLAGS
        )
        yield browser
        browser.close()


@contextmanager
def recorded(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Record]]:
    """A fresh profile whose pages, frames and workers write down what they ask for."""
    context, record = browser.new_context(**options), Record()
    context.on("request", lambda request: record.requests.append(request.url))
    context.on("console", record.note)
    context.on("weberror", lambda error: record.errors.append(str(error.error)))
    context.on("page", lambda page: page.on("websocket", lambda w: record.requests.append(w.url)))
    yield context, record
    context.close()
