"""The approved report before it is printed: nothing of the draft is in it, and the sheet says what was approved by whom."""

import json
from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from alur.world import WIB
from laporan.case import YEAR, base_files, facts
from paraf.laporan.binding import digest
from paraf.views.approval import Approval, Pengesahan
from paraf.views.book_words import Clock
from paraf.views.final import emblem, final, sheet
from paraf.views.reading import Reading

CLOCK = Clock(WIB, "WIB")
SECOND = Approval(
    step="C3",
    role="kepala",
    office="Kepala Dinas",
    standing="definitif",
    name="Kepala Contoh",
    at=datetime(2026, 2, 23, 9, 30, tzinfo=WIB),
    pull=6,
    review=17,
)
FIRST = replace(
    SECOND, step="C2", role="sekretaris", office="Sekretaris", name="Sekretaris Contoh", at=SECOND.at.replace(day=20)
)
FOUND = Pengesahan(
    year=YEAR, edition=1, paper="Draf akhir", pull=6, approvals=(FIRST, SECOND), content="ab12" * 16, text=None
)


def made(files: dict[str, str] | None = None, found: Pengesahan = FOUND) -> Reading:
    one = facts(files or base_files())
    return final(one.repo, one.expansion, found, CLOCK)


def said(found: Pengesahan = FOUND) -> Any:
    return json.loads(made(found=found).words["lembar"])


def test_the_sheet_names_the_approvals_in_the_order_of_the_steps() -> None:
    assert said()["persetujuan"] == [
        {
            "langkah": "C2",
            "jabatan": "Sekretaris",
            "nama": "Sekretaris Contoh",
            "waktu": "20 Februari 2026 pukul 09.30 WIB",
            "tinjauan": "PR #6, tinjauan 17",
            "catatan": "",
        },
        {
            "langkah": "C3",
            "jabatan": "Kepala Dinas",
            "nama": "Kepala Contoh",
            "waktu": "23 Februari 2026 pukul 09.30 WIB",
            "tinjauan": "PR #6, tinjauan 17",
            "catatan": "",
        },
    ]
    assert said()["penanda"] == {"jabatan": "Kepala Dinas", "nama": "Kepala Contoh"}
    assert (said()["tanggal"], said()["tahun_disetujui"]) == ("23 Februari 2026", "2026")


def test_the_digests_stand_in_groups_of_four() -> None:
    assert said()["isi"] == ["ab12"] * 16
    assert "".join(said()["bunyi"]) == digest(made().text)
    assert {len(group) for group in said()["bunyi"]} == {4}


def test_what_a_git_approval_is_not_is_said() -> None:
    assert "bukan tanda tangan menurut hukum" in said()["intern"]
    assert "menunggu tanda tangan" in said()["kotak"]
    assert said()["kalimat"].startswith("Laporan Kinerja Instansi Pemerintah Tahun 2025 disetujui menurut langkah SOP")


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({"standing": "plt"}, {"jabatan": "Plt Kepala Dinas"}),
        ({"confirmed": "Kasubag"}, {"catatan": "disetujui di atas kertas, ditegaskan Kasubag"}),
        ({"also": ("C1", "C2")}, {"catatan": "rangkap: menyetujui langkah C1 dan C2 juga"}),
        (
            {"confirmed": "Kasubag", "also": ("C2",)},
            {"catatan": "disetujui di atas kertas, ditegaskan Kasubag; rangkap: menyetujui langkah C2 juga"},
        ),
        ({"review": None}, {"tinjauan": "PR #6"}),
    ],
    ids=["acting", "on paper", "twice", "both", "without a number"],
)
def test_what_an_approval_was(changes: dict[str, Any], row: dict[str, str]) -> None:
    found = replace(FOUND, approvals=(FIRST, replace(SECOND, **changes)))
    assert row.items() <= said(found)["persetujuan"][-1].items()


def test_the_next_edition_says_so() -> None:
    second = replace(FOUND, edition=2)
    assert made(found=second).words["terbitan"] == "Terbitan 2"
    assert "Tahun 2025, terbitan 2, disetujui" in said(second)["kalimat"]
    assert made().words["terbitan"] == ""


def test_the_time_is_the_offices_own() -> None:
    utc = replace(FOUND, approvals=(replace(SECOND, at=datetime.fromisoformat("2026-02-22T23:30:00+00:00")),))
    assert said(utc)["tanggal"] == "23 Februari 2026"
    assert said(utc)["persetujuan"][0]["waktu"] == "23 Februari 2026 pukul 06.30 WIB"


def test_the_cover() -> None:
    words = made().words
    assert (words["nama-laporan"], words["tahun"]) == ("Laporan Kinerja Instansi Pemerintah", "2025")
    assert words["contoh"] == words["luput"] == ""
    assert (emblem(None), emblem("lambang-daerah.png")) == ("", "lambang.png")
    files = base_files()
    del files[f"lakip/{YEAR}/laporan.yml"]
    assert made(files).words["nama-laporan"] == "Laporan"


def test_a_sample_wears_its_banner() -> None:
    files = base_files()
    files["sop/instansi.yml"] += 'tahun_contoh: ["2025"]\n'
    assert made(files).words["contoh"] == "DATA CONTOH – bukan laporan resmi"


def test_nothing_of_it_is_marked_as_changed_and_letters_have_no_rim() -> None:
    files = base_files()
    files[f"lakip/{YEAR}/80-penutup.md"] += '\n{{ grafik_tren("IKU-1") }}\n'
    found = made(files)
    assert ".ubah" not in found.source
    assert found.pictures
    assert all("<text" in svg and "paint-order" not in svg for svg in found.pictures.values())


def test_later_days_make_the_same_sheet() -> None:
    """Of the approvals only; who signed and what was printed came later."""
    assert sheet(FOUND, "0" * 64, "Laporan", CLOCK) == sheet(replace(FOUND, text="1" * 64), "0" * 64, "Laporan", CLOCK)
