"""``paraf periksa --perbaiki``: make the repairs that are safe, show what they change, lose nothing."""

from collections.abc import Sequence
from pathlib import Path

from paraf.adapters.files import read_data, replace_unchanged
from paraf.commands.console import result
from paraf.door.text import any_text
from paraf.errors import UsageError
from paraf.finding import Finding, repaired
from paraf.laporan.report import Report
from paraf.views.repairs import Repair, difference, done


def perbaiki(root: Path, checked: Sequence[tuple[Report, Sequence[Finding]]], *, trial: bool) -> bool:
    """Show every repair and, unless on trial, write it; whether anything was written."""
    repairs = [repair for report, findings in checked for repair in _prepared(root, report, findings)]
    for _, repair in repairs:
        result(f"{difference(repair)}\n")
    if not trial:
        for before, repair in repairs:
            # Line endings are the file's own; only the letters differ.
            if not replace_unchanged(root / repair.file, before, repair.after.encode()):
                raise UsageError(_meanwhile(repair.file))
    result(f"{done([repair for _, repair in repairs], trial=trial)}\n")
    return bool(repairs) and not trial


def _prepared(root: Path, report: Report, findings: Sequence[Finding]) -> list[tuple[bytes, Repair]]:
    """The files that change, each with its bytes; refused as a whole when one is no longer what was checked."""
    prepared = []
    for file in dict.fromkeys(finding.place.file for finding in findings if finding.fix):
        data = read_data(root, file)
        if data is None or any_text(data) != report.texts[file.removeprefix(f"{report.folder}/")]:
            raise UsageError(_meanwhile(file))
        text = data.decode("utf-8")
        fixes = [finding.fix for finding in findings if finding.fix and finding.place.file == file]
        after, made = repaired(text, fixes)
        if made:
            prepared.append((data, Repair(file, text, after, made)))
    return prepared


def _meanwhile(file: str) -> str:
    return f"{file} berubah selama diperiksa, jadi tidak ditulis. Jalankan lagi."
