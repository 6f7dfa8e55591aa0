"""Every attack on the book is found, and told in words; each also after the chain was made anew, where that can help.

What a forger who writes everything anew can still hide is told, too: the digest somebody kept elsewhere finds it.
"""

from collections.abc import Callable
from datetime import UTC, date, timedelta
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import (
    BOOKS,
    NOW,
    POLICY,
    TREE,
    YEAR,
    Forger,
    account,
    all_lines,
    books,
    chained,
    closings,
    lines,
    said,
    verified,
    with_deed,
    with_officials,
)
from alur.world import blob
from paraf.alur.book.line import Line
from paraf.alur.book.writing import last_seal
from paraf.alur.facts import Blob

FIRST, SECOND, *_, LAST = sorted(BOOKS)
PLAIN, REHASHED = Forger(rehash=False), Forger(rehash=True)
BOTH = pytest.mark.parametrize("forger", [PLAIN, REHASHED], ids=["plain", "rehashed"])
TORN = "Rantai terputus di sini: baris ini tidak menyambung baris sebelumnya."


def test_control_the_whole_book_is_sound() -> None:
    found = verified(BOOKS)
    assert found.problems == ()
    assert len(found.volumes) == 7
    assert sum(len(volume.entries) for volume in found.volumes) == 29
    assert found.contents == ("sama", "sama", "sama", "sama", "tertutup", "sama", "sama")
    assert found.seal == last_seal(BOOKS, YEAR)


# One byte


@pytest.mark.parametrize("name", sorted(BOOKS))
def test_any_flipped_byte_is_found(name: str) -> None:
    """Of the very last line only with the digest that was kept elsewhere: nothing continues it."""
    data, kept = BOOKS[name], [last_seal(BOOKS, YEAR)]
    for at in range(0, len(data), 7):
        changed = BOOKS | {name: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]}
        assert verified(changed, kept=kept).problems, f"{name}, byte {at}"
        if name != LAST:
            assert verified(changed).problems, f"{name}, byte {at}"


@BOTH
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (with_deed(0, akun=account("kasubag")), "padahal tidak memegang peran itu"),
        (with_deed(0, akun=5), "akun nomor 5 tercatat bernama"),
        (with_deed(0, nama="Orang Lain"), "tercatat bernama Orang Lain, tidak seperti di sop/petugas.yml."),
        (with_deed(0, kedudukan="plt"), "kedudukannya tercatat plt, padahal menurut sop/petugas.yml definitif."),
        (with_deed(0, kedudukan=None), "kedudukan pemegang perannya tidak tercatat."),
        (with_deed(0, jenis="bukti"), "yang tercatat: Sekdin mencatat bukti."),
        (with_deed(0, peran="kadin"), "Langkah A3 selesai bila Sekdin menyetujui; yang tercatat: Kadin menyetujui."),
        (with_deed(0, peran="bupati"), "yang tercatat: bupati menyetujui."),
        (with_deed(0, tinjauan=None), "nomor tinjauannya tidak tercatat."),
        (with_deed(0, tinjauan=1005), "Langkah A5: tinjauan nomor 1005 sudah dipakai langkah A3."),
        (with_deed(0, sidik="1" * 64), "yang disetujui bukan isi yang tercatat pada baris ini."),
        (with_deed(0, sidik=None), "yang disetujui bukan isi yang tercatat pada baris ini."),
        (with_deed(0, di_atas_kertas="Ibu Kepala"), "sop/naskah.yml tidak mengizinkannya bagi Sekdin."),
    ],
    ids=lambda value: "" if callable(value) else value[:40],
)
def test_a_changed_deed_is_found(forger: Forger, change: Callable[[Line], Line], told: str) -> None:
    changed = forger.line(FIRST, 2, change)
    found = said(changed)
    assert found
    assert (TORN in found[0]) is not forger.rehash
    if forger.rehash:
        assert any(told in one for one in found), found


