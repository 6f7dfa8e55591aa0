"""The sheet of approval: who, when, on which content; what it means, and what still waits for a pen."""

from msgspec.structs import replace

from paraf.laporan.binding import grouped
from paraf.views.terbit.approval_page import MEANING, NOT_SIGNED, UNREADABLE, approval_page
from views.terbit.editions import REPO, first, shelf_of, with_files


def body(edition: object) -> str:
    shelf = shelf_of(edition)  # type: ignore[arg-type]
    return approval_page(REPO, shelf, shelf.newest).body


def test_the_approvals_by_name_and_the_digests_in_groups() -> None:
    said = body(first())
    for words in (
        "Sekdin (contoh)",
        "Kadin (contoh)",
        "Kepala Dinas",
        "20 Februari 2026 pukul 10.00 WIB",
        "PR #6",
        MEANING,
    ):
        assert words in said
    assert grouped(first().closing.content) in said
    assert first().seal
    assert grouped(first().seal or "") in said


def test_a_sample_is_stamped_as_one_and_a_report_is_not() -> None:
    assert "Disetujui (contoh)" in body(first())
    assert "Disetujui (contoh)" not in body(replace(first(), sample=False))


def test_signed_or_waiting() -> None:
    assert "Ditandatangani Kepala Dinas, 23 Februari 2026, tanda tangan basah." in body(first())
    assert NOT_SIGNED in body(with_files({"bukti/b12.yml": b"skema: 1\n"}))
    sop = replace(first().policy.sop, roles=())
    nobody = replace(first(), policy=replace(first().policy, sop=sop), closing=replace(first().closing, deeds=()))
    assert "Ditandatangani 23 Februari 2026" in body(nobody)


def test_an_approval_that_cannot_be_put_together_is_said_to_be_so() -> None:
    assert UNREADABLE in body(replace(first(), closing=replace(first().closing, deeds=())))


def test_what_is_not_recorded_has_no_digest() -> None:
    said = body(replace(first(), seal=None))
    assert "Baris terakhir buku kendali" not in said


def on_paper(combining: str) -> str:
    """The last approval on paper, by somebody who approved before, where the office allows it."""
    one = first()
    papers = one.policy.papers
    assert papers.kertas
    kept = replace(papers.kertas, boleh=("kadin",))
    policy = replace(one.policy, papers=replace(papers, kertas=kept, rangkap=combining))
    deeds = []
    for step, done in one.closing.deeds:
        if combining == "tolak":
            deeds.append((step, tuple(replace(d, on_paper=d.kind == "setujui" and step == "B11") for d in done)))
        else:
            deeds.append((step, tuple(replace(d, by=999000003) if d.kind == "setujui" else d for d in done)))
    return body(replace(one, policy=policy, closing=replace(one.closing, deeds=tuple(deeds))))


def test_an_approval_on_paper_names_the_role_that_confirmed_it() -> None:
    assert "Langkah B11 disetujui di atas kertas; lembarnya ditegaskan" in on_paper("tolak")
    assert "karena perangkapan jabatan" in on_paper("catat")
