"""The benchmark command: it counts what it says, and leaves out what is not installed."""

from __future__ import annotations

import pytest

from tests import benchmarks


@pytest.mark.parametrize("shape", benchmarks.SHAPES)
@pytest.mark.parametrize("size", [1, 2, 11, 100])
def test_every_shape_has_its_size(shape: str, size: int) -> None:
    """A shape of n reports has n reports, and takes from none but those."""
    links = list(benchmarks.SHAPES[shape](size))
    assert len(links) == size
    assert all(0 <= to < size for taken in links for to in taken)


def test_the_counts_that_can_be_told_beforehand() -> None:
    """A chain and copies have one origin; ten circles, five with a way out, have six ends."""
    assert benchmarks.with_mediakit("chain", 101)[:2] == (1, 0)
    assert benchmarks.with_mediakit("copies", 101)[:2] == (1, 0)
    assert benchmarks.with_mediakit("circles", 101)[:2] == (6, 10)
    assert benchmarks.with_mediakit("one circle", 101)[:2] == (1, 1)


@pytest.mark.parametrize("shape", benchmarks.SHAPES)
def test_networkx_counts_the_same(shape: str) -> None:
    """Two programs that share no line find the same origins and circles."""
    for size in (1, 2, 50, 500):
        assert (
            benchmarks.with_mediakit(shape, size)[:2] == benchmarks.with_networkx(shape, size)[:2]
        )


def test_what_is_not_installed_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without networkx and pgmpy it counts by itself, says so, and ends with 1."""
    monkeypatch.setattr(benchmarks, "find_spec", lambda name: None)
    monkeypatch.setattr(benchmarks, "alone", lambda measure, shape, size: measure(shape, size))
    assert benchmarks.main(["--most", "1000"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum("is not installed, so nothing was compared with it" in line for line in lines) == 2
    assert any(line.startswith("chain") and " 1,000 " in line for line in lines)