@BOTH
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"sidik_isi": "1" * 64}, "Baris ini tidak sama dengan baris pertama berkasnya pada: sidik_isi."),
        ({"pr": 99}, "berkasnya pada: pr."),
        ({"edisi": 2}, "berkasnya pada: edisi."),
        ({"selesai": NOW}, "berkasnya pada: selesai."),
        ({"sidik_teks": None}, "berkasnya pada: sidik_teks."),
        ({"sidik_aturan": "2" * 64}, "berkasnya pada: sidik_aturan."),
        ({"langkah": "A9"}, "Langkah A9 bukan langkah naskah Nota dinas penyusunan Lapkin."),
        ({"naskah": "draf-awal"}, "berkasnya pada: naskah."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_line_unlike_its_file_is_found(forger: Forger, changes: dict[str, Any], told: str) -> None:
    found = said(forger.line(FIRST, 2, lambda line: msgspec.structs.replace(line, **changes)))
    assert any((told if forger.rehash else TORN) in one for one in found), found


# Lines


def drop(found: dict[str, list[Line]]) -> None:
    del found[FIRST][2]


def drop_the_end(found: dict[str, list[Line]]) -> None:
    del found[LAST][-1]


def swap(found: dict[str, list[Line]]) -> None:
    rows = found[FIRST]
    rows[1], rows[2] = rows[2], rows[1]


def double(found: dict[str, list[Line]]) -> None:
    found[FIRST].insert(2, found[FIRST][1])


def append(found: dict[str, list[Line]]) -> None:
    found[FIRST].append(found[FIRST][-1])


def other_year(found: dict[str, list[Line]]) -> None:
    found[FIRST][2] = msgspec.structs.replace(found[FIRST][2], tahun=2024)


@BOTH
@pytest.mark.parametrize(
    ("change", "torn", "told"),
    [
        (drop, True, "3 Di sini seharusnya langkah A3, tetapi yang tercatat langkah A4."),
        (drop_the_end, False, "4 Catatan naskah ini berhenti di langkah B16; langkah B17 tidak tercatat."),
        (swap, True, "2 Di sini seharusnya langkah A2, tetapi yang tercatat langkah A3."),
        (double, True, "3 Langkah A2 tercatat dua kali."),
        (append, True, "7 Langkah A6 tercatat dua kali."),
        (other_year, True, "3 Baris ini dari tahun 2024, padahal buku ini tahun 2025."),
    ],
    ids=["dropped", "end dropped", "swapped", "doubled", "appended", "other year"],
)
def test_lines_moved_are_found(
    forger: Forger, change: Callable[[dict[str, list[Line]]], None], torn: bool, told: str
) -> None:
    found = said(forger.files(change))
    assert any((TORN if torn and not forger.rehash else told) in one for one in found), found


# Whole files


@BOTH
@pytest.mark.parametrize("name", [FIRST, SECOND], ids=["first", "second"])
def test_a_file_dropped_is_found(forger: Forger, name: str) -> None:
    def away(files: dict[str, list[Line]]) -> None:
        del files[name]

    found = said(forger.files(away))
    number = name[:3]
    assert any(
        f"Berkas buku nomor {number} tidak ada, padahal nomor {int(number) + 1:03d} ada." in one for one in found
    )


def test_a_file_dropped_and_the_rest_renumbered_is_found() -> None:
    """What waits for the dropped paper tells."""
    rest = sorted(name for name in BOOKS if name != FIRST)
    moved = {f"{number:03d}{name[3:]}": lines(BOOKS[name]) for number, name in enumerate(rest, start=1)}
    found = said(chained(moved))
    told = "Laporan Kinerja Individu tercatat selesai, padahal Nota dinas penyusunan Lapkin belum tercatat selesai"
    assert any(told in one for one in found), found


def test_the_last_file_dropped_is_found_by_the_digest_kept_elsewhere() -> None:
    shorter = {name: data for name, data in BOOKS.items() if name != LAST}
    assert verified(shorter).problems == ()
    kept = last_seal(BOOKS, YEAR)
    assert said(shorter, kept=[kept]) == [f":1 Tidak ada baris buku dengan sidik jari {kept}."]
    assert verified(BOOKS, kept=[last_seal(shorter, YEAR), f" {kept[:32].upper()}\n{kept[32:]}"]).problems == ()


@BOTH
def test_a_renamed_file_is_found(forger: Forger) -> None:
    def rename(found: dict[str, list[Line]]) -> None:
        found["001-draf-awal.jsonl"] = found.pop(FIRST)

    told = "Baris ini tentang naskah nota-dinas, padahal nama berkasnya menyebut draf-awal."
    assert any(told in one for one in said(forger.files(rename)))


def test_a_paper_that_the_office_does_not_know_is_found() -> None:
    def unknown(found: dict[str, list[Line]]) -> None:
        all_lines(FIRST, naskah="lain")(found)
        found["001-lain.jsonl"] = found.pop(FIRST)

    assert "001-lain.jsonl:1 Naskah 'lain' tidak ada di sop/naskah.yml." in said(REHASHED.files(unknown))


def test_a_name_of_an_earlier_day_stands_where_the_office_noted_it() -> None:
    """Old lines keep the name of their day; without a note any other name would pass as well."""
    renamed = tuple(
        msgspec.structs.replace(one, nama=f"{one.nama}, S.Kom.") if one.kunci == "contoh-sekdin" else one
        for one in POLICY.officials.orang
    )
    assert "tercatat bernama Sekdin (contoh), tidak seperti" in said(BOOKS, with_officials(orang=renamed))[0]
    noted = tuple(
        msgspec.structs.replace(one, nama_dulu=("Sekdin (contoh)",)) if one.kunci == "contoh-sekdin" else one
        for one in renamed
    )
    assert said(BOOKS, with_officials(orang=noted)) == []


@BOTH
def test_files_in_another_order_are_found(forger: Forger) -> None:
    """Two papers that do not wait for each other: only the time tells."""
    third = sorted(BOOKS)[2]

    def exchange(found: dict[str, list[Line]]) -> None:
        found[f"002{third[3:]}"], found[f"003{SECOND[3:]}"] = found.pop(third), found.pop(SECOND)

    found = said(forger.files(exchange))
    told = f"Laporan Kinerja Individu selesai lebih dahulu daripada yang tercatat di lakip/2025/buku/002{third[3:]}."
    first = "Rantai terputus di sini"
    assert any((told if forger.rehash else first) in one for one in found), found


@BOTH
def test_a_file_twice_is_found(forger: Forger) -> None:
    def twice(found: dict[str, list[Line]]) -> None:
        found["008-nota-dinas.jsonl"] = list(found[FIRST])

    found = said(forger.files(twice))
    wanted = ["seharusnya edisi 2", "PR #1 sudah tercatat di", "sudah dipakai langkah A3"] if forger.rehash else [TORN]
    assert all(any(told in one for one in found) for told in wanted), found


def test_two_files_of_one_number_are_found() -> None:
    assert "001-lain.jsonl:1 Nomor 001 dipakai dua berkas." not in said(BOOKS)
    found = said(BOOKS | {"001-zakat.jsonl": BOOKS[FIRST]})
    assert "001-zakat.jsonl:1 Nomor 001 dipakai dua berkas." in found


def test_a_year_that_begins_with_another_years_book_is_found() -> None:
    found = said(chained({name: lines(data) for name, data in BOOKS.items()}, year=2024))
    assert found == [
        f"{FIRST}:1 Baris pertama buku ini harus menyambung 'tahun-2025', tetapi yang tertulis 'tahun-2024'."
    ]


# Times


@BOTH
@pytest.mark.parametrize(
    ("days", "told"),
    [
        (60, "Langkah A3: Sekdin menyetujui (9 Maret 2026 pukul 11.00) tercatat pada waktu yang belum tiba."),
        (2, "tercatat sesudah naskahnya selesai (8 Januari 2026 pukul 15.00)."),
        (-1, "mendahului yang harus lebih dahulu (8 Januari 2026 pukul 10.00)."),
    ],
    ids=["future", "after the end", "before the hand-over"],
)
def test_a_moved_time_is_found(forger: Forger, days: int, told: str) -> None:
    moved = lines(BOOKS[FIRST])[2].tindakan[0].waktu + timedelta(days=days)
    found = said(forger.line(FIRST, 2, with_deed(0, waktu=moved)))
    assert any((told if forger.rehash else TORN) in one for one in found), found


@BOTH
def test_an_end_in_the_future_is_found(forger: Forger) -> None:
    found = said(forger.files(all_lines(LAST, selesai=NOW + timedelta(days=1))))
    told = "Selesainya naskah tercatat pada waktu yang belum tiba."
    assert any((told if forger.rehash else TORN) in one for one in found), found


def test_an_end_other_than_the_merge_is_found() -> None:
    """Later than the merge: it would move the turn of what waits for the paper."""
    later = lines(BOOKS[LAST])[0].selesai + timedelta(hours=1)
    found = said(REHASHED.files(all_lines(LAST, selesai=later)))
    merged, told = (f"{LAST.split('.')[0]}", "tetapi tercatat selesai")
    assert len(found) == 1
    assert found[0].startswith(f"{merged}.jsonl:5 Naskah ini disatukan ")
    assert told in found[0]


def test_a_time_of_another_zone_is_found() -> None:
    """Another offset would move the day, and with it who held the role."""
    moved = lines(BOOKS[FIRST])[2].tindakan[0].waktu.astimezone(UTC)
    assert said(REHASHED.line(FIRST, 2, with_deed(0, waktu=moved))) == [
        f"{FIRST}:3 Langkah A3: Sekdin menyetujui (8 Januari 2026 pukul 11.00) tidak ditulis menurut waktu setempat kantor."
    ]


def test_evidence_before_the_approval_it_follows_is_found() -> None:
    approved = lines(BOOKS[FIRST])[4].tindakan[0].waktu
    found = said(REHASHED.line(FIRST, 5, with_deed(0, waktu=approved - timedelta(minutes=1))))
    assert found == [
        f"{FIRST}:6 Langkah A6: Staf mencatat bukti (8 Januari 2026 pukul 12.59) mendahului yang harus lebih dahulu"
        " (8 Januari 2026 pukul 13.00)."
    ]


def test_a_paper_before_its_turn_is_found() -> None:
    """The hand-over of a paper that waits for another one, moved before that one was done."""
    moved = [replace(one, at=one.at + timedelta(days=3)) if one.paper == "nota-dinas" else one for one in closings()]
    found = said(books(moved))
    assert any(
        "Langkah A7: Staf mencatat bukti" in one and "mendahului yang harus lebih dahulu" in one for one in found
    )


# People


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (date(2025, 1, 2), date(2025, 12, 31), "padahal masa jabatannya berakhir 31 Desember 2025."),
        (date(2026, 2, 1), None, "padahal tidak memegang peran itu."),
    ],
    ids=["expired", "not yet"],
)
def test_a_holder_whose_term_is_another_one_is_found(since: date, until: date | None, told: str) -> None:
    """The book itself is sound: the term of the one who approved was over, or had not begun."""
    terms = tuple(
        msgspec.structs.replace(term, mulai=since, selesai=until) if term.peran == "sekdin" else term
        for term in POLICY.officials.masa_jabatan
    )
    found = said(BOOKS, with_officials(masa_jabatan=terms))
    assert found[0] == f"{FIRST}:3 Langkah A3: Sekdin (contoh) bertindak sebagai Sekdin pada 8 Januari 2026, {told}"


