"""The outcome of a check as text, JSON or annotations for GitHub; pure functions over findings and faults."""

from collections.abc import Sequence

from paraf.errors import Fault
from paraf.finding import Finding, Severity
from paraf.views.words import counts

VERSION = 1
FAULTS_SHOWN = 100
LINES_SHOWN = 12


def as_text(findings: Sequence[Finding], everything: bool) -> str:
    """Findings that must or should be repaired in full; notes counted per rule unless ``everything``."""
    lines: list[str] = []
    for severity in Severity:
        group = [finding for finding in findings if finding.severity is severity]
        if not group:
            continue
        lines.append(f"{severity.heading}:")
        if severity is Severity.CATATAN and not everything:
            for code in dict.fromkeys(finding.code for finding in group):
                lines.append(f"  {code}  {sum(finding.code == code for finding in group)} catatan")
            lines.append("  Tampilkan satu per satu: paraf periksa --semua. Artinya: paraf jelaskan KODE.")
        else:
            lines += [line for alike in _alike(group) for line in _lines(alike)]
        lines.append("")
    lines.append(f"Hasil: {counts(list(findings))}.")
    return "\n".join(lines)


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that say the same of one file, together, where the first of them stands.

    Of a chapter the words they are about are its own lines, which are named; of data they are what tells them apart.
    """
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        subject = "" if finding.place.file.endswith(".md") else finding.subject
        key = (finding.code, finding.place.file, subject, finding.message, finding.repair)
        found.setdefault(key, []).append(finding)
    return list(found.values())


def _lines(alike: list[Finding]) -> list[str]:
    first, rest = alike[0], sorted({finding.place.line for finding in alike[1:]} - {alike[0].place.line})
    lines = [
        f"  {first.place}: {first.code} {first.subject}: {first.message}",
        f"      {first.repair}",
    ]
    if rest:
        more = f" dan {len(rest) - LINES_SHOWN} lagi" if len(rest) > LINES_SHOWN else ""
        lines.append(f"      Sama pada baris {', '.join(map(str, rest[:LINES_SHOWN]))}{more}.")
    return lines


def as_json(findings: Sequence[Finding], faults: Sequence[Fault]) -> str:
    """Version 1 of the machine format; ``kesalahan`` are faults that kept the data from being read."""
    document = {
        "versi": VERSION,
        "catatan_pemeriksaan": [
            {
                "kode": finding.code,
                "tingkat": finding.severity.value,
                "berkas": finding.place.file,
                "baris": finding.place.line,
                "kolom": finding.place.column,
                "perihal": finding.subject,
                "pesan": finding.message,
                "perbaikan": finding.repair,
            }
            for finding in findings
        ],
        "kesalahan": [
            {
                "berkas": fault.place.file,
                "baris": fault.place.line,
                "kolom": fault.place.column,
                "pesan": fault.message,
                "perbaikan": fault.repair,
            }
            for fault in faults
        ],
    }
    import json  # late: on a screen nothing is JSON

    return json.dumps(document, ensure_ascii=False, indent=2)


_COMMAND = {Severity.WAJIB: "error", Severity.SEBAIKNYA: "warning", Severity.CATATAN: "notice"}


def as_github(findings: Sequence[Finding], faults: Sequence[Fault]) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request; everything from outside is escaped."""
    rows = [
        ("error", fault.place, "Kesalahan data", f"{fault.message}. Perbaikan: {fault.repair}.") for fault in faults
    ]
    rows += [(_COMMAND[f.severity], f.place, f"{f.code} {f.subject}", f"{f.message} {f.repair}") for f in findings]
    return "\n".join(
        f"::{command} file={_property(place.file)},line={place.line},col={place.column},title={_property(title)}::{_data(text)}"
        for command, place, title, text in rows
    )


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def faults_text(faults: Sequence[Fault]) -> str:
    """Every fault as ``berkas:baris:kolom``, what is wrong, how to repair it; a very long list is cut and says so."""
    lines = [f"{fault.place}: {fault.message}\n    Perbaikan: {fault.repair}." for fault in faults[:FAULTS_SHOWN]]
    if len(faults) > FAULTS_SHOWN:
        lines.append(f"… dan {len(faults) - FAULTS_SHOWN} kesalahan lagi.")
    lines.append(f"{len(faults)} kesalahan pada data. Tidak ada yang ditulis.")
    return "\n".join(lines)
