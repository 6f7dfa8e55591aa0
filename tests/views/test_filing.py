"""What is done with the printed report: where it is kept, and the line that names it."""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from alur.world import blob
from helpers import ROOT, load_case
from paraf.alur.facts import Blob
from paraf.views.filing import filing_text
from views.test_final import FOUND

OFFICE = load_case(ROOT)
PDF = b"%PDF cetak"
SEAL = sha256(PDF).hexdigest()
HERE = "lakip/2025/bukti/b12-lakip.pdf"


def test_the_next_act_names_the_file_and_the_line() -> None:
    assert filing_text(OFFICE, FOUND, PDF, {}).split("\n") == [
        f"Sidik jari digital (SHA-256): {' '.join(SEAL[at : at + 4] for at in range(0, 64, 4))}",
        f"Berikutnya: simpan sebagai {HERE}, lalu sebut di lakip/2025/bukti/b12.yml:",
        f"  penggandaan › naskah: {{nama: b12-lakip.pdf, sidik: {SEAL}}}",
    ]


def test_the_next_edition_has_a_file_of_its_own() -> None:
    told = filing_text(OFFICE, replace(FOUND, edition=2), PDF, {HERE: blob("lain")})
    assert "simpan sebagai lakip/2025/bukti/b12-v2-lakip.pdf, lalu sebut di lakip/2025/bukti/b12-v2.yml:" in told


def test_what_is_filed_already_is_told() -> None:
    same = filing_text(OFFICE, FOUND, PDF, {HERE: Blob("100644", SEAL, len(PDF))})
    assert same.split("\n")[1:] == [f"Sama dengan yang tersimpan: {HERE}."]
    other = filing_text(OFFICE, FOUND, PDF, {HERE: blob("lain")})
    assert other.split("\n")[1:] == [
        f"Berbeda dengan yang tersimpan di {HERE}; yang tersimpan itulah yang ditandatangani."
    ]


def test_an_office_whose_evidence_has_no_place_for_it_is_told_the_digest_alone() -> None:
    assert OFFICE.papers
    elsewhere = msgspec.structs.replace(OFFICE.papers.value, terbit="B17")
    others = (
        replace(OFFICE, papers=None),
        replace(OFFICE, papers=replace(OFFICE.papers, value=elsewhere)),
    )
    assert [filing_text(one, FOUND, PDF, {}).count("\n") for one in others] == [0, 0]
