"""The pages of published reports as a whole: what there is, where every link leads, what is left out."""

import json
import posixpath
import re

import pytest

from paraf.errors import DataError
from paraf.views.html import text
from paraf.views.page import Page, address, claim
from paraf.views.terbit.own_markdown import OPEN
from paraf.views.terbit.published import PublishedPages
from paraf.views.words import SAMPLE
from views.terbit.editions import (
    closing_annex,
    first,
    later,
    pages,
    sample,
    shown,
    with_files,
    withdrawing,
    year_of,
)

LIST = first().source.files["lampiran/daftar.yml"].decode()
ROW = "tahun: 2025, versi: {}, tanggal: 2026-06-01, alasan: Tabel 3 <b>salah</b> ketik."


def bodies(page: Page) -> str:
    return page.body + page.quoted + page.foot


def dead(found: PublishedPages) -> list[str]:
    """Every address of a page that leads to nothing: as a browser follows it, whatever letters are written by number."""
    there = {address(page.path) for page in found.pages} | {*found.files, *found.pictures}
    wrong = []
    for page in found.pages:
        here = address(page.path)
        for raw in re.findall(r'(?:href|src)="([^"]*)"', page.markdown()):
            target = re.sub(r"&#(\d+);", lambda one: chr(int(one[1])), raw)
            target = target.partition("#")[0]
            if not target or target.startswith(("https:", "mailto:")):
                continue
            goal = posixpath.normpath(posixpath.join(here, target))
            goal = f"{goal}/" if target.endswith("/") or target in (".", "..") else goal
            outside = not goal.startswith("lakip/") and not goal.startswith("../")
            if goal not in there and not outside:
                wrong.append(f"{page.path}: {target}")
    return wrong


def test_the_pages_of_a_version_and_its_year() -> None:
    found = pages(sample())
    assert {"lakip/2025/index.md", "lakip/2025/riwayat.md"} <= found.keys()
    below = {path.removeprefix("lakip/2025/v1/") for path in found if path.startswith("lakip/2025/v1/")}
    assert {
        "index.md",
        "10-pendahuluan.md",
        "lampiran/indikator-kinerja-utama.md",
        "grafik.md",
        "pengesahan.md",
    } <= below
    assert "perubahan.md" not in below
    assert {
        "lakip/2025/v1/data/data-contoh-capaian.csv",
        "lakip/2025/v1/grafik/tren-iku-1.svg",
    } <= sample().files.keys()


def test_every_link_of_every_page_leads_somewhere() -> None:
    assert dead(sample()) == []
    assert dead(shown(first(), later(2), year_of(2024))) == []


def test_control_a_dead_link_would_be_noticed() -> None:
    lost = PublishedPages(pages=tuple(page for page in sample().pages if not page.path.endswith("grafik.md")))
    assert len(dead(lost)) > 5


def test_no_two_pages_take_one_place() -> None:
    found = [claim(page.path) for page in shown(first(), later(2)).pages]
    assert len(set(found)) == len(found)


def test_a_sample_says_so_first_on_every_page_and_a_report_of_the_office_never() -> None:
    for page in sample().pages:
        assert bodies(page).startswith(('<p class="pita-contoh"', '<p class="maklumat">')), page.path
        assert SAMPLE in bodies(page)[:120], page.path
    own = with_files({}, sample=False)
    assert not any(SAMPLE in bodies(page) for page in shown(own).pages)


def test_what_was_approved_stands_in_its_box_and_nothing_else_does() -> None:
    found = pages(sample())
    page = found["lakip/2025/v1/31-pemerintahan-digital.md"]
    assert page.quoted.startswith(f'<div class="naskah">{OPEN}')
    said = sample().approved.get(page.path, "")
    assert "Sasaran ini diukur dengan Indeks SPBE" in said
    assert "Sasaran ini diukur dengan Indeks SPBE" in page.quoted
    assert "Sasaran ini diukur dengan Indeks SPBE" not in page.body + page.foot
    assert found["lakip/2025/v1/pengesahan.md"].quoted == ""


