"""What an examiner from outside is handed: everything that the book binds of an edition, and nothing else of the year.

It is given from hand to hand and never lies on the site: the book and the evidence name people, and to blacken a name would
break the digest that proves it.
"""

import json
from collections.abc import Mapping

from paraf.alur.book.reading import folder
from paraf.alur.content import Covered, below, rows
from paraf.laporan.binding import expanded_text
from paraf.laporan.records.names import read_name, record_of_file
from paraf.sop.forms.outline import OutlineFile
from paraf.terbit.edition import Edition

DESCRIPTION = "paket.json"
TEXT = "teks-yang-disetujui.md"
VERIFIER = "verifikasi.py"
RULES = ("sop/naskah.yml", "sop/petugas.yml")
"""What lies in it to be read: which steps there are, and who held which role."""


def package_files(
    edition: Edition,
    books: Mapping[str, bytes],
    office: Mapping[str, bytes],
    outline: OutlineFile | None,
    verifier: bytes,
) -> dict[str, bytes]:
    """The files of a package by their path: the covered content, the approved text, the evidence of publication, the year's book.

    ``books`` are the files of the book by name, ``office`` those of ``sop/`` by path, ``verifier`` the program that checks
    the package without any other.
    """
    year, files = edition.year, edition.source.files
    covered = rows(Covered(year, edition.paper.mencakup), edition.source.tree)
    found = {path: files[path.removeprefix(below(year))] for path in covered}
    found |= {below(year) + name: data for name, data in files.items() if _filed(edition, name)}
    found |= {folder(year) + name: data for name, data in books.items()}
    found |= {path: office[path] for path in RULES if path in office}
    if edition.closing.expanded:
        found[TEXT] = expanded_text(edition.expansion, outline).encode()
    return found | {DESCRIPTION: _description(edition), VERIFIER: verifier}


def _filed(edition: Edition, name: str) -> bool:
    """Whether a file is evidence of the publishing paper's steps, or belongs to such a record, in this edition."""
    record = read_name(name) or record_of_file(name)
    steps = {stage.kode for stage in edition.paper.langkah}
    return record is not None and record.step in steps and record.edition == edition.number


def _description(edition: Edition) -> bytes:
    """Which report it is, for the verifier."""
    told = {
        "contoh": "ya" if edition.sample else "tidak",
        "edisi": edition.number,
        "naskah": edition.paper.id,
        "skema": 1,
        "tahun": edition.year,
    }
    return (json.dumps(told, sort_keys=True) + "\n").encode()
