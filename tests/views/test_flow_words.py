"""The states of a year as text: every step, who is next, and what an act would change."""

from msgspec.structs import replace

from alur.story import base_policy
from alur.world import START
from paraf.alur.states import Cycle, NextAct, Outcome, State, StepState, Verdict
from paraf.views.flow_words import changed_text, next_lines, states_text, verdict_text

POLICY = base_policy()
FIRST = POLICY.papers.naskah[0]


def step(code: str, state: State, sentence: str, pull: int | None = None, role: str | None = None) -> StepState:
    return StepState(step=code, state=state, sentence=sentence, clause="", pull=pull, role=role, since=START)


DONE, WAITS = (stage.kode for stage in FIRST.langkah[:2])
STEPS = (
    step(DONE, State.SELESAI, "Kasubag menyusun.", 3),
    step(WAITS, State.MENUNGGU, "Menunggu Kasubag.", 3, "kasubag"),
)
OPEN = Verdict(
    pull=3,
    outcome=Outcome.MENUNGGU,
    carries=FIRST.id,
    reasons=("Belum diajukan.",),
    next=NextAct(role="kasubag", sentence="Kasubag menulis /ajukan."),
)
OVER = replace(OPEN, pull=2, outcome=Outcome.SELESAI)
CYCLE = Cycle(year=2026, steps=STEPS, verdicts=(OVER, OPEN), closings=(), oddities=("Tinjauan disunting kemudian.",))


def test_every_step_stands_below_its_paper_then_comes_what_is_next() -> None:
    assert states_text(CYCLE, POLICY, "hari ini").splitlines()[:6] == [
        "Alur tahun 2026, keadaan per hari ini",
        "",
        f"{FIRST.nama} (PR #3)",
        f"  {DONE}   selesai                Kasubag menyusun.",
        f"  {WAITS}   menunggu               Menunggu Kasubag.",
        "",
    ]
    assert states_text(CYCLE, POLICY, "hari ini").splitlines()[-5:] == [
        "",
        "Berikutnya:",
        "  PR #3: Kasubag menulis /ajukan.",
        "Kejanggalan:",
        "  Tinjauan disunting kemudian.",
    ]
    assert "Kejanggalan" not in states_text(replace(CYCLE, oddities=()), POLICY, "hari ini")


def test_a_paper_without_a_pull_request_has_no_number() -> None:
    assert POLICY.papers.naskah[1].nama in states_text(CYCLE, POLICY, "x").splitlines()


def test_without_an_open_pull_request_the_first_waiting_step_is_next() -> None:
    assert list(next_lines(replace(CYCLE, verdicts=(OVER,)))) == ["Berikutnya:", f"  {WAITS}: Menunggu Kasubag."]
    done = replace(CYCLE, verdicts=(), steps=STEPS[:1])
    assert list(next_lines(done)) == ["Berikutnya:", "  Tidak ada; semua langkah tahun ini selesai."]


def test_a_verdict_names_its_paper_its_reasons_and_what_is_next() -> None:
    head = f"PR #3 ({FIRST.nama}): menunggu"
    after = "\n  Berikutnya: Kasubag menulis /ajukan."
    assert verdict_text(OPEN, POLICY) == f"{head}\n  Belum diajukan.{after}"
    assert verdict_text(replace(OPEN, reasons=()), POLICY) == f"{head}{after}"
    assert verdict_text(replace(OPEN, reasons=(), carries=None), POLICY) == f"PR #3: menunggu{after}"
    assert verdict_text(replace(OPEN, reasons=(), carries="halaman"), POLICY) == f"PR #3 (halaman): menunggu{after}"


def test_what_changes_is_told_and_nothing_else() -> None:
    after = replace(
        CYCLE,
        steps=(STEPS[0], step(WAITS, State.SELESAI, "Kasubag mengajukan.", 3)),
        verdicts=(
            OVER,
            replace(
                OPEN,
                outcome=Outcome.LULUS,
                reasons=("Semua terpenuhi.",),
                next=NextAct(role="staf", sentence="Satukan."),
            ),
        ),
    )
    assert changed_text(CYCLE, after, POLICY).splitlines() == [
        f"{WAITS} ({FIRST.nama}): menunggu → selesai",
        "  Kasubag mengajukan.",
        "PR #3: menunggu → lulus",
        "  Semua terpenuhi.",
        "",
        "Berikutnya:",
        "  PR #3: Satukan.",
    ]


def test_what_is_new_is_told_as_new() -> None:
    before = Cycle(year=2026, steps=(), verdicts=(), closings=())
    after = replace(CYCLE, steps=(*STEPS, step("X1", State.BELUM, "Belum.")))
    lines = changed_text(before, after, POLICY).splitlines()
    assert f"{DONE} ({FIRST.nama}): belum → selesai" in lines
    assert "X1: belum → belum" in lines
    assert "PR #3: belum ada → menunggu" in lines


def test_an_act_that_changes_nothing_is_told_with_the_reasons() -> None:
    assert changed_text(CYCLE, CYCLE, POLICY).splitlines()[:2] == [
        "Tidak ada yang berubah.",
        "  PR #3: Belum diajukan.",
    ]
