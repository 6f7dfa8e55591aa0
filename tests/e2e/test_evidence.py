"""``paraf bukti`` as it is called: a template, filled by the call, never overwritten, and told what it lacks."""

from pathlib import Path

import pytest

from e2e.conftest import Run
from helpers import ROOT
from terbit.years import rewrite_whole_book

FILE = Path("lakip/2026/bukti/b7.yml")
TODAY = ("--hari-ini", "2027-02-10")


def test_a_record_is_written_filled_and_told_what_it_lacks(paraf: Run, repository: Path) -> None:
    first = paraf("bukti", "B.7", "2026", *TODAY, cwd=repository)
    assert first.returncode == 0
    assert first.stdout.startswith(f"ditulis: {FILE}\nBelum sah; yang masih perlu diisi atau dibetulkan:\n  baris 7, ")
    assert "tanggal_edar: nilai ini masih kosong; isi nilainya setelah titik dua" in first.stdout
    assert first.stdout.endswith(f"Sunting {FILE}, lalu jalankan lagi: paraf bukti b.7 2026\n")
    second = paraf("bukti", "b7", "2026", "tanggal_edar=2027-02-08", *TODAY, cwd=repository)
    assert second.stdout.startswith(f"ditulis: {FILE}\n")
    assert "tanggal_edar: 2027-02-08\n" in (repository / FILE).read_text(encoding="utf-8")
    before = (repository / FILE).read_bytes()
    third = paraf("bukti", "b7", "2026", "tanggal_edar=2027-02-09", *TODAY, cwd=repository)
    assert (third.returncode, third.stdout) == (2, "")
    assert third.stderr == f"{FILE} sudah diisi, jadi tidak ditimpa. Sunting berkasnya sendiri.\n"
    assert (repository / FILE).read_bytes() == before
    assert paraf("bukti", "b7", "2026", *TODAY, cwd=repository).returncode == 1


def test_the_records_of_the_sample_are_valid(paraf: Run) -> None:
    done = paraf("bukti", "b7", "2025", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "lakip/2025/bukti/b7.yml sudah sah.\n")


def test_later_evidence_another_edition_and_paper(paraf: Run, repository: Path) -> None:
    year = repository / "lakip" / "2025" / "bukti"
    assert paraf("bukti", "b17", "2025", "--susulan", "2", *TODAY, cwd=repository).returncode == 0
    assert paraf("bukti", "b12", "2025", "--terbitan", "2", *TODAY, cwd=repository).returncode == 0
    assert {"b17-2.yml", "b12-v2.yml"} <= {path.name for path in year.iterdir()}
    papers = repository / "sop" / "naskah.yml"
    text = papers.read_text(encoding="utf-8")
    papers.write_text(text.replace("kertas: {boleh: []", "kertas: {boleh: [sekdin]"), encoding="utf-8")
    done = paraf("bukti", "b10", "2025", "--kertas", "nomor=7", *TODAY, cwd=repository)
    assert done.stdout.startswith("ditulis: lakip/2025/bukti/b10-kertas.yml\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["b5", "2025"], "Langkah 'B5' tidak meminta bukti. Yang meminta: A6, A7, A8, B2, B7, B12, B16, B17."),
        (["b10", "2025", "--kertas"], "Langkah 'B10' tidak dapat disetujui di atas kertas."),
        (["a6", "2031"], "Tahun 2031 belum dibuka: folder lakip/2031/ tidak ada."),
        (["a6", "2026", "nomer=1/2026"], "Kunci 'nomer' tidak ada pada bukti ini. Yang ada: nomor, tanggal,"),
        (["a6", "2026", "nomor"], "'nomor' belum memuat tanda sama dengan."),
        (["b7", "2026", "--susulan", "2"], "Bukti susulan ditulis sesudah bukti/b7.yml ada."),
        (["a6", "2026", "--susulan", "nol"], "'nol' bukan urutan. Tulis angka 1 sampai 99"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_call_that_cannot_be_carried_out(paraf: Run, arguments: list[str], said: str) -> None:
    done = paraf("bukti", *arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


SECRET = {
    "lakip/2025/bukti/a7.yml": ("penerima: Kepala seksi", "penerima: Zamrud kantor satu"),
    "lakip/2025/bukti/a6.yml": ("000.8.6.3/012-CONTOH/406.020/2026", "000.8.6.3/012-ZAMRUD/406.020/2026"),
    "lakip/2025/individu.yml": ("inisial A", "inisial zamrud dua"),
    "lakip/2025/tanggapan.yml": ("mengikuti dokumen pelaksanaan anggaran", "mengikuti zamrud tiga"),
    "lakip/2025/rencana-kerja.yml": ("DATA CONTOH. Rencana", "DATA zamrud empat. Rencana"),
    "lakip/2025/nota-dinas.md": ("Demikian untuk dilaksanakan", "Demikian zamrud lima"),
}
"""What a year holds that is nobody's but the office's, each with a word that stands nowhere else."""


def test_nothing_of_evidence_and_small_papers_reaches_the_site(paraf: Run, repository: Path) -> None:
    for name, (old, new) in SECRET.items():
        text = (repository / name).read_text(encoding="utf-8")
        assert old in text
        (repository / name).write_text(text.replace(old, new), encoding="utf-8")
    (repository / "lakip/2025/bukti/zamrud.pdf").write_bytes(b"%PDF zamrud")
    assert paraf("periksa", "lakip/2025", cwd=repository).returncode == 1  # the scan that no record names
    rewrite_whole_book(repository)  # else the year is not published, and nothing of it could be found
    done = paraf("situs", "--hanya-sumber", cwd=repository)
    assert done.returncode == 0, done.stderr
    staged = [path for path in (repository / "build").rglob("*") if path.is_file()]
    assert len(staged) > 100
    assert [path for path in staged if b"zamrud" in path.read_bytes().lower()] == []
    assert [path for path in staged if "zamrud" in path.name or path.parent.name == "bukti"] == []


def test_control_the_site_holds_what_is_for_everybody(paraf: Run, repository: Path) -> None:
    page = repository / "docs" / "tentang.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nZamrud umum.\n", encoding="utf-8")
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
    staged = [path for path in (repository / "build").rglob("*") if path.is_file()]
    assert [path.name for path in staged if b"Zamrud umum" in path.read_bytes()] == ["tentang.md"]


def test_nothing_of_them_reaches_the_printed_report(paraf: Run, repository: Path) -> None:
    for name, (old, new) in SECRET.items():
        path = repository / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert paraf("cetak", "naskah-baca", "2025", cwd=repository).returncode == 0
    printed = [path for path in (repository / "build").rglob("*") if path.suffix == ".md"]
    assert printed
    assert [path for path in printed if "zamrud" in path.read_text(encoding="utf-8").lower()] == []
