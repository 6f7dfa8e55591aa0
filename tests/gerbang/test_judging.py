"""What binds at which step, on the sample year as it is and with one thing wrong; digests and the scaffold of a year."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from msgspec.structs import replace

from helpers import ROOT, load_case
from paraf.alur.facts import Blob
from paraf.gerbang.judging import Text, readable, text_of, unlike_scaffold
from paraf.gerbang.rules import rules_digest
from paraf.laporan.report import Report, read_report
from paraf.laporan.scaffold import scaffold
from paraf.sop.forms.papers import OnPaper, Strictness
from paraf.sop.repository import Repository

YEAR = 2025
TODAY = date(2026, 3, 2)
Files = dict[str, bytes]


@cache
def _read(year: int) -> tuple[tuple[str, bytes], ...]:
    here = ROOT / "lakip" / str(year)
    return tuple((p.relative_to(here).as_posix(), p.read_bytes()) for p in sorted(here.rglob("*")) if p.is_file())


def files() -> Files:
    return dict(_read(YEAR))


def report(found: Files) -> Report:
    return read_report(YEAR, found)


def said(found: Files, repo: Repository | None = None) -> Text:
    repo = repo or load_case(ROOT)
    assert repo.papers
    return text_of(repo, repo.papers.value, report(found), None, TODAY)


def replaced(name: str, old: str, new: str) -> Callable[[Files], Files]:
    def change(found: Files) -> Files:
        text = found[name].decode()
        assert old in text
        return found | {name: text.replace(old, new, 1).encode()}

    return change


def without(name: str) -> Callable[[Files], Files]:
    return lambda found: {path: data for path, data in found.items() if path != name}


def test_a_year_in_order_has_nothing_that_binds() -> None:
    """The control of all that follows."""
    text = said(files())
    assert text.checks == {}
    assert text.sheets == {}
    assert text.expanded is not None


@pytest.mark.parametrize(
    ("change", "binds", "free"),
    [
        (replaced("individu.yml", "jumlah_wajib: ", "jumlah_wajib: 9"), {"A12"}, {"A9", "B4"}),
        (without("80-penutup.md"), {"B9", "B12"}, {"B4", "B6", "B13"}),
        (replaced("data/kinerja.yml", "satuan: ", "satuann: "), {"B3"}, {"B13"}),
        (replaced("bukti/b12.yml", "langkah: B12", "langkah: B13"), {"bukti/b12.yml"}, {"B12", "bukti/b7.yml"}),
        (replaced("surat-pengantar.md", "Yth.", ""), {"B13", "B17"}, {"B3", "B8"}),
    ],
    ids=["the inventory", "a chapter is missing", "data that cannot be read", "a record", "a letter's words"],
)
def test_what_binds_where(change: Callable[[Files], Files], binds: set[str], free: set[str]) -> None:
    """A finding binds the paper in whose files it lies, from the step on from which it weighs."""
    checks = said(change(files())).checks
    assert binds <= checks.keys()
    assert not free & checks.keys()


def added(name: str, line: str) -> Callable[[Files], Files]:
    return lambda found: found | {name: found[name] + f"\n{line}\n".encode()}


CONTRADICTED = 'Realisasi IKU-1 sebesar 12,34, melampaui target {{ target("IKU-1") }}.'
LEFT = "Keputusan itu bernomor .......... dan disahkan pimpinan."
TERM = "Menurut analisa itu, layanan bertambah."


@pytest.mark.parametrize(
    ("change", "binds", "free"),
    [
        (added("31-pemerintahan-digital.md", CONTRADICTED), {"B4", "B6", "B8", "B12"}, {"A1", "B3", "B13"}),
        (added("80-penutup.md", LEFT), {"B9", "B12"}, {"B4", "B6", "B8"}),
        (added("80-penutup.md", "{{ capaian(“IKU-99”) }}"), {"B4", "B9"}, {"B3"}),
        (added("80-penutup.md", TERM), set(), {"B4", "B9", "B12"}),
    ],
    ids=["a contradicted figure", "a placeholder", "an unanswered call", "a term"],
)
def test_a_rule_of_its_own_weight_binds_where_its_family_does_not(
    change: Callable[[Files], Files], binds: set[str], free: set[str]
) -> None:
    checks = said(change(files())).checks
    assert binds <= checks.keys()
    assert not free & checks.keys()


def test_whether_words_bind_is_the_offices_decision() -> None:
    """Nothing is passed over that ``naskah.yml`` makes bind; what binds at no step is not even asked."""
    repo = load_case(ROOT)
    assert repo.papers
    lenient = tuple(one for one in repo.papers.value.ketegasan if not one.aturan.startswith("BHS"))
    strict = (*lenient, Strictness("BHS101", repo.papers.value.disetujui, "wajib"))
    found = added("80-penutup.md", LEFT)(files())
    assert said(found, _weighed(repo, lenient)).checks.keys() >= {"B4", "B9"}, "what is not named weighs what it says"
    assert said(added("80-penutup.md", TERM)(files()), _weighed(repo, strict)).checks == {}, "weights only soften"


def test_what_is_missing_binds_a_complete_paper_however_light_its_family() -> None:
    repo = load_case(ROOT)
    assert repo.papers
    light = _weighed(repo, (Strictness("ALU", repo.papers.value.disetujui, "catatan"),))
    change = replaced("individu.yml", "jumlah_wajib: ", "jumlah_wajib: 9")
    assert said(change(files()), light).checks.keys() == {"A12"}


def _weighed(repo: Repository, weights: tuple[Strictness, ...]) -> Repository:
    assert repo.papers
    return replace(repo, papers=replace(repo.papers, value=replace(repo.papers.value, ketegasan=weights)))


def test_a_finding_names_its_place_without_the_year() -> None:
    checks = said(without("80-penutup.md")(files())).checks
    assert any(words.startswith("80-penutup.md") and not words.endswith(".") for words in checks["B9"])


def test_an_empty_year_has_no_text_to_read() -> None:
    assert said({"laporan.yml": files()["laporan.yml"]}).expanded is None


def test_the_text_changes_with_its_words_and_not_with_the_evidence() -> None:
    """Evidence filed after the approval must not make it lapse (DESIGN section 5)."""
    own = said(files()).expanded
    assert said(without("bukti/b12.yml")(files())).expanded == own
    assert said(replaced("80-penutup.md", "Simpulan", "Kesimpulan")(files())).expanded != own


def test_a_signed_sheet_names_a_digest() -> None:
    """Only where the office allows signatures on paper."""
    repo = load_case(ROOT)
    assert repo.papers
    assert repo.papers.value.kertas
    step = repo.papers.value.disetujui
    approver = next(
        one.oleh
        for paper in repo.papers.value.naskah
        for stage in paper.langkah
        for one in stage.syarat
        if stage.kode == step and type(one).__name__ == "Approve"
    )
    kept = OnPaper(dicatat="staf", ditegaskan=("kasubag",), boleh=(approver,))
    papers = repo.papers
    allowed = _with(repo, kept)
    sheet = (
        f"skema: 1\nlangkah: {step}\nnomor: 700/12/406/2026\ntanggal: 2026-02-25\n"
        f"arsip: Lemari arsip 2, map LAKIP\nsidik: {' '.join(['0123'] * 16)}\n"
    )
    found = files() | {f"bukti/{step.lower()}-kertas.yml": sheet.encode()}
    text = text_of(allowed, papers.value, report(found), None, TODAY)
    assert text.sheets == {f"bukti/{step.lower()}-kertas.yml": "0123" * 16}


def _with(repo: Repository, kept: OnPaper) -> Repository:
    assert repo.papers
    return replace(repo, papers=replace(repo.papers, value=replace(repo.papers.value, kertas=kept)))


def test_a_reader_sees_chapters_by_their_titles_and_calls_answered() -> None:
    """Other covered files stand under their names as they are; what the paper does not cover is not shown."""
    shown = readable(report(files()), None, ["NN-*.md", "laporan.yml"])
    assert "laporan.yml" in shown
    assert shown["laporan.yml"].encode() == files()["laporan.yml"]
    whole = report(files())
    assert shown.keys() == {"laporan.yml", *(one.front.value.judul for one in whole.chapters)}
    assert any("{{" in one.text for one in whole.chapters), "there are calls to be answered"
    assert not any("{{" in text for text in shown.values())


def test_a_new_year_is_its_scaffold_and_nothing_else() -> None:
    repo = load_case(ROOT)
    assert repo.outline
    made = scaffold(repo.outline.value, YEAR, repo.sop.identity.nomor, TODAY, None)
    found = {name: text.encode() for name, text in made.items()}
    assert unlike_scaffold(repo, report(found), None, found) == []
    assert unlike_scaffold(repo, report(found), None, found | {"tambahan.md": b""}) == ["tambahan.md"]
    name = next(name for name in found if name.endswith(".md"))
    assert unlike_scaffold(repo, report(found), None, without(name)(found)) == [name]
    changed = found | {name: found[name] + b"x"}
    assert unlike_scaffold(repo, report(changed), None, changed) == [name]
    bare = without("laporan.yml")(found)
    assert unlike_scaffold(repo, report(bare), None, bare) == [f"lakip/{YEAR}/laporan.yml"]


def test_the_rules_in_force_are_one_digest() -> None:
    """A path, a mode or a byte that differs makes other rules; the order in which they are found does not."""
    one = {"sop/naskah.yml": Blob("100644", "0" * 64, 1), "scripts/x.py": Blob("100644", "1" * 64, 1)}
    own = rules_digest(one)
    assert rules_digest(dict(reversed(one.items()))) == own
    for other in (
        {"sop/naskah.yml": Blob("100755", "0" * 64, 1)},
        {"sop/naskah.yml": Blob("100644", "2" * 64, 1)},
        {"sop/naskah2.yml": Blob("100644", "0" * 64, 1)},
    ):
        assert rules_digest(one | other) != own