def test_a_definitive_holder_during_anothers_days_is_found() -> None:
    plh = msgspec.structs.replace(
        next(term for term in POLICY.officials.masa_jabatan if term.peran == "sekdin"),
        orang="contoh-tim-dua",
        kedudukan="plh",
        mulai=date(2026, 1, 8),
        selesai=date(2026, 1, 8),
    )
    policy = with_officials(masa_jabatan=(*POLICY.officials.masa_jabatan, plh))
    assert said(BOOKS, policy) == [
        f"{FIRST}:3 Langkah A3: Sekdin (contoh) bertindak sebagai Sekdin pada 8 Januari 2026,"
        " padahal saat itu ada Plt atau Plh yang menggantikannya."
    ]
    last_day = tuple(
        msgspec.structs.replace(term, selesai=date(2026, 1, 8)) if term.peran == "sekdin" else term
        for term in POLICY.officials.masa_jabatan
    )
    assert said(books(closings()[:1]), with_officials(masa_jabatan=(*last_day, plh))) == said(BOOKS, policy)
    acting = [_by_plh(one) for one in closings()]
    assert said(books(acting, policy), policy) == []
    assert lines(books(acting, policy)[FIRST])[2].tindakan[0].kedudukan == "plh"


def _by_plh(one: Any) -> Any:
    if one.paper != "nota-dinas":
        return one
    who = next(person.id for person in POLICY.officials.orang if person.kunci == "contoh-tim-dua")
    deeds = tuple(
        (step, tuple(replace(deed, by=who) if deed.role == "sekdin" else deed for deed in done))
        for step, done in one.deeds
    )
    return replace(one, deeds=deeds)


