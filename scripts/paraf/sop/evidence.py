"""What the record of each step must hold: the conditions of ``naskah.yml`` joined with the words of ``bukti.yml``."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from paraf.sop.forms.evidence import AnyField, AnySimple, EvidenceFile, Group, Kind, Rows
from paraf.sop.forms.papers import Approve, Evidence, Paper, PapersFile
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.sop.stages import stage_rows


class EvidenceForm(Struct, frozen=True):
    """The record of a step: who files it, the words it holds, every role, those that approved last, the parts of a report.

    ``before`` are the steps whose evidence is older, by the order of the papers and of the steps inside them.
    """

    step: str
    paper: str
    by: tuple[str, ...]
    kinds: tuple[Kind, ...]
    roles: tuple[str, ...]
    approvers: tuple[str, ...]
    parts: tuple[str, ...]
    first_month: int
    before: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[AnyField, ...]:
        """Every field at the top of the record, word by word."""
        return tuple(field for kind in self.kinds for field in kind.isian)


def evidence_forms(repo: Repository) -> Mapping[str, EvidenceForm]:
    """The form of every step that asks for evidence, by the step's code; empty without papers or ``bukti.yml``."""
    if repo.papers is None or repo.evidence is None:
        return {}
    papers, file = repo.papers.value, repo.evidence.value
    outline = repo.outline.value.bab if repo.outline else ()
    parts = tuple(name for plan in outline for name in (plan.id, *(part.id for part in plan.isi)))
    found: dict[str, EvidenceForm] = {}
    for row in stage_rows(repo.sop, papers):
        asked = [condition for condition in row.conditions if isinstance(condition, Evidence)]
        if asked and row.paper:
            words = [word for condition in asked for word in condition.isi]
            found[row.step.code] = EvidenceForm(
                step=row.step.code,
                paper=row.paper.id,
                by=tuple(condition.oleh for condition in asked),
                kinds=_kinds(file, words),
                roles=tuple(repo.sop.role),
                approvers=_approvers(row.paper, row.step.code),
                parts=parts,
                first_month=file.bulan_awal,
                before=tuple(code for code in found if _earlier(repo.sop, papers, code, row.step.code)),
            )
    return found


def on_paper(repo: Repository) -> frozenset[str]:
    """The steps whose approval may be signed on paper (``kertas.boleh`` of ``naskah.yml``)."""
    papers = repo.papers.value if repo.papers else None
    allowed = papers.kertas.boleh if papers and papers.kertas else ()
    return frozenset(
        stage.kode
        for paper in (papers.naskah if papers else ())
        for stage in paper.langkah
        if any(isinstance(one, Approve) and one.oleh in allowed for one in stage.syarat)
    )


def columns(field: AnyField) -> Iterator[tuple[str, AnySimple]]:
    """The simple fields at or below a field, each by its path: the key, or key, dot, key."""
    if isinstance(field, (Group, Rows)):
        yield from ((f"{field.kunci}.{inner.kunci}", inner) for inner in field.isian)
    else:
        yield field.kunci, field


def _kinds(file: EvidenceFile, words: list[str]) -> tuple[Kind, ...]:
    known = {kind.nama: kind for kind in file.isi}
    return tuple(known[word] for word in dict.fromkeys(words))


def _approvers(paper: Paper, step: str) -> tuple[str, ...]:
    """Who approved last, up to and with this step: the one whose name stands below the paper."""
    found: tuple[str, ...] = ()
    until = [stage.kode for stage in paper.langkah].index(step)
    for stage in paper.langkah[: until + 1]:
        found = tuple(one.oleh for one in stage.syarat if isinstance(one, Approve)) or found
    return found


def _earlier(sop: Sop, papers: PapersFile, one: str, other: str) -> bool:
    """Whether a step's evidence must exist before the other's: the same paper, or one that it waits for."""
    by_id = {paper.id: paper for paper in papers.naskah}
    of = {stage.kode: paper.id for paper in papers.naskah for stage in paper.langkah}
    waited, todo = {of[other]}, [of[other]]
    while todo:
        new = [name for name in by_id[todo.pop()].setelah if name not in waited]
        waited |= set(new)
        todo += new
    return of[one] in waited and sop.order[one] < sop.order[other]
