"""What is asked for after the SOP: its page, the link to it, its lines; where it is not written, there is none of these."""

from datetime import date

import pytest
from msgspec.structs import replace

from helpers import ROOT, TODAY, files_of, load_case, load_files
from paraf.alur.states import Cycle
from paraf.sop.forms.beyond import Matter
from paraf.sop.repository import BEYOND, Repository
from paraf.views.beyond import PATH, beyond_lines, beyond_link, beyond_page, beyond_text
from paraf.views.limits import HOLIDAYS
from paraf.views.site import build_site
from views.forge.shown import desk, last, told

REPO = load_case(ROOT)
TEXTS = {name: data.decode() for name, data in files_of(ROOT).items()}
WITHOUT = load_files({name: text for name, text in TEXTS.items() if name != BEYOND})
ALL = (
    "\n".join(f"jalan {number} {paper.id}" for number, paper in enumerate(REPO.papers.value.naskah, 1))
    if REPO.papers
    else ""
)
SATURDAY = "Sabtu, 28 Februari 2026 (akhir pekan; selambatnya Jumat, 27 Februari 2026)"
SUNDAY = "Minggu, 28 Februari 2027 (akhir pekan; selambatnya Jumat, 26 Februari 2027)"


def body(repo: Repository = REPO, years: tuple[int, ...] = (2025, 2026), today: date = TODAY) -> str:
    (page,) = beyond_page(repo, years, today)
    return page.body


def changed(old: str, new: str, name: str = BEYOND) -> Repository:
    assert TEXTS[name].count(old) == 1, old
    return load_files(TEXTS | {name: TEXTS[name].replace(old, new)})


def cycle(story: str) -> Cycle:
    return desk(last(story)).cycle


def test_it_says_first_that_it_is_no_step() -> None:
    assert body().startswith(
        "**Ini bukan langkah SOP.** Hal di bawah ini diminta pihak lain sesudah langkah [B17](b17.md)"
    )


def test_every_matter_stands_there_with_all_it_holds() -> None:
    assert REPO.beyond
    said = body()
    for number, matter in enumerate(REPO.beyond.value.hal, start=1):
        assert f"## {number}. {matter.nama}\n" in said
        assert all(f"<li>{sentence}</li>" in said for sentence in matter.cara)
        assert all(f"</strong> {words}</li>" in said for words in (matter.simpan, matter.dasar))
        assert all(note.isi in said for note in matter.catatan)


def test_what_nobody_has_read_is_said_to_be_uncertain() -> None:
    """The control: what was read is not."""
    said = body()
    assert "<strong>Catatan, belum dipastikan:</strong> Alamatnya esr.menpan.go.id.</li>" in said
    assert said.count("belum dipastikan") == 3
    assert "<strong>Dasar:</strong>" in said
    first = "kabupaten\n    dasar: Aplikasi"
    unsure = body(changed("Bagian Organisasi.\n    keyakinan: terbaca", "B.\n    keyakinan: belum diverifikasi"))
    assert first in TEXTS[BEYOND]
    assert unsure.count("<strong>Dasar, belum dipastikan:</strong>") == 1


@pytest.mark.parametrize(
    ("years", "today", "rows"),
    [
        ((2025, 2026), date(2026, 1, 15), ["LAKIP 2025", SATURDAY, "LAKIP 2026", SUNDAY]),
        ((2025, 2026), date(2026, 2, 28), ["LAKIP 2025", SATURDAY, "LAKIP 2026", SUNDAY]),
        ((2025, 2026), date(2026, 3, 1), ["LAKIP 2026", SUNDAY]),
        ((2024, 2025), date(2030, 1, 1), ["LAKIP 2025", SATURDAY]),
    ],
)
def test_the_last_days_of_the_years_that_are_not_over(years: tuple[int, ...], today: date, rows: list[str]) -> None:
    said = body(years=years, today=today)
    table = said[said.index("## Batas waktu") : said.index("## 1.")]
    assert [one for one in ("LAKIP 2024", "LAKIP 2025", SATURDAY, "LAKIP 2026", SUNDAY) if one in table] == rows
    assert HOLIDAYS in table


