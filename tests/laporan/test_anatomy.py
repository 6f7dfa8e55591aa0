"""A report beside its outline: headings are recognised as people write them, regions end where they must."""

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.anatomy import Region, Slot, regions_of
from paraf.laporan.chapter import Chapter, read_chapter
from paraf.laporan.headings import title_key

CHAPTER = f"{FOLDER}/31-capaian-ss-1.md"


@pytest.mark.parametrize(
    "written",
    [
        "Capaian Kinerja",
        "A. Capaian Kinerja",
        "a) capaian kinerja",
        "1.2 Capaian Kinerja",
        "1.2. Capaian  Kinerja:",
        "3) Capaian Kinerja",
        "III.A. CAPAIAN KINERJA",
        "Bab III.A Capaian Kinerja",
        "A.1 Capaian Kinerja",
        "**A. Capaian Kinerja**",
        "Capaian Kinerja {#capaian}",
    ],
)
def test_a_title_is_recognised_whatever_its_number(written: str) -> None:
    assert title_key(written) == "capaian kinerja"


@pytest.mark.parametrize(
    ("written", "key"),
    [("III", "iii"), ("A.", "a"), ("Viral", "viral"), ("Capaian 2025", "capaian 2025"), ("a b", "a b"), ("", "")],
)
def test_control_what_is_no_number_stays(written: str, key: str) -> None:
    assert title_key(written) == key


def slots(files: dict[str, str]) -> dict[str, Slot]:
    return {slot.label: slot for slot in facts(files).slots}


def chapter(body: str) -> Chapter:
    found, faults = read_chapter("lakip/2025/80-penutup.md", f"---\nid: penutup\njudul: Penutup\n---\n{body}".encode())
    assert found, faults
    return found


def region(body: str) -> Region:
    (found,) = regions_of(chapter(body), ())
    return found


def test_every_chapter_of_the_outline_has_a_slot_and_a_goal_one_of_its_own() -> None:
    found = slots(base_files())
    assert list(found) == [
        "Pengantar",
        "Bab II Perjanjian Kinerja",
        "Capaian sasaran SS-1",
        "Capaian sasaran SS-2",
        "Realisasi Anggaran",
        "Penutup",
    ]
    assert found["Capaian sasaran SS-2"].file == f"{FOLDER}/32-capaian-ss-2.md"
    assert all(slot.chapter and slot.required for slot in found.values())


def test_an_absent_chapter_keeps_its_slot_and_the_file_it_ought_to_be() -> None:
    files = base_files()
    del files[f"{FOLDER}/32-capaian-ss-2.md"], files[f"{FOLDER}/80-penutup.md"]
    found = slots(files)
    assert (found["Penutup"].chapter, found["Penutup"].file) == (None, f"{FOLDER}/80-penutup.md")
    assert found["Capaian sasaran SS-2"].file == f"{FOLDER}/32-capaian-ss-2.md"
    assert (found["Penutup"].regions, found["Penutup"].parts) == ((), {})


def test_a_chapter_that_cannot_be_read_is_not_called_absent() -> None:
    files = base_files()
    files[f"{FOLDER}/32-capaian-ss-2.md"] = "tanpa kepala"
    found = slots(files)
    assert "Capaian sasaran SS-2" not in found
    assert "Capaian sasaran SS-1" in found
    assert "Realisasi Anggaran" in found


def test_without_readable_goals_the_chapters_stand_for_themselves() -> None:
    files = base_files()
    files[f"{FOLDER}/data/kinerja.yml"] = "rusak: ["
    found = [slot for slot in facts(files).slots if slot.plan.per_sasaran == "ya"]
    assert [(slot.aim, slot.file) for slot in found] == [(None, CHAPTER), (None, f"{FOLDER}/32-capaian-ss-2.md")]


def test_without_an_outline_there_are_no_slots() -> None:
    files = base_files()
    del files["sop/sistematika.yml"]
    assert facts(files).slots == ()


def test_a_part_ends_at_the_next_part_or_at_a_heading_of_its_rank() -> None:
    files = base_files()
    files[CHAPTER] = files[CHAPTER].replace("## Standar nasional", "### 2. standar NASIONAL")
    files[CHAPTER] += "\n### Rincian\n\nSatu dua.\n\n## Judul lain\n\nTiga.\n\n## Sebab\n\nEmpat.\n"
    slot = slots(files)["Capaian sasaran SS-1"]
    titles = [region.heading.text if region.heading else None for region in slot.regions]
    assert titles == [
        None,
        "Target dan realisasi",
        "2. standar NASIONAL",
        "Penyebab",
        "Efisiensi",
        "Judul lain",
        "Sebab",
    ]
    assert [block.text for block in slot.parts["analisis-efisiensi"].blocks[-2:]] == ["Rincian", "Satu dua."]
    both = slot.parts["analisis-sebab"]
    assert both.heading
    assert both.heading.text == "Penyebab"
    assert both.blocks[-1].text == "Empat."
    assert [(part.id, found is both) for part, found in slot.about("sebab")] == [("analisis-sebab", True)]
    assert [(part.id, found) for part, found in slot.about("program")] == []


def test_words_are_those_of_prose() -> None:
    body = """
# Judul tidak dihitung

Tiga kata {{ realisasi("IKU-1") }}, lalu – tanda.
{{ tabel_pk() }}
- butir satu

> kutipan juga
> [panduan] Ini tidak dihitung.
> [tahun lalu] Ini juga tidak.

Tabel: Ini keterangan
| a | b |
|---|---|
| c | d |

Sumber: Bidang layanan (2025)

```
kode tidak
```
"""
    assert region(body.split("\n", 2)[2]).words == 5 + 2 + 2


def test_tables_are_those_by_hand_and_by_call_and_guidance_is_seen() -> None:
    found = region('\n{{ tabel_pk() }}\n\n{{ grafik_tren("IKU-1") }}\n\n| a |\n|---|\n')
    assert found.tables == (6, 10)
    assert not found.guided
    assert region("\n> [panduan] Tulis.\n").guided
