"""Messages to copy: to whom, about what, whose they are, and none where nobody else waits."""

import pytest
from msgspec.structs import replace

from helpers import CASES, ROOT, load_case
from paraf.sop.model import Given, Origin
from paraf.sop.stages import carriers
from paraf.views.messages import messages

REPO = load_case(ROOT)
SOP = REPO.sop
CARRIED = carriers(REPO.papers.value if REPO.papers else None)
SECOND = load_case(CASES / "sop-kedua").sop


@pytest.mark.parametrize(
    ("code", "occasions"),
    [
        ("A1", []),
        ("A2", ["Menyerahkan kepada Sekdin"]),
        ("A3", ["Menyerahkan kepada Staf", "Mengembalikan kepada Kasubag KPP"]),
        ("A10", ["Menyerahkan kepada Kasubag KPP", "Mengembalikan kepada Staf"]),
        ("B1", ["Meminta persetujuan Kadin", "Untuk Kadin: mengembalikan kepada Kasubag KPP"]),
        ("B11", ["Meminta persetujuan Kadin", "Untuk Kadin: mengembalikan kepada Kasubag KPP"]),
        ("B14", ["Menyerahkan kepada Staf", "Mengembalikan kepada Staf"]),
        ("B15", ["Meminta persetujuan Kadin"]),
        ("B16", ["Untuk Kadin: mengembalikan kepada Staf"]),
        ("B17", []),
    ],
)
def test_who_is_told_what(code: str, occasions: list[str]) -> None:
    assert [message.occasion for message in messages(SOP, SOP.steps[code], CARRIED)] == occasions


def test_nobody_writes_to_themselves() -> None:
    for step in SOP.steps.values():
        names = {f"Yth. {SOP.role[role].jabatan}," for role in step.performers.value.roles}
        for message in messages(SOP, step, CARRIED):
            if not message.occasion.startswith("Untuk "):
                assert message.lines[0] not in names, step.code


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("B1", "Mohon menyetujui naskah “Rencana kerja penyusunan LAKIP” (langkah B1)."),
        ("B11", "Mohon menyetujui dan menandatangani naskah “Draf akhir LAKIP” (langkah B11)."),
        ("B15", "Mohon menyetujui dan menandatangani naskah “Surat pengantar LAKIP” (langkah B16)."),
    ],
)
def test_who_decides_is_asked_about_the_paper_and_to_sign_what_the_print_has_signed(code: str, wanted: str) -> None:
    message = next(messages(SOP, SOP.steps[code], CARRIED))
    assert message.lines[:2] == ("Yth. Kepala Dinas,", wanted)


def test_without_papers_who_decides_is_asked_about_the_step() -> None:
    step = SECOND.steps["D7"]
    message = next(messages(SECOND, step, {}))
    assert message.lines[1] == f"Mohon persetujuan pada langkah D7: “{step.kegiatan}”."
    signed = next(messages(SOP, SOP.steps["B16"], {}))
    assert signed.lines[1].startswith("Mohon persetujuan dan tanda tangan pada langkah B16: ")


def test_a_message_names_result_next_step_and_limit() -> None:
    (message,) = messages(SOP, SOP.steps["B5"], CARRIED)
    assert message.lines == (
        "Yth. Sekretaris Dinas,",
        "Langkah B5 sudah selesai. Hasilnya: Draf awal LAKIP.",
        "Mohon dilanjutkan dengan langkah B6: “Sekdin Melakukan koreksi dan persetujuan draft LAKIP Dinas”."
        " Paling lama 30 menit.",
        "Draf awal LAKIP: (tulis letak berkasnya, atau tempel tautannya di sini)",
        "Terima kasih.",
    )


def test_without_papers_no_link_is_asked_for() -> None:
    lines = [line for step in SOP.steps.values() for message in messages(SOP, step, {}) for line in message.lines]
    assert not any("tempel" in line or "halaman naskah" in line for line in lines)


def test_what_the_sop_leaves_out_is_left_out() -> None:
    step = replace(SOP.steps["A5"], output=None, on_refusal=Given(None, Origin.SILENT))
    (message,) = messages(SOP, step, {})
    assert message.lines[1] == "Langkah A5 sudah selesai."
    assert "Paling lama" not in message.lines[2]
