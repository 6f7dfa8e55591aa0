"""The order of the tests, and counts at the end; in the full run (``mulai.py uji``) a test that did not run is a failure.

The run is spread over processes (xdist); only they know what was deselected, so each tells the one that counts.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

_DESELECTED = "disisihkan"
# A process takes one file after the other. The longest come first: at the end, none is left alone with one of them.
LONGEST = (
    *("e2e/test_browser.py", "e2e/test_commands.py", "e2e/test_site.py", "e2e/test_reading.py", "e2e/test_print.py"),
    *("e2e/test_site_folder.py", "e2e/test_pictures.py", "e2e/test_files.py", "e2e/", "rules/test_completeness.py"),
    *("workflows/test_gate_running.py", "workflows/test_running.py"),
    "property/",
)
# These go through everything many hundred times, or from far above. What they alone reach has no test of its own, so it is
# not counted; and counting would slow down the longest of them.
UNMEASURED = ("adapters/", "e2e/", "property/", "rules/test_completeness.py", "workflows/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; the others stay in their order."""
    here = Path(__file__).parent

    def rank(name: str) -> int:
        return next((at for at, start in enumerate(LONGEST) if name.startswith(start)), len(LONGEST))

    names = {path: path.relative_to(here).as_posix() for path in {item.path for item in items}}
    items.sort(key=lambda item: rank(names[item.path]))
    for item in items:
        if names[item.path].startswith(UNMEASURED):
            item.add_marker(pytest.mark.no_cover)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Where a GitHub is doubled, none of its answers is taken on trust (``github_form``)."""
    if session.items and "paraf.adapters.forge_double" in sys.modules:
        import_module("github_form").validate_all()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """A process of a spread run notes what it left out."""
    told = getattr(items[0].config, "workeroutput", None) if items else None
    if told is not None:
        told[_DESELECTED] = told.get(_DESELECTED, 0) + len(items)


class Told:
    """What the processes of a spread run left out; every one sees all tests, so the largest number counts."""

    def __init__(self) -> None:
        self.deselected = 0

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A process ended and hands over its notes."""
        self.deselected = max(self.deselected, getattr(node, "workeroutput", {}).get(_DESELECTED, 0))


def pytest_configure(config: pytest.Config) -> None:
    """The one that counts listens to the processes."""
    config.pluginmanager.register(Told(), _DESELECTED)


def _deselected(reporter: pytest.TerminalReporter) -> int:
    told = reporter.config.pluginmanager.get_plugin(_DESELECTED)
    return max(_count(reporter, "deselected"), told.deselected if told else 0)


def _count(reporter: pytest.TerminalReporter, *kinds: str) -> int:
    return sum(len(reporter.stats.get(kind, [])) for kind in kinds)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Skipped, deselected or expected-to-fail tests turn the full run red."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or "PARAF_UJI_LENGKAP" not in os.environ:
        return
    left_out = _count(reporter, "skipped", "xfailed", "xpassed") + _deselected(reporter)
    if left_out and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line that ``.ci/run`` reads."""
    passed, skipped = _count(terminalreporter, "passed"), _count(terminalreporter, "skipped", "xfailed", "xpassed")
    deselected, failed = _deselected(terminalreporter), _count(terminalreporter, "failed", "error")
    collected = passed + skipped + deselected + failed
    terminalreporter.write_line(
        f"Uji: terkumpul {collected}, lulus {passed}, gagal {failed}, dilewati {skipped}, disisihkan {deselected}"
    )
