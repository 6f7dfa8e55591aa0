"""Where a year begins: three figures of the report's own, what to take along, the versions and their addresses."""

import hashlib

from msgspec.structs import replace

from paraf.views.terbit.entrance import NO_PDF, SIGNED, entrance
from paraf.views.terbit.telling import telling
from views.terbit.editions import REPO, first, later, shelf_of, with_files
from views.terbit.test_downloads import DIGEST, EVIDENCE, PDF

PLAIN = with_files({})


def body(*editions: object) -> str:
    return entrance(REPO, shelf_of(*editions)).body  # type: ignore[arg-type]


def test_the_figures_are_those_that_the_report_prints() -> None:
    found = [(one.figure, one.name) for one in telling(first().expansion.context)]
    assert found == [
        ("8 dari 10", "indikator mencapai target"),
        ("99,86%", "rata-rata capaian"),
        ("94,74%", "serapan anggaran"),
    ]
    printed = "".join(one.markdown for one in first().expansion.chapters)
    assert all(figure.split()[0] in printed for figure, _ in found)


def test_figures_whose_data_cannot_be_read_are_left_out() -> None:
    context = first().expansion.context
    without = replace(context, report=replace(context.report, budget=None))
    assert len(list(telling(without))) == 2
    nothing = replace(
        first(),
        expansion=replace(
            first().expansion, context=replace(context, report=replace(context.report, budget=None, performance=None))
        ),
    )
    assert "angka-utama" not in body(nothing)


def test_without_a_pdf_it_is_said_where_the_report_lies() -> None:
    assert NO_PDF in body(first())


def test_a_pdf_is_offered_with_its_digest_in_groups_of_four() -> None:
    plain = EVIDENCE + f"  naskah: {{nama: b12-lakip.pdf, sidik: {DIGEST}}}\n"
    signed = plain.replace("  pindaian:\n", f"  pindaian: {{nama: b12-ttd.pdf, sidik: {DIGEST}}}\n")
    files = {"bukti/b12-lakip.pdf": PDF, "bukti/b12-ttd.pdf": PDF}
    one = body(with_files({"bukti/b12.yml": plain.encode(), **files}))
    assert NO_PDF not in one
    assert SIGNED not in one
    assert f"{DIGEST[:4]} {DIGEST[4:8]}" in one
    assert 'href="v1/unduh/b12-lakip.pdf"' in one
    both = body(with_files({"bukti/b12.yml": signed.encode(), **files}))
    assert SIGNED in both
    assert both.index("b12-ttd.pdf") < both.index("b12-lakip.pdf")
    assert hashlib.sha256(PDF).hexdigest() == DIGEST


def test_a_report_without_data_charts_and_annexes() -> None:
    edition = first()
    report = replace(edition.source.report, budget=None, performance=None, annexes=None)
    chapters = tuple(
        replace(one, pieces=tuple(piece for piece in one.pieces if piece.made is None))
        for one in edition.expansion.chapters
    )
    bare = replace(
        edition,
        source=replace(edition.source, report=report),
        expansion=replace(
            edition.expansion, chapters=chapters, context=replace(edition.expansion.context, report=report)
        ),
    )
    said = body(bare)
    assert "## Grafik" not in said
    assert ".csv" not in said
    assert "Lampiran" not in said


def test_an_approval_that_cannot_be_told_is_not_told() -> None:
    odd = replace(first(), closing=replace(first().closing, deeds=()))
    assert "disetujui" not in body(odd).split("## Baca")[0]


def test_versions_with_day_state_and_permanent_address() -> None:
    said = body(first(), later(2))
    assert said.index("Versi 2</th>") < said.index("Versi 1</th>")
    assert "digantikan versi 2 sejak 26 April 2026" in said
    assert "lakip/2025/v1/" in said
    page = entrance(REPO, shelf_of(first()))
    assert (page.short, page.doors, page.order) == ("2025", ("LAKIP terbit",), 7975)


def test_a_search_for_the_report_finds_its_entrance_first() -> None:
    shelf = shelf_of(first())
    page = entrance(REPO, shelf)
    assert page.words == (shelf.newest.short,)
    assert page.weight > 1