def test_a_long_part_has_contents_of_its_own_and_a_short_one_has_none() -> None:
    found = pages(sample())
    assert "Di bagian ini" in found["lakip/2025/v1/31-pemerintahan-digital.md"].body
    assert "Di bagian ini" not in found["lakip/2025/v1/01-kata-pengantar.md"].body


def test_the_search_has_the_entrance_of_what_is_read_and_it_names_every_heading() -> None:
    found = pages(shown(first(), later(2)))
    searched = {path for path, page in found.items() if page.searchable and path.startswith("lakip/")}
    assert searched == {"lakip/2025/index.md"}
    begin = found["lakip/2025/index.md"].body
    assert "Efisiensi penggunaan sumber daya" in begin
    assert 'href="v2/31-pemerintahan-digital/#bagian-6"' in begin
    assert 'id="bagian-6"' in found["lakip/2025/v2/31-pemerintahan-digital.md"].quoted


def test_parts_lead_to_the_next_and_back() -> None:
    found = pages(sample())
    first_part, last = (
        found["lakip/2025/v1/01-kata-pengantar.md"],
        found["lakip/2025/v1/lampiran/uji-terima-internet-desa.md"],
    )
    assert "Sebelumnya" not in first_part.foot
    assert "Berikutnya" in first_part.foot
    assert "Sebelumnya" in last.foot
    assert "Berikutnya" not in last.foot


def test_a_later_version_replaces_and_the_earlier_one_stays_with_a_notice() -> None:
    found = pages(shown(first(), later(2)))
    old, new = found["lakip/2025/v1/10-pendahuluan.md"], found["lakip/2025/v2/10-pendahuluan.md"]
    assert "Versi 2 menggantikan versi ini sejak 26 April 2026." in old.body
    assert "menggantikan" not in new.body
    assert old.quoted == new.quoted
    assert "versi 2, disetujui" in found["lakip/2025/index.md"].body.lower()
    assert "lakip/2025/v2/perubahan.md" in found
    assert "lakip/2025/v1/perubahan.md" not in found


def test_of_a_withdrawn_version_only_the_notice_is_left() -> None:
    made = shown(first(), later(2), repo=withdrawing(ROW.format(2)))
    found = pages(made)
    assert [path for path in found if "/v2/" in path] == ["lakip/2025/v2/index.md"]
    assert not [path for path in (*made.files, *made.pictures) if "/v2/" in path]
    notice = found["lakip/2025/v2/index.md"]
    assert "Versi 2 ditarik pada 1 Juni 2026. Alasannya: Tabel 3 &lt;b&gt;salah&lt;/b&gt; ketik." in notice.body
    assert "Baca versi 1" in notice.body
    assert "Versi 1, disetujui" in found["lakip/2025/index.md"].body
    assert "menggantikan" not in found["lakip/2025/v1/10-pendahuluan.md"].body
    assert dead(made) == []


def test_a_year_of_which_everything_was_withdrawn_says_so_at_its_entrance() -> None:
    made = shown(first(), repo=withdrawing(ROW.format(1)))
    found = pages(made)
    assert [path for path in found if path.startswith("lakip/")] == ["lakip/2025/index.md", "lakip/2025/v1/index.md"]
    assert "Versi 1 ditarik pada" in found["lakip/2025/index.md"].body
    assert "Baca versi" not in found["lakip/2025/index.md"].body
    assert made.front == ()
    assert "ditarik pada" in made.years
    assert dead(made) == []


def test_who_is_sent_elsewhere_from_a_withdrawn_version() -> None:
    row = f"{ROW.format(1)}, pengganti: 3"
    found = pages(shown(first(), later(2), later(3), repo=withdrawing(row)))
    assert "Baca versi 3" in found["lakip/2025/v1/index.md"].body


