"""Which pages an edition has, where they lie for good, and what of its files they may show."""

import hashlib

import pytest
from msgspec.structs import replace

from paraf.laporan.binding import expanded_text
from paraf.views.terbit.parts import ASKED, approved_text, parts_of
from views.terbit.editions import REPO, closing_annex, first, with_files

PNG = b"\x89PNG lambang"
LIST = first().source.files["lampiran/daftar.yml"].decode()
CHAPTER = "31-pemerintahan-digital.md"


def chapter(more: str) -> dict[str, bytes]:
    return {CHAPTER: first().source.files[CHAPTER] + more.encode()}


def test_chapters_keep_their_names_and_annexes_lie_in_their_folder() -> None:
    paths = [part.path for part in parts_of(first(), REPO).parts]
    assert paths[0] == "lakip/2025/v1/01-kata-pengantar.md"
    assert f"lakip/2025/v1/{CHAPTER}" in paths
    assert paths[-5:] == [
        f"lakip/2025/v1/lampiran/{name}.md"
        for name in (
            *("perjanjian-kinerja-murni", "perjanjian-kinerja-perubahan", "indikator-kinerja-utama"),
            *("pernyataan-reviu", "uji-terima-internet-desa"),
        )
    ]


def test_together_the_pages_show_exactly_what_was_approved() -> None:
    """Every line that the approved text has besides headings stands on one page, in the same order."""
    assert REPO.outline
    whole = expanded_text(first().expansion, REPO.outline.value)
    assert hashlib.sha256(whole.encode()).hexdigest() == first().closing.expanded
    lines = [line for line in whole.split("\n") if line and not line.startswith("#")]
    parts = parts_of(first(), REPO)
    shown = [line for part in parts.parts for line in approved_text(parts, part.path).split("\n")]
    assert [line for line in shown if line and not line.startswith("#")] == lines
    assert [part.heading for part in parts.parts] == [
        line.lstrip("# ") for line in whole.split("\n") if line.lstrip("# ") in {part.heading for part in parts.parts}
    ]


def test_a_page_without_approved_words_has_none() -> None:
    parts = parts_of(first(), REPO)
    assert approved_text(parts, "lakip/2025/v1/pengesahan.md") == ""


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("20-perencanaan-kinerja.md", "../20-perencanaan-kinerja/"),
        ("20-perencanaan-kinerja.md#pasal", "../20-perencanaan-kinerja/"),
        ("lampiran/indikator-kinerja-utama.md", "../lampiran/indikator-kinerja-utama/"),
        ("grafik/tren-iku-1.svg", "../grafik/tren-iku-1.svg"),
        ("#judul", None),
        ("data/kinerja.yml", None),
        ("nota-dinas.md", None),
        ("../2024/10-x.md", None),
    ],
)
def test_addresses_of_a_chapter(target: str, address: str | None) -> None:
    parts = parts_of(first(), REPO)
    assert parts.address(parts.by_path[f"lakip/2025/v1/{CHAPTER}"], target) == address


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("perjanjian-kinerja-murni.md", "../../lampiran/perjanjian-kinerja-murni/"),
        ("../31-pemerintahan-digital.md", "../../31-pemerintahan-digital/"),
        ("lampiran/perjanjian-kinerja-murni.md", "../../lampiran/perjanjian-kinerja-murni/"),
    ],
)
def test_addresses_of_an_annex(target: str, address: str) -> None:
    parts = parts_of(first(), REPO)
    assert parts.address(parts.by_path["lakip/2025/v1/lampiran/indikator-kinerja-utama.md"], target) == address


def test_photos_are_shown_only_where_they_were_approved_and_are_used() -> None:
    text = "\n\n![denah](lampiran/denah%20satu.png)\n\n![liar](gambar/liar.png)\n\n![naskah](lampiran/x.svg)\n"
    files = {**chapter(text), "lampiran/denah satu.png": PNG, "gambar/liar.png": PNG, "lampiran/lain.png": PNG}
    parts = parts_of(with_files({**files, "lampiran/x.svg": PNG}), REPO)
    assert parts.photos == {"lampiran/denah satu.png": PNG}
    part = parts.by_path[f"lakip/2025/v1/{CHAPTER}"]
    assert parts.address(part, "lampiran/denah satu.png") == "../lampiran/denah satu.png"
    assert parts.address(part, "gambar/liar.png") is None


def test_two_annexes_of_one_name_and_one_named_like_a_folder() -> None:
    more = "  - {id: iku, judul: A, tahun: 2025, berkas: iku.png}\n  - {id: index, judul: B, tahun: 2025, arsip: Map dua}\n"
    parts = parts_of(with_files({"lampiran/daftar.yml": (LIST + more).encode(), "lampiran/iku.png": PNG}), REPO)
    assert [part.path.rpartition("/")[2] for part in parts.parts[-2:]] == ["iku.md", "index-2.md"]
    twice = more.replace("iku.png", "indikator-kinerja-utama.md")
    parts = parts_of(with_files({"lampiran/daftar.yml": (LIST + twice).encode()}), REPO)
    assert parts.parts[-2].path.endswith("indikator-kinerja-utama-2.md")


def test_a_report_without_annexes() -> None:
    edition = first()
    report = replace(edition.source.report, annexes=None)
    context = replace(edition.expansion.context, report=report)
    bare = replace(
        edition, source=replace(edition.source, report=report), expansion=replace(edition.expansion, context=context)
    )
    assert not [part for part in parts_of(bare, REPO).parts if part.annex]


def test_an_annex_that_is_kept_back_shows_nothing() -> None:
    more = "  - {id: denah, judul: Denah, tahun: 2025, berkas: denah.png}\n"
    files = {"lampiran/daftar.yml": (LIST + more).encode(), "lampiran/denah.png": PNG}
    edition = with_files({**files, **chapter("\n\n![denah](lampiran/denah.png)\n")})
    office = closing_annex("denah", "iku")
    parts = parts_of(edition, office, ppid=True)
    closed = [part for part in parts.parts if part.closed]
    assert [part.heading for part in closed] == ["Lampiran 3. Indikator Kinerja Utama", "Lampiran 6. Denah"]
    assert all(approved_text(parts, part.path) == "" and part.lines == () for part in closed)
    assert parts.photos == {}
    assert ASKED
    assert parts_of(edition, office).photos == {"lampiran/denah.png": PNG}, "only the PPID's build keeps it back"


def test_without_rules_of_its_own_a_year_is_read_by_those_of_now() -> None:
    alone = replace(first(), repo=None)
    assert [part.heading for part in parts_of(alone, REPO).parts] == [
        part.heading for part in parts_of(first(), REPO).parts
    ]
    bare = replace(REPO, outline=None)
    assert parts_of(alone, bare).parts[2].heading == "Pendahuluan"


def test_the_file_of_a_closed_annex_is_closed_under_every_name() -> None:
    listing = first().source.files["lampiran/daftar.yml"].decode()
    row = "  - id: salinan\n    judul: Salinan\n    tahun: 2025\n    berkas: indikator-kinerja-utama.md\n"
    parts = parts_of(
        with_files({"lampiran/daftar.yml": (listing.rstrip("\n") + "\n" + row).encode()}),
        closing_annex("iku"),
        ppid=True,
    )
    closed = [part.heading for part in parts.parts if part.closed]
    assert len(closed) == 2
    assert closed[1].endswith("Salinan")
    assert all(part.lines == () for part in parts.parts if part.closed)
