"""Every case of ``tests/cases/alur``: what the flow says at each of its checkpoints; and what holds for any answer."""

import re
from pathlib import Path

import pytest

from alur.claims import Claims, names_of
from alur.story import FOLDER, Case, Checkpoint, Reader, case_files, read_case
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.states import Cycle, Outcome, State

NAMES = [path.relative_to(FOLDER).as_posix() for path in case_files()]
DONE = {Outcome.LULUS, Outcome.SELESAI, Outcome.DITUTUP}


def sound(checkpoint: Checkpoint, cycle: Cycle) -> list[str]:
    """What any answer must be: whole, in order, and with a next act for somebody."""
    faults = []
    if [step.step for step in cycle.steps] != list(checkpoint.policy.sop.steps):
        faults.append("langkah tidak lengkap atau tidak urut")
    if [verdict.pull for verdict in cycle.verdicts] != sorted(pull.number for pull in checkpoint.facts.pulls):
        faults.append("tidak setiap PR mendapat satu putusan")
    faults += [f"{step.step} tanpa kalimat" for step in cycle.steps if not step.sentence.strip()]
    faults += [
        f"{step.step} selesai tanpa bukti" for step in cycle.steps if step.state is State.SELESAI and not step.deeds
    ]
    for verdict in cycle.verdicts:
        if not verdict.next.sentence.strip():
            faults.append(f"PR {verdict.pull} tanpa tindakan berikutnya")
        if not verdict.reasons and verdict.outcome not in DONE:
            faults.append(f"PR {verdict.pull} tanpa alasan")
    return faults


def differences(case: Case) -> list[str]:
    """Where the answers differ from the claims of a case."""
    found = []
    for checkpoint in case.checkpoints:
        cycle = evaluate_cycle(checkpoint.policy, checkpoint.facts, checkpoint.now)
        claims = Claims(checkpoint.policy, names_of(checkpoint.policy), cycle)
        found += [f"{checkpoint.questions[0].where}: {fault}" for fault in sound(checkpoint, cycle)]
        for question in checkpoint.questions:
            if (why := claims.differ(question)) is not None:
                found.append(f"{question.where}: ? {question.text}\n    {why}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_out_as_it_claims(name: str) -> None:
    assert not differences(read_case(FOLDER / name))


def test_there_are_enough_cases() -> None:
    """At least 130, of which at least 30 tell of something that passes."""
    texts = [Path(FOLDER / name).read_text(encoding="utf-8") for name in NAMES]
    passing = [text for text in texts if re.search(r"^\? \d+ (lulus|selesai)$", text, re.MULTILINE)]
    assert len(texts) >= 130
    assert len(passing) >= 30


@pytest.mark.parametrize(
    "claim",
    [
        "1 lulus",
        "1 bukan menunggu",
        "1 lanjut kadin",
        "1 kalimat mustahil",
        "1 tanpa kalimat Sekdin",
        "1 membawa rencana-kerja",
        "1 membawa lain",
        "A3 selesai",
        "A1..A2 bukan selesai",
        "salah satu A3..A5 selesai",
        "A3 giliran kadin",
        "A3 kalimat mustahil",
        "A2 oleh staf",
        "A2 kertas oleh kasubag",
        "naskah nota-dinas selesai",
        "kejanggalan apa pun",
    ],
)
def test_control_a_false_claim_is_noticed(claim: str) -> None:
    (told,) = differences(Reader("uji.txt").read(f"# uji\njalan 1 nota-dinas sampai A2\n? {claim}"))
    assert told.startswith(f"uji.txt:3: ? {claim}")


def test_control_an_unknown_question_is_loud() -> None:
    with pytest.raises(ValueError, match="pertanyaan tidak dikenal"):
        differences(Reader("uji.txt").read("# uji\njalan 1 nota-dinas sampai A2\n? 1 LULUS"))
