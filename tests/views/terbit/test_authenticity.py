"""The page that tells whether a file is the approved one: the whole list stands in it, in words that say what was approved."""

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace

from alur.world import WIB
from helpers import ROOT
from htmltext import parse
from paraf.door.decode import load
from paraf.laporan.binding import grouped
from paraf.laporan.records.names import EvidenceName
from paraf.sop.forms.withdrawals import WithdrawalsFile
from paraf.terbit.edition import Edition, Published
from paraf.views.book_words import Clock
from paraf.views.page import Page
from paraf.views.terbit.authenticity import SCRIPT, keaslian_page
from paraf.views.terbit.published import published_site
from terbit.filed import PDF, SIGNED, edition, naming, with_files
from terbit.years import REPO

CLOCK = Clock(WIB, "WIB")
NOTHING_FILED = "Belum ada berkas PDF yang sidiknya tercatat"


def page(*editions: Edition) -> Page:
    found = keaslian_page(REPO, Published(editions), CLOCK)
    assert found
    return found


def rows(shown: Page) -> list[list[str]]:
    """The cells of the list, as somebody reads them."""
    (table,) = parse(shown.body).all("table", class_="daftar-sidik")
    return [[cell.text().strip() for cell in row.all("th", "td")] for row in table.all("tr")[1:]]


def test_without_anything_published_there_is_no_page() -> None:
    assert keaslian_page(REPO, Published(), CLOCK) is None


def test_the_list_says_what_was_approved_by_whom_and_when() -> None:
    one = with_files(naming(PDF, "b12-lakip.pdf"))
    filed, content, text, book = rows(page(one))
    assert filed[0] == "berkas b12-lakip.pdf dari LAKIP 2025 versi 1 (DATA CONTOH)"
    assert filed[1].startswith("Disetujui ")
    assert filed[1].endswith(" 23 Februari 2026 pukul 09.30 WIB. Ini versi terakhir.")
    assert content[0] == "isi LAKIP 2025 versi 1 (DATA CONTOH), seperti tercetak di lembar pengesahan"
    assert content[2] == grouped(one.closing.content)
    assert text[0] == "teks LAKIP 2025 versi 1 (DATA CONTOH) yang dibaca pemberi persetujuan"
    assert book[0] == "buku kendali LAKIP 2025 versi 1 (DATA CONTOH), baris terakhir"
    assert NOTHING_FILED not in page(one).body


def test_a_sample_wears_its_banner_and_a_report_of_the_office_does_not() -> None:
    assert "DATA CONTOH – bukan laporan resmi" in page(edition()).body
    assert "DATA CONTOH" not in page(replace(edition(), sample=False)).body


def test_what_cannot_be_recognised_yet_is_said() -> None:
    assert NOTHING_FILED in page(edition()).body


def test_a_document_filed_later_is_not_called_approved() -> None:
    changed = naming(SIGNED, "b12-2-ttd.pdf", EvidenceName("B12", number=2))
    told = rows(page(with_files(changed)))[0][1]
    assert told == ("Dicatat sesudah terbit sebagai bukti susulan; tidak terikat di buku kendali. Ini versi terakhir.")


def test_an_earlier_edition_says_that_there_is_a_later_one() -> None:
    again = replace(edition(), number=2)
    told = [row[1].rpartition(". ")[2] for row in rows(page(edition(), again))]
    assert told == ["Ini versi terakhir."] * 3 + ["Sudah ada versi yang lebih baru."] * 2


def test_a_withdrawn_edition_says_so() -> None:
    row = b"skema: 1\npenarikan:\n  - {tahun: 2025, versi: 1, tanggal: 2026-04-01, alasan: Tabel 3 keliru.}\n"
    source, faults = load(WithdrawalsFile, "sop/penarikan.yml", row)
    assert faults == []
    found = keaslian_page(replace(REPO, withdrawals=source), Published((edition(),)), CLOCK)
    assert found
    assert all(row[1].endswith(" Versi ini ditarik 1 April 2026: Tabel 3 keliru.") for row in rows(found))


def test_a_report_without_an_identity_has_a_plain_name() -> None:
    one = edition()
    bare = replace(one, source=replace(one.source, report=replace(one.source.report, identity=None)))
    assert rows(page(bare))[0][0].startswith("isi Laporan 2025 versi 1")


def test_an_approval_on_paper_is_called_one() -> None:
    one = edition()
    kept = one.policy.papers.kertas
    assert kept
    policy = replace(one.policy, papers=replace(one.policy.papers, kertas=replace(kept, boleh=("kadin",))))
    deeds = tuple(
        (
            step,
            tuple(replace(deed, on_paper=(deed.kind, deed.role) == ("setujui", "kadin")) for deed in done),
        )
        for step, done in one.closing.deeds
    )
    signed = replace(one, policy=policy, closing=replace(one.closing, deeds=deeds))
    assert "WIB, ditandatangani di atas kertas. Ini versi terakhir." in rows(page(signed))[0][1]


def test_a_record_without_approvals_tells_when_it_was_done() -> None:
    one = edition()
    later = one.closing.at + timedelta(days=1)
    bare = replace(one, closing=replace(one.closing, deeds=(), at=later))
    assert rows(page(bare))[0][1] == "Selesai 26 Februari 2026 pukul 09.45 WIB. Ini versi terakhir."


def test_the_page_works_without_a_script_and_asks_nobody_with_one() -> None:
    """What needs the script is hidden until it runs; ways by hand are always there; nothing leads elsewhere."""
    shown = page(edition())
    tree = parse(shown.body)
    assert ["hidden" in node.attributes for node in tree.all("div", class_="keaslian")] == [True]
    assert "certutil -hashfile LAKIP.pdf SHA256" in shown.body
    assert "shasum -a 256 LAKIP.pdf" in shown.body
    assert "sha256sum LAKIP.pdf" in shown.body
    assert not re.search(r"\son\w+=|<script", shown.body)
    assert "http" not in shown.body
    assert f'skrip: "{SCRIPT}"' in shown.markdown()


ASKING = (
    "fetch(",
    "XMLHttpRequest",
    "eval(",
    "innerHTML",
    "import(",
    "sendBeacon",
    "http:",
    "https:",
    "WebSocket",
    "src",
)


@pytest.mark.parametrize("word", ASKING)
def test_the_script_takes_nothing_from_anywhere(word: str) -> None:
    assert word not in (ROOT / "scripts" / "tema" / "aset" / f"{SCRIPT}.js").read_text(encoding="utf-8")


def test_no_other_page_loads_a_script() -> None:
    pages = published_site(REPO, Published((edition(),)), CLOCK).pages
    assert [one.path for one in pages if one.script] == ["keaslian.md"]


def test_no_sentence_of_evidence_comes_along_and_no_package_lies_on_the_site() -> None:
    """The record names where the paper lies; the page names the file and its digest alone."""
    one = with_files(naming(PDF, "b12-lakip.pdf"))
    made = published_site(REPO, Published((one,)), CLOCK)
    keaslian = next(shown.body for shown in made.pages if shown.script)
    assert "Lemari arsip" in one.source.files["bukti/b12.yml"].decode(), "control"
    assert "Lemari arsip" not in keaslian
    assert not [
        name for name in (*made.files, *made.pictures) if "periksa" in name or name.endswith((".zip", ".jsonl"))
    ]