def test_before_a_year_is_opened_the_day_is_told_as_the_office_words_it() -> None:
    said = body(years=())
    assert "<li>Unggah LAKIP ke e-SAKIP kabupaten: 28 Februari, tahun sesudah tahun laporannya</li>" in said
    assert "<table" not in said
    assert HOLIDAYS in said


def test_a_deadline_in_words_stays_in_words_and_uncertain() -> None:
    repo = changed(
        "batas_waktu: Unggah LAKIP ke e-SAKIP kabupaten",
        "batas_waktu: Penyampaian LAKIP perangkat daerah kepada bupati",
    )
    assert "akhir Februari, tahun sesudah tahun laporannya (belum dipastikan)</td>" in body(repo)


def test_without_a_deadline_no_holidays_are_spoken_of() -> None:
    repo = changed("    batas_waktu: Unggah LAKIP ke e-SAKIP kabupaten\n", "")
    assert "Batas waktu" not in body(repo)
    assert HOLIDAYS not in body(repo)
    assert HOLIDAYS not in beyond_text(repo, cycle(ALL))


def test_the_page_of_the_step_before_leads_there() -> None:
    links = {code: "".join(beyond_link(REPO, code)) for code in REPO.sop.steps}
    assert [code for code, link in links.items() if f'href="{PATH}"' in link] == [REPO.sop.sections[-1].steps[-1].code]
    moved = changed("sesudah: B17", "sesudah: B12")
    assert [code for code in moved.sop.steps if [*beyond_link(moved, code)]] == ["B12"]
    assert 'href="../di-luar-sop/"' in build_site(moved, [], (), TODAY, {}).files["b12.md"]


def test_an_office_that_has_not_written_it_sees_nothing_of_it() -> None:
    site = build_site(WITHOUT, [], (), TODAY, {}, years=(2025,))
    assert PATH not in site.files
    assert not [path for path, text in site.files.items() if "di-luar-sop" in text and "skema" not in path]
    assert beyond_text(WITHOUT, cycle(ALL)) == ""
    control = build_site(REPO, [], (), TODAY, {}, years=(2025,))
    assert PATH in control.files
    assert PATH in str(control.settings["nav"])


def test_the_lines_come_once_the_step_before_is_done() -> None:
    assert list(beyond_lines(REPO, cycle("jalan 1 nota-dinas"))) == []
    lines = list(beyond_lines(REPO, cycle(ALL)))
    assert lines[0] == "Sesudah B17: di luar SOP (bukan langkah SOP, tidak diperiksa di sini)"
    assert lines[1] == f"Unggah ke e-SAKIP kabupaten; batas waktu: {SATURDAY}"
    assert lines[-1] == HOLIDAYS
    assert beyond_text(REPO, cycle(ALL)) == "\n  ".join(lines) + "\n"


def test_an_uncertain_matter_is_marked_in_its_line() -> None:
    assert REPO.beyond
    value = REPO.beyond.value
    unsure = Matter(nama="Unggah", cara=("x",), simpan="x", dasar="x", keyakinan="belum diverifikasi")
    repo = replace(REPO, beyond=replace(REPO.beyond, value=replace(value, hal=(unsure,))))
    assert list(beyond_lines(repo, cycle(ALL)))[1:] == ["Unggah (belum dipastikan)"]


def test_the_board_ends_with_it() -> None:
    assert "di luar SOP" not in told("jalan 1 nota-dinas").board.body
    end = told(ALL).board.body
    assert end[end.index("\n**Sesudah B17: di luar SOP") :].splitlines()[1:3] == [
        "**Sesudah B17: di luar SOP (bukan langkah SOP, tidak diperiksa di sini)**:",
        f"- Unggah ke e-SAKIP kabupaten; batas waktu: {SATURDAY}",
    ]
    assert end.endswith(f"- {HOLIDAYS}\n")
