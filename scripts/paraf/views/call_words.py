"""What ``paraf periksa`` adds for the person who called it; pure."""

from collections.abc import Sequence

from paraf.door.regex import regex
from paraf.finding import Finding, Severity

_NAMED = regex(r"\bparaf (?=periksa --semua|jelaskan (?:KODE|[A-Z]{3}[0-9]{3}))")


def as_called(text: str, program: str) -> str:
    """The commands that a report names, as the reader has to type them."""
    return _NAMED.sub(lambda _: f"{program} ", text)


def closing(findings: Sequence[Finding], subject: str = "SOP ini") -> str:
    """What the result means for somebody who has never seen one; empty when something must be repaired."""
    worst = {finding.severity for finding in findings}
    ready = "siap dipakai" if subject.startswith("SOP") else "sudah lengkap dan angkanya cocok"
    middle = subject if subject.startswith("SOP") else subject[:1].lower() + subject[1:]
    if Severity.WAJIB in worst:
        return ""
    if Severity.SEBAIKNYA in worst:
        almost = "sudah dapat dipakai" if subject.startswith("SOP") else "sudah dapat diteruskan"
        return f"Tidak ada yang wajib diperbaiki; {middle} {almost}. Saran di atas boleh menyusul."
    if worst:
        return f"Tidak ada yang wajib diperbaiki; {middle} {ready}. Catatan di atas boleh ditinjau kapan saja."
    return f"{subject} {ready}."