def test_the_builds_for_the_ppid() -> None:
    repo = closing_annex("iku")
    made = shown(first(), repo=repo, ppid=True)
    page = pages(made)["lakip/2025/v1/lampiran/indikator-kinerja-utama.md"]
    assert page.quoted == ""
    assert "Mintalah kepada PPID" in page.body
    assert "PDF laporan ini memuat bagian yang tidak diterbitkan di sini" in pages(made)["lakip/2025/index.md"].body
    assert made.approved.get(page.path, "") == ""
    assert shown(first(), repo=repo).approved.get(page.path, "")
    assert "Mintalah" not in "".join(map(bodies, shown(first(), repo=repo).pages))


def test_a_mistyped_annex_closes_nothing_so_nothing_is_built() -> None:
    with pytest.raises(DataError) as caught:
        shown(first(), repo=closing_annex("ikuu"), ppid=True)
    (fault,) = caught.value.faults
    assert "ikuu" in fault.message
    assert fault.place.file == "sop/instansi.yml"
    assert shown(first(), repo=closing_annex("ikuu")).pages


def test_hostile_titles_are_words() -> None:
    evil = '"><script>alert(1)</script>'
    identity = (
        first()
        .source.files["laporan.yml"]
        .decode()
        .replace("Laporan Akuntabilitas Kinerja Instansi Pemerintah", f"'{evil}'")
    )
    chapter = first().source.files["10-pendahuluan.md"].decode().replace("judul: Pendahuluan", f"judul: '{evil}'")
    annexes = LIST.replace("judul: Indikator Kinerja Utama", f"judul: '{evil}'")
    made = shown(
        with_files(
            {
                "laporan.yml": identity.encode(),
                "10-pendahuluan.md": chapter.encode(),
                "lampiran/daftar.yml": annexes.encode(),
            }
        )
    )
    for page in made.pages:
        assert "<script" not in page.markdown(), page.path
    assert text(evil) in pages(made)["lakip/2025/v1/grafik.md"].body
    assert dead(made) == []


def test_a_chapter_may_be_called_like_another_page() -> None:
    files = first().source.files
    named = {
        "90-grafik.md": files["10-pendahuluan.md"].replace(b"id: pendahuluan", b"id: grafik"),
        "91-pengesahan.md": files["10-pendahuluan.md"].replace(b"id: pendahuluan", b"id: pengesahan"),
    }
    made = shown(with_files(named))
    assert {"lakip/2025/v1/grafik.md", "lakip/2025/v1/90-grafik.md"} <= pages(made).keys()
    assert len({claim(page.path) for page in made.pages}) == len(made.pages)
    assert dead(made) == []


def test_nothing_of_the_year_but_the_report_is_there() -> None:
    """Letters, evidence, individual reports and the answers to remarks stay where they are."""
    marks = {
        name: f"Kenari-{at} tidak boleh terbit."
        for at, name in enumerate(
            (
                "nota-dinas.md",
                "surat-pengantar.md",
                "tanggapan.yml",
                "individu.yml",
                "rencana-kerja.yml",
                "bukti/b7.yml",
            ),
            start=1,
        )
    }
    files = {name: first().source.files[name] + f"\n# {mark}\n".encode() for name, mark in marks.items()}
    made = shown(with_files(files))
    told = "".join([*(page.markdown() for page in made.pages), *made.files.values()])
    assert not [mark for mark in marks.values() if mark.split()[0] in told]
    inside = first().source.files["10-pendahuluan.md"] + b"\nKenari-9 boleh terbit.\n"
    assert "Kenari-9" in "".join(page.markdown() for page in shown(with_files({"10-pendahuluan.md": inside})).pages)


def test_names_of_people_stand_only_with_approvals() -> None:
    found = pages(sample())
    course, sheet = found["lakip/2025/riwayat.md"].body, found["lakip/2025/v1/pengesahan.md"].body
    assert "Kadin (contoh)" in course
    assert "Sekdin (contoh)" in sheet
    told = "".join(page.markdown() for page in found.values())
    assert [name for name in ("Staf (contoh)", "Kasubag KPP (contoh)", "Tim (contoh)") if name in told] == []
    assert "Kadin (contoh)" not in json.dumps(json.loads(sample().files["api/lakip.json"]))
