"""The engine's answer as JSON: complete, versioned, the same bytes every time, and what its schema says."""

import json
from typing import Any

import msgspec

from alur.book.handmade import BEGIN, closings
from paraf.alur.answer import AnswerFile, write_cycle
from paraf.alur.states import Cycle, NextAct, Outcome, State, StepState, Verdict
from paraf.door.jsons import load_json

DONE = closings()[0]
CYCLE = Cycle(
    year=2025,
    steps=(
        StepState(
            step="A1",
            state=State.SELESAI,
            sentence="Selesai.",
            clause="Menyusun nota dinas.",
            pull=1,
            deeds=DONE.deeds[0][1],
        ),
        StepState(
            step="A2",
            state=State.TIDAK_DAPAT_DIPERIKSA,
            sentence="Belum.",
            clause="Menyerahkan.",
            role="kasubag",
            since=BEGIN,
        ),
    ),
    verdicts=(
        Verdict(
            pull=1,
            outcome=Outcome.MENUNGGU,
            carries="nota-dinas",
            reasons=("Menunggu Sekdin.",),
            next=NextAct(role="sekdin", sentence="Sekdin: setujui."),
        ),
    ),
    closings=(DONE,),
    oddities=("Disunting kemudian.",),
    doubts=("Buku tidak utuh.",),
)


def document(cycle: Cycle = CYCLE) -> Any:
    return json.loads(write_cycle(cycle))


def test_the_answer_is_complete() -> None:
    found = document()
    assert list(found) == ["kejanggalan", "keraguan", "langkah", "putusan", "selesai", "skema", "tahun"]
    assert found["skema"] == 1
    first, second = found["langkah"]
    assert (first["keadaan"], first["pr"], first["tindakan"][0]["jenis"]) == ("selesai", 1, "susun")
    assert (second["keadaan"], second["peran"], second["sejak"]) == (
        "tidak dapat diperiksa",
        "kasubag",
        "2026-01-05T08:00:00+07:00",
    )
    assert second["pr"] is None
    assert found["putusan"] == [
        {
            "pr": 1,
            "hasil": "menunggu",
            "membawa": "nota-dinas",
            "alasan": ["Menunggu Sekdin."],
            "berikutnya": {"peran": "sekdin", "kalimat": "Sekdin: setujui."},
        }
    ]
    (closing,) = found["selesai"]
    assert (closing["naskah"], closing["edisi"], closing["sidik_isi"]) == ("nota-dinas", 1, DONE.content)
    assert [step["kode"] for step in closing["langkah"]] == [step for step, _ in DONE.deeds]
    assert found["kejanggalan"] == ["Disunting kemudian."]
    assert found["keraguan"] == ["Buku tidak utuh."]


def test_the_same_answer_is_the_same_bytes_and_what_its_format_says() -> None:
    data = write_cycle(CYCLE)
    assert data == write_cycle(CYCLE)
    assert data.endswith(b"}\n")
    again, faults = load_json(AnswerFile, "x.json", data, 100_000)
    assert faults == []
    assert again == msgspec.json.decode(data, type=AnswerFile)


def test_every_state_and_outcome_has_its_own_word() -> None:
    assert len({state.value for state in State}) == len(State)
    assert len({outcome.value for outcome in Outcome}) == len(Outcome)
