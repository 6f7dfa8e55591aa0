"""Every word of the seed stands in ``sop/sop-lakip.yml``, in its field, slips included."""

import msgspec
import pytest

from helpers import ROOT, load_case
from seed import read_seed

SOP = load_case(ROOT).sop
SEED = read_seed()


def test_control_the_seed_was_read_whole() -> None:
    assert [len(rows) for _, _, rows in SEED.sections] == [12, 17]
    assert [len(items) for _, items in SEED.boxes] == [4, 4, 2, 6, 1, 1]
    assert list(SEED.identity) == [
        "Nomor SOP",
        "Tgl Pembuatan",
        "Tgl Revisi",
        "Tgl Efektif",
        "Disahkan oleh",
        "Nama SOP",
    ]
    assert len(SEED.kop) == 4


def test_the_identity_rows_are_verbatim() -> None:
    identity = msgspec.to_builtins(SOP.identity)
    for key, label in identity["label"].items():
        value = identity[key]
        written = list(value.values()) if isinstance(value, dict) else [value] if value else []
        assert written == SEED.identity[label], label
    assert [line.teks for line in SOP.identity.kop] == SEED.kop


def test_the_boxes_are_verbatim() -> None:
    identity = SOP.identity
    boxes = (
        *(identity.dasar_hukum, identity.kualifikasi_pelaksana, identity.keterkaitan),
        *(identity.peralatan, identity.peringatan, identity.pencatatan),
    )
    stored = [
        (
            box.judul,
            [f"{n}. {text}" for n, text in enumerate(box.butir, start=1)] + ([box.paragraf] if box.paragraf else []),
        )
        for box in boxes
    ]
    assert stored == SEED.boxes


@pytest.mark.parametrize("index", [0, 1])
def test_the_procedures_are_verbatim(index: int) -> None:
    heading, heads, rows = SEED.sections[index]
    section = SOP.sections[index]
    columns = [SOP.role[role].sebutan for role in section.columns]
    words = SOP.heads
    assert heading == f"{section.code}. {section.title}"
    assert heads[0] == [words.no, words.kegiatan, words.pelaksana, words.mutu_baku, words.ket]
    assert heads[1] == [*columns, words.kelengkapan, words.waktu, words.output]
    stored = [
        [
            step.printed_number,
            step.kegiatan,
            "",
            "",
            "",
            "",
            step.kelengkapan,
            step.waktu.text,
            step.output,
            step.ket or "",
        ]
        for step in section.steps
    ]
    assert stored == rows


def test_the_title_and_the_slips_are_verbatim() -> None:
    assert SOP.procedure_title == SEED.title
    assert "analisa" in SOP.steps["B4"].kegiatan
    assert "excell" in SOP.identity.peralatan.butir[5]
