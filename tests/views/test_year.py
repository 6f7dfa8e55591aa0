"""Where the year stands: what is written now, what is only a sample, and what the page does not show yet."""

import pytest

from helpers import ROOT, TODAY, load_case, load_files
from paraf.rules.of_sop import RULES
from paraf.sop.repository import Repository
from paraf.views.site import build_site
from paraf.views.year import being_written

REPO = load_case(ROOT)
NOT_YET = "Halaman naskah belum dibuka kantor."


def with_repository() -> Repository:
    texts = {f"sop/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "sop").glob("*.yml")}
    texts["sop/instansi.yml"] = texts["sop/instansi.yml"].replace(
        "repositori:\n", "repositori: https://contoh.invalid/kantor\n"
    )
    return load_files(texts)


def page(repo: Repository, *years: int) -> str:
    return build_site(repo, [], RULES, TODAY, {}, years=years).files["posisi.md"]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), "Belum ada tahun berjalan."),
        ((2025, 2026), "Belum ada tahun berjalan."),
        ((2026, 2027), "Sedang ditulis: LAKIP 2027."),
        ((2027, 2028), "Sedang ditulis: LAKIP 2027 dan LAKIP 2028."),
    ],
)
def test_the_years_that_are_written_are_named_and_samples_are_not(years: tuple[int, ...], said: str) -> None:
    assert being_written(REPO, years) == said
    assert said in page(REPO, *years)
    assert said in build_site(REPO, [], RULES, TODAY, {}, years=years).files["index.md"]


def test_samples_are_named_as_samples() -> None:
    assert "Tahun 2025 dan 2026 hanya **data contoh**, bukan laporan resmi." in page(REPO, 2025, 2026, 2027)
    assert "data contoh" not in page(REPO, 2027)


def test_positions_are_promised_for_when_the_papers_have_pages_not_for_when_a_year_is_opened() -> None:
    for years in ((), (2027,)):
        assert f"{NOT_YET} Posisi setiap naskah tampil di sini sesudah halaman naskahnya dibuka." in page(REPO, *years)
    known = page(with_repository(), 2027)
    assert NOT_YET not in known
    assert "Posisi setiap naskah tampil di sini" in known
