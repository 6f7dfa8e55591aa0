"""What each step must record: the words of ``naskah.yml``, who files them, who signed, which evidence is older."""

from helpers import ROOT, load_files
from paraf.sop.evidence import columns, evidence_forms, on_paper
from paraf.sop.repository import Repository

NAMES = ("sop/sop-lakip.yml", "sop/naskah.yml", "sop/bukti.yml", "sop/sistematika.yml")
FILES = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}


def office(**changed: str | None) -> Repository:
    """The office with files (by stem) replaced or taken away."""
    files = FILES | {f"sop/{stem}.yml": text for stem, text in changed.items() if text is not None}
    return load_files({name: text for name, text in files.items() if changed.get(name[4:-4], "") is not None})


FORMS = evidence_forms(office())


def test_every_step_that_asks_for_evidence_has_a_form() -> None:
    assert list(FORMS) == ["A6", "A7", "A8", "B2", "B7", "B12", "B16", "B17"]
    form = FORMS["B16"]
    assert [kind.nama for kind in form.kinds] == ["nomor", "tanggal", "tanda tangan"]
    assert (form.paper, form.by, form.approvers, form.first_month) == ("surat-pengantar", ("staf",), ("kadin",), 10)
    assert form.roles == ("staf", "kasubag", "sekdin", "kadin", "tim")
    assert {"penutup", "simpulan", "capaian-sasaran"} <= set(form.parts)


def test_who_signs_is_who_approved_last() -> None:
    assert {code: form.approvers for code, form in FORMS.items()} == {
        "A6": ("kadin",),
        "A7": (),
        "A8": (),
        "B2": ("kadin",),
        "B7": ("sekdin",),
        "B12": ("kadin",),
        "B16": ("kadin",),
        "B17": ("kadin",),
    }


def test_older_evidence_is_that_of_the_same_paper_and_of_those_it_waits_for() -> None:
    assert {code: form.before for code, form in FORMS.items()} == {
        "A6": (),
        "A7": ("A6",),
        "A8": ("A6", "A7"),
        "B2": (),
        "B7": ("B2",),
        "B12": ("B2", "B7"),
        "B16": ("B2", "B7", "B12"),
        "B17": ("B2", "B7", "B12", "B16"),
    }


def test_the_columns_of_a_record() -> None:
    paths = [path for field in FORMS["B2"].fields for path, _ in columns(field)]
    assert paths[:4] == ["rapat.tanggal", "rapat.tempat", "rapat.hadir", "rapat.arsip"]
    assert [path for field in FORMS["A6"].fields for path, _ in columns(field)][:2] == ["nomor", "tanggal"]


def test_nothing_is_asked_without_papers_or_without_the_list() -> None:
    assert evidence_forms(office(naskah=None)) == {}
    assert evidence_forms(office(bukti=None)) == {}


def test_without_an_outline_no_part_is_known() -> None:
    assert evidence_forms(office(sistematika=None))["B7"].parts == ()


def test_a_step_may_ask_two_roles() -> None:
    two = "- {jenis: bukti, oleh: staf, isi: [pengiriman]}\n          - {jenis: bukti, oleh: staf, isi: [penggandaan]}"
    form = evidence_forms(
        office(naskah=FILES["sop/naskah.yml"].replace("- {jenis: bukti, oleh: staf, isi: [pengiriman]}", two))
    )["A7"]
    assert form.by == ("staf", "staf")
    assert [kind.nama for kind in form.kinds] == ["pengiriman", "penggandaan"]


def test_the_steps_that_may_be_approved_on_paper() -> None:
    papers = FILES["sop/naskah.yml"]
    assert on_paper(office()) == frozenset()
    assert on_paper(office(naskah=None)) == frozenset()
    assert on_paper(office(naskah=papers.replace("kertas: {boleh: []", "kertas: {boleh: [kadin]"))) == frozenset(
        {"A5", "B1", "B11", "B16"}
    )
    (line,) = [line for line in papers.split("\n") if line.startswith("kertas:")]
    assert on_paper(office(naskah=papers.replace(f"{line}\n", ""))) == frozenset()
