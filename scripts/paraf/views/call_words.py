"""What ``paraf periksa`` adds for the person who called it; pure."""

import re
from collections.abc import Sequence

from paraf.finding import Finding, Severity

_NAMED = re.compile(r"\bparaf (?=periksa --semua|jelaskan KODE)")


def as_called(text: str, program: str) -> str:
    """The commands that a report names, as the reader has to type them."""
    return _NAMED.sub(lambda _: f"{program} ", text)


def closing(findings: Sequence[Finding]) -> str:
    """What the result means for somebody who has never seen one; empty when something must be repaired."""
    worst = {finding.severity for finding in findings}
    if Severity.WAJIB in worst:
        return ""
    if Severity.SEBAIKNYA in worst:
        return "Tidak ada yang wajib diperbaiki; SOP ini sudah dapat dipakai. Saran di atas boleh menyusul."
    if worst:
        return "Tidak ada yang wajib diperbaiki; SOP ini siap dipakai. Catatan di atas boleh ditinjau kapan saja."
    return "SOP ini siap dipakai."
