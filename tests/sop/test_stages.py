"""The mapping SOP step -> stage of a pull request -> reviewer, for every step of the real SOP."""

import pytest

from helpers import ROOT, load_case
from paraf.door.decode import load
from paraf.sop.forms.papers import PapersFile
from paraf.sop.stages import StageRow, stage_rows

REPO = load_case(ROOT)
TEXT = (ROOT / "sop" / "naskah.yml").read_text(encoding="utf-8")


def papers(text: str = TEXT) -> PapersFile:
    source, faults = load(PapersFile, "sop/naskah.yml", text.encode())
    assert source is not None, faults
    return source.value


def rows(text: str = TEXT) -> dict[str, StageRow]:
    return {row.step.code: row for row in stage_rows(REPO.sop, papers(text))}


# step: paper, kinds of condition, who is asked to look next
MAPPING = """
A1  nota-dinas        susun                  -
A2  nota-dinas        ajukan                 sekdin
A3  nota-dinas        setujui                sekdin
A4  nota-dinas        ajukan                 kadin
A5  nota-dinas        setujui                kadin
A6  nota-dinas        bukti,gabung           -
A7  laporan-individu  bukti                  -
A8  laporan-individu  bukti                  -
A9  laporan-individu  ajukan                 sekdin
A10 laporan-individu  setujui                sekdin
A11 laporan-individu  ajukan                 staf
A12 laporan-individu  susun,gabung           -
B1  rencana-kerja     susun,ajukan,setujui   kadin
B2  rencana-kerja     bukti,gabung           -
B3  data-lakip        susun,gabung           -
B4  draf-awal         susun                  -
B5  draf-awal         ajukan                 sekdin
B6  draf-awal         setujui                sekdin
B7  draf-awal         bukti,gabung           -
B8  draf-akhir        susun                  -
B9  draf-akhir        ajukan                 sekdin
B10 draf-akhir        setujui                sekdin
B11 draf-akhir        ajukan,setujui         kadin
B12 draf-akhir        bukti,gabung           -
B13 surat-pengantar   susun,ajukan           sekdin
B14 surat-pengantar   setujui                sekdin
B15 surat-pengantar   ajukan                 kadin
B16 surat-pengantar   setujui,bukti          kadin
B17 surat-pengantar   bukti,gabung           -
"""
EXPECTED = [line.split() for line in MAPPING.strip().splitlines()]


@pytest.mark.parametrize(("code", "paper", "kinds", "reviewer"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_row(code: str, paper: str, kinds: str, reviewer: str) -> None:
    row = rows()[code]
    assert row.paper is not None
    assert row.paper.id == paper
    assert [condition.__struct_config__.tag for condition in row.conditions] == kinds.split(",")
    assert row.reviewer == (None if reviewer == "-" else reviewer)


def test_every_step_has_one_row_in_order() -> None:
    assert [row.step.code for row in stage_rows(REPO.sop, papers())] == list(REPO.sop.steps)
    assert [row[0] for row in EXPECTED] == list(REPO.sop.steps)


def test_a_step_that_no_paper_carries() -> None:
    without = TEXT.replace("      - kode: B16\n", "      - kode: B15\n", 1)
    row = rows(without)["B16"]
    assert (row.paper, row.conditions, row.reviewer) == (None, (), None)


def test_an_approval_speaks_before_a_hand_over() -> None:
    both = "{jenis: ajukan, oleh: kasubag, ke: sekdin}\n          - {jenis: setujui, oleh: kadin}"
    swapped = TEXT.replace("{jenis: ajukan, oleh: kasubag, ke: sekdin}", both, 1)
    assert rows(swapped)["A2"].reviewer == "kadin"
