"""Messages to copy: to whom, about what, and none where nobody else waits."""

from dataclasses import replace

import pytest

from helpers import ROOT, load_case
from paraf.sop.model import Given, Origin
from paraf.views.messages import messages

SOP = load_case(ROOT).sop


@pytest.mark.parametrize(
    ("code", "occasions"),
    [
        ("A1", []),
        ("A2", ["Menyerahkan kepada Sekdin"]),
        ("A3", ["Menyerahkan kepada Staf", "Mengembalikan kepada Kasubag KPP"]),
        ("A10", ["Menyerahkan kepada Kasubag KPP"]),
        ("B1", ["Meminta persetujuan Kadin", "Mengembalikan kepada Kasubag KPP"]),
        ("B11", ["Meminta persetujuan Kadin", "Mengembalikan kepada Kasubag KPP"]),
        ("B14", ["Menyerahkan kepada Staf", "Mengembalikan kepada Staf"]),
        ("B17", []),
    ],
)
def test_who_is_told_what(code: str, occasions: list[str]) -> None:
    assert [message.occasion for message in messages(SOP, SOP.steps[code], "Naskah")] == occasions


def test_a_message_names_result_next_step_and_limit() -> None:
    (message,) = messages(SOP, SOP.steps["B5"], "Draf awal LAKIP")
    assert message.lines == (
        "Yth. Sekretaris Dinas,",
        "Langkah B5 sudah selesai. Hasilnya: Draf awal LAKIP.",
        "Mohon dilanjutkan dengan langkah B6: “Sekdin Melakukan koreksi dan persetujuan draft LAKIP Dinas”."
        " Paling lama 30 menit.",
        "Draf awal LAKIP: (tempel tautannya di sini)",
        "Terima kasih.",
    )


def test_without_papers_no_link_is_asked_for() -> None:
    lines = [line for step in SOP.steps.values() for message in messages(SOP, step, None) for line in message.lines]
    assert not any("tempel" in line or "halaman naskah" in line for line in lines)


def test_what_the_sop_leaves_out_is_left_out() -> None:
    step = replace(SOP.steps["A5"], output=None, on_refusal=Given(None, Origin.SILENT))
    (message,) = messages(SOP, step, None)
    assert message.lines[1] == "Langkah A5 sudah selesai."
    assert "Paling lama" not in message.lines[2]
