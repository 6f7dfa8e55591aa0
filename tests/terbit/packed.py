"""A package as it is handed over, made of the sample; with a document filed and bound, the book made anew for it."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from alur.book.handmade import chained, lines
from helpers import ROOT, files_of
from paraf.alur.content import digest
from paraf.alur.slots import proof_of
from paraf.terbit.edition import Edition
from paraf.terbit.package import VERIFIER, package_files
from terbit.filed import PDF, naming, with_files
from terbit.years import REPO, YEAR, books

REPORT = "006-draf-akhir.jsonl"
PROGRAM = ROOT / "scripts" / VERIFIER
OUTLINE = REPO.outline.value if REPO.outline else None
OFFICE = {path: data for path, data in files_of(ROOT).items() if path.startswith("sop/")}


def bound_edition() -> Edition:
    """The sample with a printed document beside its evidence."""
    return with_files(naming(PDF, "b12-lakip.pdf"))


def binding(one: Edition) -> dict[str, bytes]:
    """The book as it would be, had the evidence been what it is now; the rest of the year's evidence is not asked."""
    proof = digest(proof_of(YEAR, one.policy.papers.terbit), one.source.tree)
    found = {name: lines(data) for name, data in books().items()}
    found[REPORT] = [
        msgspec.structs.replace(
            line,
            tindakan=tuple(
                msgspec.structs.replace(deed, sidik=proof) if deed.jenis == "bukti" else deed for deed in line.tindakan
            ),
        )
        for line in found[REPORT]
    ]
    return chained(found)


@cache
def package() -> Mapping[str, bytes]:
    """A whole package with a document."""
    one = bound_edition()
    return package_files(one, binding(one), OFFICE, OUTLINE, PROGRAM.read_bytes())


def rewritten(**changes: Any) -> dict[str, bytes]:
    """The package after somebody rewrote the report's lines and made the whole chain anew."""
    there = f"lakip/{YEAR}/buku/"
    found = {path.removeprefix(there): lines(data) for path, data in package().items() if path.startswith(there)}
    found[REPORT] = [msgspec.structs.replace(line, **changes) for line in found[REPORT]]
    return {**package(), **{there + name: data for name, data in chained(found).items()}}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()
