"""``paraf jelaskan``: what a rule checks, or what a step asks."""

from pathlib import Path

from paraf.adapters.office import load_repository
from paraf.commands.console import echo, result
from paraf.errors import UsageError
from paraf.rules.catalogue import BY_CODE
from paraf.views.terminal import rule_text, step_text


def jelaskan(root: Path, subject: str) -> int:
    """Explain a rule by its code, or a step by its code in any spelling (``b7``, ``B.7``)."""
    code = subject.upper().replace(".", "").replace(" ", "")
    if code in BY_CODE:
        result(rule_text(BY_CODE[code]))
        return 0
    sop = load_repository(root).sop
    if code in sop.steps:
        result(step_text(sop, sop.steps[code]))
        return 0
    steps = list(sop.steps)
    raise UsageError(
        f"'{echo(subject)}' bukan kode aturan maupun kode langkah. Langkah: {steps[0]} sampai {steps[-1]}. "
        f"Aturan: {', '.join(BY_CODE)}."
    )