def test_who_hands_over_does_not_approve() -> None:
    """Both roles in one hand: the hand-over and the approval by the same person."""
    terms = tuple(
        msgspec.structs.replace(term, orang="contoh-kasubag") if term.peran == "sekdin" else term
        for term in POLICY.officials.masa_jabatan
    )
    policy = with_officials(masa_jabatan=terms)
    one = replace(closings()[0], deeds=_by(closings()[0].deeds, "sekdin", account("kasubag")))
    assert said(books([one], policy), policy) == [
        f"{FIRST}:3 Langkah A3: Kasubag KPP (contoh) menyetujui naskah yang diajukannya sendiri."
    ]


def test_one_person_approves_one_step_unless_the_office_says_otherwise() -> None:
    terms = tuple(
        msgspec.structs.replace(term, orang="contoh-sekdin") if term.peran == "kadin" else term
        for term in POLICY.officials.masa_jabatan
    )
    policy = with_officials(masa_jabatan=terms)
    one = replace(closings()[0], deeds=_by(closings()[0].deeds, "kadin", account("sekdin")))
    assert said(books([one], policy), policy) == [
        f"{FIRST}:5 Langkah A5: Sekdin (contoh) sudah menyetujui langkah A3 pada naskah ini."
    ]
    noted = replace(policy, papers=msgspec.structs.replace(policy.papers, rangkap="catat"))
    assert said(books([one], noted), noted) == []


