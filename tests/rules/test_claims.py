"""Sentences that call the use of money efficient; purposes, conditions and denials claim nothing."""

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.rules.claims import Claim, claims
from rules.handmade import with_text


def in_goal(text: str, goal: int = 1) -> list[Claim]:
    """The claims of the part about efficiency of a goal, with more text."""
    files = base_files()
    files[f"{FOLDER}/3{goal}-capaian-ss-{goal}.md"] += f"{text}\n"
    seen = facts(files)
    return list(claims(seen.report, seen.slots, seen.expansion))


def elsewhere(text: str) -> list[Claim]:
    """The claims of a chapter about no goal."""
    seen = with_text(text)
    return list(claims(seen.report, seen.slots, seen.expansion))


@pytest.mark.parametrize(
    "text",
    [
        "Anggaran telah digunakan secara efisien.",
        "Penggunaan sumber daya sasaran ini tergolong sangat efisien.",
        "Terjadi efisiensi pada belanja jasa.",
        "Efisiensi anggaran yang diperoleh mencapai 5%.",
        "Sasaran ini efisien.",
    ],
)
def test_claims(text: str) -> None:
    (claim,) = in_goal(text)
    assert [aim.id for aim in claim.aims] == ["SS-1"]
    assert len(elsewhere(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sasaran ini belum dapat disebut efisien.",
        "Belanja ini tidak tergolong efisien.",
        "Anggaran disusun agar kegiatan lebih efisien.",
        "Sasaran dinilai efisien bila capaiannya melampaui serapan.",
        "Bagian ini membahas efisiensi penggunaan sumber daya.",
        'Sasaran ini {{ efisiensi("SS-1") }}.',
        "Dinas bekerja secara efektif dan efisien.",
        "Anggaran terserap seluruhnya.",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert in_goal(text) == []
    assert elsewhere(text) == []


def test_a_number_stands_in_the_paragraph_or_in_what_a_goals_part_says_just_before() -> None:
    assert in_goal("\nSasaran ini efisien.")[0].counted
    assert not in_goal("\nBegini pula tahun lalu.\n\nSasaran ini efisien.")[0].counted
    assert elsewhere("Serapannya 94%.\nSasaran ini efisien.")[0].counted
    assert not elsewhere("Serapannya 94%.\n\nSasaran ini efisien pada tahun 2025.")[0].counted


@pytest.mark.parametrize(
    ("text", "negative", "excess"),
    [
        ("Terjadi efisiensi sebesar -4,5%.", "-4,5%", None),
        ("Terjadi efisiensi sebesar minus 4,5%.", "minus 4,5%", None),
        ('Sasaran ini efisien, selisihnya {{ selisih_efisiensi("SS-1") }}.', "-5,75", None),
        ("Terjadi efisiensi sebesar 235%.", None, "235%"),
        ("Terjadi efisiensi sebesar 100%.", None, None),
        ("Terjadi efisiensi 5–10%.", None, None),
    ],
)
def test_numbers_that_cannot_be(text: str, negative: str | None, excess: str | None) -> None:
    (claim,) = in_goal(text)
    assert (claim.negative, claim.excess) == (negative, excess)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anggaran semua sasaran telah digunakan secara efisien.", ["SS-1", "SS-2"]),
        ("Anggaran SS-2 telah digunakan secara efisien.", ["SS-2"]),
        ("Anggaran Menurunnya gangguan layanan dinilai efisien.", ["SS-2"]),
        ("Anggaran dinas telah digunakan secara efisien.", []),
    ],
)
def test_the_goals_a_sentence_means(text: str, expected: list[str]) -> None:
    (claim,) = elsewhere(text)
    assert [aim.id for aim in claim.aims] == expected


def test_without_an_agreement_no_goal_is_meant() -> None:
    seen = with_text("Anggaran SS-2 telah digunakan secara efisien.", kinerja=[("skema: 1", "skema: x")])
    assert [claim.aims for claim in claims(seen.report, seen.slots, seen.expansion)] == [()]


def test_a_goal_without_its_part_claims_nothing() -> None:
    files = base_files()
    name = f"{FOLDER}/31-capaian-ss-1.md"
    files[name] = files[name].replace("## Efisiensi", "### Lainnya") + "Sasaran ini efisien.\n"
    seen = facts(files)
    assert list(claims(seen.report, seen.slots, seen.expansion)) == []
