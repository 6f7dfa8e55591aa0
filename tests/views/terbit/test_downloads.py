"""PDFs are offered when they lie beside the evidence and are the ones it names; the signature is told as the evidence says."""

import hashlib
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from paraf.views.terbit.downloads import Signature, records, signature, size_words, stored
from paraf.views.terbit.shelf import Volume
from views.terbit.editions import REPO, first, shelf_of, with_files

PDF = b"%PDF-1.7 contoh"
DIGEST = hashlib.sha256(PDF).hexdigest()
EVIDENCE = first().source.files["bukti/b12.yml"].decode()
PRINTED = EVIDENCE + f"  naskah: {{nama: b12-lakip.pdf, sidik: {DIGEST}}}\n"
SCANNED = EVIDENCE.replace("  pindaian:\n", f"  pindaian: {{nama: b12-ttd.pdf, sidik: {DIGEST}}}\n")


def volume(files: Mapping[str, bytes]) -> Volume:
    return shelf_of(with_files(files)).newest


def of(evidence: str, **files: bytes) -> list[tuple[str, bool]]:
    found = stored(
        REPO, volume({"bukti/b12.yml": evidence.encode(), **{f"bukti/{k}.pdf": v for k, v in files.items()}})
    )
    return [(one.name, one.signed) for one in found]


def test_the_sample_stores_no_pdf() -> None:
    assert stored(REPO, shelf_of(first()).newest) == ()


def test_what_the_evidence_names_is_offered_the_signed_one_first() -> None:
    both = PRINTED.replace("  pindaian:\n", f"  pindaian: {{nama: b12-ttd.pdf, sidik: {DIGEST}}}\n")
    assert of(both, **{"b12-lakip": PDF, "b12-ttd": PDF}) == [("b12-ttd.pdf", True), ("b12-lakip.pdf", False)]
    (one,) = stored(REPO, volume({"bukti/b12.yml": PRINTED.encode(), "bukti/b12-lakip.pdf": PDF}))
    assert (one.digest, one.data, one.size, one.called) == (DIGEST, PDF, "1 kB", "PDF laporan")


@pytest.mark.parametrize(
    ("evidence", "files"),
    [
        (PRINTED, {}),
        (PRINTED, {"b12-lakip": PDF + b" diubah"}),
        (PRINTED.replace("b12-lakip.pdf", "b12-lakip.png"), {"b12-lakip": PDF}),
        (PRINTED.replace("langkah: B12", "langkah: B7"), {"b12-lakip": PDF}),
    ],
)
def test_what_is_not_there_or_not_that_is_not_offered(evidence: str, files: dict[str, bytes]) -> None:
    assert of(evidence, **files) == []


def test_other_evidence_and_other_editions_do_not_speak() -> None:
    kept = {"bukti/b12-v2.yml": PRINTED.encode(), "bukti/b12-lakip.pdf": PDF, "bukti/catatan.txt": b"x"}
    assert stored(REPO, volume(kept)) == ()
    assert list(records(REPO, volume(kept))) == ["bukti/b12.yml"]


def test_the_signature_is_told_as_it_is_recorded() -> None:
    found = signature(REPO, shelf_of(first()).newest)
    assert found
    assert (found.role, found.words()) == ("kadin", "23 Februari 2026, tanda tangan basah")
    assert Signature(None, None, None).words() == ""


def test_a_signature_that_is_not_recorded_is_waited_for() -> None:
    bare = {"bukti/b12.yml": b"skema: 1\n"}
    assert signature(REPO, volume(bare)) is None
    no_forms = shelf_of(replace(first(), repo=None)).newest
    assert signature(replace(REPO, evidence=None), no_forms) is None
    later = "skema: 1\nlangkah: B12\nalasan: Digandakan lagi\npenggandaan: {tanggal: 2026-03-02, eksemplar: 2, arsip: Map dua}\n"
    both = volume({"bukti/b12.yml": b"skema: 1\n", "bukti/b12-2.yml": later.encode()})
    assert list(records(REPO, both)) == ["bukti/b12-2.yml"]
    assert signature(REPO, both) is None


@pytest.mark.parametrize(("count", "words"), [(0, "1 kB"), (999_400, "999 kB"), (1_250_000, "1,2 MB")])
def test_sizes(count: int, words: str) -> None:
    assert size_words(count) == words
