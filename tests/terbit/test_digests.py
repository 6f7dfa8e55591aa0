"""By which digests an outsider recognises what was published; what nobody filed, or filed wrongly, is not among them."""

from hashlib import sha256

from msgspec.structs import replace

from paraf.laporan.records.names import EvidenceName
from paraf.sop.evidence import evidence_forms
from paraf.terbit.digests import filed_digests, known_digests
from paraf.terbit.edition import Published
from terbit.filed import PDF, RECORD, SIGNED, edition, naming, with_files
from terbit.years import REPO

FORMS = evidence_forms(REPO)
LATER = EvidenceName("B12", number=2)


def test_a_document_that_is_filed_is_known_by_its_record() -> None:
    ((filed, later),) = filed_digests(FORMS, with_files(naming(PDF, "b12-lakip.pdf")))
    assert (filed.path, filed.sha256, later) == ("bukti/b12-lakip.pdf", sha256(PDF).hexdigest(), False)
    assert filed_digests(FORMS, edition()) == ()


def test_a_document_that_lies_elsewhere_is_known_too() -> None:
    changed = naming(PDF, "b12-lakip.pdf")
    del changed["bukti/b12-lakip.pdf"]
    assert len(filed_digests(FORMS, with_files(changed))) == 1


def test_another_file_in_its_place_is_known_by_neither_digest() -> None:
    changed = naming(PDF, "b12-lakip.pdf") | {"bukti/b12-lakip.pdf": b"lain"}
    assert filed_digests(FORMS, with_files(changed)) == ()


def test_a_later_record_is_told_from_what_the_book_binds() -> None:
    changed = naming(PDF, "b12-lakip.pdf") | naming(SIGNED, "b12-2-ttd.pdf", LATER)
    found = {filed.path: later for filed, later in filed_digests(FORMS, with_files(changed))}
    assert found == {"bukti/b12-lakip.pdf": False, "bukti/b12-2-ttd.pdf": True}


def test_a_record_that_is_not_valid_or_of_another_step_or_edition_tells_nothing() -> None:
    broken = naming(PDF, "b12-lakip.pdf")
    broken[RECORD.path] = broken[RECORD.path].replace(b"skema: 1", b"skema: 2")
    assert filed_digests(FORMS, with_files(broken)) == ()
    again = naming(PDF, "b12-lakip.pdf")
    moved = {EvidenceName("B12", edition=2).path: again[RECORD.path]}
    assert filed_digests(FORMS, with_files(moved)) == ()


def test_every_digest_of_an_edition_is_known_files_first() -> None:
    one = with_files(naming(PDF, "b12-lakip.pdf"))
    found = known_digests(REPO, Published((one,)))
    assert [known.kind for known in found] == ["berkas", "isi", "teks", "buku"]
    assert [known.digest for known in found] == [
        sha256(PDF).hexdigest(),
        one.closing.content,
        one.closing.expanded,
        one.seal,
    ]
    assert all(known.newest for known in found)
    assert known_digests(REPO, Published()) == ()


def test_the_newest_edition_stands_first_and_has_the_book() -> None:
    first = edition()
    again = replace(first, number=2, closing=replace(first.closing, content="a" * 64, expanded=None))
    found = known_digests(REPO, Published((first, again)))
    assert [(known.edition.number, known.kind, known.newest) for known in found] == [
        (2, "isi", True),
        (2, "buku", True),
        (1, "isi", False),
        (1, "teks", False),
    ]


def test_an_edition_that_is_not_recorded_yet_has_no_book() -> None:
    found = known_digests(REPO, Published((replace(edition(), seal=None),)))
    assert "buku" not in [known.kind for known in found]