def _by(deeds: Any, role: str, who: int) -> Any:
    return tuple(
        (step, tuple(replace(deed, by=who) if deed.role == role else deed for deed in done)) for step, done in deeds
    )


# Contents


def test_a_file_that_changed_after_the_approval_is_found() -> None:
    changed = {**TREE, f"lakip/{YEAR}/surat-pengantar.md": blob("lain")}
    assert said(BOOKS, tree=changed) == [
        f"{LAST}:1 Isi Surat pengantar LAKIP di folder ini tidak sama dengan yang disetujui pada PR #7."
        " Berkasnya: surat-pengantar.md."
    ]


def test_a_digest_forged_everywhere_is_found_as_long_as_the_files_are_here() -> None:
    def forge(found: dict[str, list[Line]]) -> None:
        found[LAST] = [
            msgspec.structs.replace(
                with_deeds(line, lambda deed: msgspec.structs.replace(deed, sidik=deed.sidik and "3" * 64)),
                sidik_isi="3" * 64,
            )
            for line in found[LAST]
        ]

    assert "tidak sama dengan yang disetujui" in said(REHASHED.files(forge))[0]


def with_deeds(line: Line, change: Callable[[Any], Any]) -> Line:
    return msgspec.structs.replace(line, tindakan=tuple(map(change, line.tindakan)))


def test_evidence_other_than_the_approved_one_is_found() -> None:
    changed = {**TREE, f"lakip/{YEAR}/bukti/a8.yml": blob("lain")}
    assert said(BOOKS, tree=changed) == [
        f"{SECOND}:2 Bukti A8 tidak sama dengan yang tercatat. Berkasnya di sini: bukti/a8.yml.",
        f"{SECOND}:4 Langkah A10: bukti/a8.yml tidak sama dengan yang disetujui.",
    ]


