"""What is done with the printed report: its digest, and where the evidence of its step names it."""

import hashlib
from collections.abc import Iterator

from paraf.alur.content import below
from paraf.alur.facts import Tree
from paraf.laporan.binding import grouped
from paraf.laporan.records.names import FOLDER, EvidenceName
from paraf.sop.evidence import columns, evidence_forms
from paraf.sop.forms.evidence import Scan
from paraf.sop.repository import Repository
from paraf.views.approval import Pengesahan


def filing_text(repo: Repository, found: Pengesahan, pdf: bytes, tree: Tree) -> str:
    """The digest of a printed report, and the next act; ``tree`` are the files of the year."""
    sealed = hashlib.sha256(pdf).hexdigest()
    return "\n".join([f"Sidik jari digital (SHA-256): {grouped(sealed)}", *_next(repo, found, sealed, tree)])


def _next(repo: Repository, found: Pengesahan, sealed: str, tree: Tree) -> Iterator[str]:
    step = repo.papers.value.terbit if repo.papers else ""
    form = evidence_forms(repo).get(step)
    named = [
        path
        for field in (form.fields if form else ())
        for path, one in columns(field)
        if isinstance(one, Scan) and one.unduhan == "naskah"
    ]
    if not named:
        return
    record = EvidenceName(step, found.edition)
    name = f"{record.path.removesuffix('.yml')}-lakip.pdf"
    filed = tree.get(below(found.year) + name)
    if filed and filed.sha256 == sealed:
        yield f"Sama dengan yang tersimpan: {below(found.year)}{name}."
        return
    if filed:
        yield f"Berbeda dengan yang tersimpan di {below(found.year)}{name}; yang tersimpan itulah yang ditandatangani."
        return
    yield f"Berikutnya: simpan sebagai {below(found.year)}{name}, lalu sebut di {below(found.year)}{record.path}:"
    yield f"  {named[0].replace('.', ' › ')}: {{nama: {name.removeprefix(FOLDER)}, sidik: {sealed}}}"
