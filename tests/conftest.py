"""Counts at the end of a run; in the full run (``mulai.py uji``) a test that did not run is a failure."""

import os

import pytest


def _count(reporter: pytest.TerminalReporter, *kinds: str) -> int:
    return sum(len(reporter.stats.get(kind, [])) for kind in kinds)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Skipped, deselected or expected-to-fail tests turn the full run red."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or "PARAF_UJI_LENGKAP" not in os.environ:
        return
    if _count(reporter, "skipped", "deselected", "xfailed", "xpassed") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line that ``.ci/run`` reads."""
    passed, skipped = _count(terminalreporter, "passed"), _count(terminalreporter, "skipped", "xfailed", "xpassed")
    deselected, failed = _count(terminalreporter, "deselected"), _count(terminalreporter, "failed", "error")
    collected = passed + skipped + deselected + failed
    terminalreporter.write_line(
        f"Uji: terkumpul {collected}, lulus {passed}, gagal {failed}, dilewati {skipped}, disisihkan {deselected}"
    )