SIGNED = f"lakip/{YEAR}/bukti/b12.yml"
DOCUMENT = f"lakip/{YEAR}/bukti/b12-lakip.pdf"
WITH_DOCUMENT = {**TREE, DOCUMENT: blob("%PDF")}
DOCUMENTED = books(closings(WITH_DOCUMENT))
SIXTH = sorted(BOOKS)[5]


@pytest.mark.parametrize(
    "changes",
    [
        {SIGNED: blob("lain")},
        {DOCUMENT: blob("lain")},
        {SIGNED: blob("lain"), DOCUMENT: blob("lain")},
        {DOCUMENT: None},
        {f"lakip/{YEAR}/bukti/b12-lain.pdf": blob("lain")},
        {SIGNED: blob("lain", mode="120000")},
    ],
    ids=["record", "document", "both", "document gone", "a document more", "a link"],
)
def test_evidence_that_changed_after_it_was_recorded_is_found(changes: dict[str, Blob | None]) -> None:
    tree = {path: one for path, one in (WITH_DOCUMENT | changes).items() if one}
    (found,) = verified(DOCUMENTED, tree=tree).problems
    assert found.said.startswith("Bukti B12 tidak sama dengan yang tercatat. Berkasnya di sini: bukti/b12")
    assert (found.place.file.rpartition("/")[2], found.place.line) == (SIXTH, 5)
    assert "bukti/b12-2.yml" in found.repair
    # Whoever writes the digest of the book anew, and the chain, is found as long as the files are here.
    forged = _with_digest(DOCUMENTED, "4" * 64)
    assert len(said(forged, tree=tree)) == len(said(forged, tree=WITH_DOCUMENT)) == 1


def test_evidence_that_is_gone_is_found() -> None:
    tree = {path: one for path, one in TREE.items() if path != SIGNED}
    assert said(BOOKS, tree=tree) == [
        f"{SIXTH}:5 Bukti B12 tidak sama dengan yang tercatat. Berkasnya di sini: tidak ada."
    ]


def test_evidence_and_its_digest_written_anew_are_found_by_the_digest_kept_elsewhere() -> None:
    tree = WITH_DOCUMENT | {DOCUMENT: blob("lain")}
    forged = books(closings(tree))
    assert said(forged, tree=tree) == []
    kept = last_seal(DOCUMENTED, YEAR)
    assert said(forged, tree=tree, kept=[kept]) == [f":1 Tidak ada baris buku dengan sidik jari {kept}."]


def test_later_evidence_and_that_of_the_next_edition_disturb_nothing() -> None:
    later = ("b12-2.yml", "b12-2-bertanda-tangan.pdf", "b12-2.pdf", "b12-v2.yml", "b12-v2-lakip.pdf", "b1.yml")
    tree = WITH_DOCUMENT | {f"lakip/{YEAR}/bukti/{name}": blob(name) for name in later}
    assert said(DOCUMENTED, tree=tree) == []


@BOTH
def test_evidence_that_is_not_bound_is_found(forger: Forger) -> None:
    found = said(forger.line(SIXTH, 4, with_deed(0, sidik=None)))
    told = f"{SIXTH}:5 Langkah B12: sidik jari buktinya tidak tercatat."
    assert any((told if forger.rehash else TORN) in one for one in found), found


def _with_digest(made: dict[str, bytes], digest: str) -> dict[str, bytes]:
    found = {name: lines(data) for name, data in made.items()}
    found[SIXTH][4] = with_deed(0, sidik=digest)(found[SIXTH][4])
    return chained(found)


def test_what_a_later_paper_covers_is_not_compared_but_told() -> None:
    """The first draft covers a chapter that the last draft changed: different, and no fault."""
    assert verified(BOOKS).contents[4] == "tertutup"


def test_what_a_paper_changed_that_is_merged_but_not_recorded_is_told() -> None:
    """Between a merge and its record the first draft differs from what lies here; without its evidence nobody knows why."""
    few = {name: BOOKS[name] for name in sorted(BOOKS)[:5]}
    assert verified(few).contents[4] == "belum tercatat"
    without = {path: one for path, one in TREE.items() if not path.endswith("bukti/b12.yml")}
    assert "Isi Draf awal LAKIP di folder ini tidak sama" in said(few, tree=without)[0]
