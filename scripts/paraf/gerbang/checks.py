"""What the checks of a report say at each step of the papers: only what binds there counts for the gate.

A finding concerns a paper whose files it lies in. Where a paper is complete only from a step on (``susun`` with
``lengkap``), what is missing does not bind before that step, and binds there whatever its family weighs.
"""

from collections.abc import Iterable, Iterator

from paraf.alur.content import below
from paraf.finding import Finding, Severity
from paraf.laporan.records.names import FOLDER
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportFacts, Scale, all_findings
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Paper, PapersFile, Write

_MISSING = ("LKP", "ALU")
"""The families of rules that tell what is missing."""


def checks_of(facts: ReportFacts, papers: PapersFile) -> dict[str, tuple[str, ...]]:
    """The sentences that bind, by the code of the step, or by the name of an evidence file below the year."""
    scales = {stage.kode: Scale(facts.repo, stage.kode) for paper in papers.naskah for stage in paper.langkah}
    # What never binds is not asked: most rules about words look at every one of them.
    asked = [rule for rule in REPORT_RULES if _may_bind(rule.code, scales.values())]
    found = [(_name(finding, facts.report.year), finding) for finding in all_findings(asked, facts)]
    said: dict[str, list[str]] = {}
    for paper in papers.naskah:
        own = [(name, finding) for name, finding in found if covers(paper.mencakup, name)]
        for step, complete in _steps(paper):
            for name, finding in own:
                missing = finding.code[:3] in _MISSING
                binds = complete if missing and complete is not None else _binds(scales[step](finding))
                if binds and _binds(finding):
                    said.setdefault(step, []).append(_words(name, finding))
    for name, finding in found:
        if name.startswith(FOLDER) and _binds(finding):
            said.setdefault(name, []).append(_words(name, finding))
    return {key: tuple(dict.fromkeys(words)) for key, words in said.items()}


def _steps(paper: Paper) -> Iterator[tuple[str, bool | None]]:
    """Every step, and whether the paper must be complete there; ``None``: nothing says when it must."""
    asked = [any(isinstance(one, Write) and one.lengkap == "ya" for one in stage.syarat) for stage in paper.langkah]
    first = asked.index(True) if True in asked else None
    for rank, stage in enumerate(paper.langkah):
        yield stage.kode, None if first is None else rank >= first


def _may_bind(code: str, scales: Iterable[Scale]) -> bool:
    """Whether a rule binds at any step."""
    return code[:3] in _MISSING or any(scale.heaviest(code) in (None, Severity.WAJIB) for scale in scales)


def _binds(finding: Finding) -> bool:
    return finding.severity is Severity.WAJIB


def _name(finding: Finding, year: int) -> str:
    return finding.place.file.removeprefix(below(year))


def _words(name: str, finding: Finding) -> str:
    """A finding in one sentence part: where, and what."""
    line = f" baris {finding.place.line}" if finding.place.line > 1 else ""
    return f"{name}{line}: {finding.message.rstrip('.')}"
