"""The browser of the tests: it stays on this machine, and what it does is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.chromium import Record, recorded
from tests.servers import folder_server

PAGE = """<!doctype html><title>page</title><script>
fetch("https://mediakit.invalid/asked").catch(() => { document.title = "refused"; });
console.error("seen");
</script>"""


def test_a_page_that_asks_outside_is_refused_and_seen(browser: Browser, tmp_path: Path) -> None:
    """A request to another machine fails and stands in the record, as do console errors."""
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    with folder_server(tmp_path) as address, recorded(browser) as (context, record):
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("document.title === 'refused'")
    assert record.outside == ["https://mediakit.invalid/asked"]
    assert any(error.startswith("seen") for error in record.errors)


@pytest.mark.parametrize(
    ("url", "outside"),
    [
        ("http://127.0.0.1:8888/lab", False),
        ("ws://localhost:8888/api", False),
        ("data:image/png;base64,AA", False),
        ("blob:http://127.0.0.1:8888/1", False),
        ("https://example.invalid/", True),
        ("http://127.0.0.1.example.invalid/", True),
        ("wss://10.0.0.1/", True),
    ],
)
def test_what_counts_as_outside(url: str, outside: bool) -> None:
    """Loopback and addresses without a host are inside, everything else is not."""
    assert Record(requests=[url]).outside == ([url] if outside else [])
