"""The board of a year: what a row says of every state of a paper, what else is open, and that it stays short."""

import pytest
from msgspec.structs import replace

from paraf.views.forge.board import board
from views.forge.shown import ADDRESS, desk, last, show, told

NOTE = "Nota dinas penyusunan Lapkin"


def row(story: str, name: str = NOTE) -> str:
    """The row of a paper."""
    return next(line for line in told(story).board.body.splitlines() if line.startswith(f"| {name}"))


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("jalan 1 nota-dinas sampai A2",
         f"| {NOTE} ([#1]({ADDRESS}/pull/1)) | **A3** di **Sekdin**, sejak Senin, 5 Januari 2026 |"
         f" [Baca, lalu setujui atau kembalikan]({ADDRESS}/pull/1/files) |"),
        ("jalan 1 nota-dinas sampai A2\n1 kembalikan sekdin: x",
         "| **A1** di **Kasubag KPP**, dikembalikan, sejak Senin, 5 Januari 2026 |"),
        ("jalan 1 nota-dinas", f"| {NOTE} ([#1]({ADDRESS}/pull/1)) | selesai Senin, 5 Januari 2026 | – |"),
        ("jalan 1 rencana-kerja", f"| {NOTE} | **A1** di **Kasubag KPP** | [Mulai {NOTE}]({ADDRESS}/new/main?filename="),
        ("1 buka kasubag: nota-dinas.md=a\n1 gabung kasubag", f"[Lanjutkan {NOTE} dalam PR baru]({ADDRESS}/new/main?filename="),
        ("1 buka kasubag: nota-dinas.md=a\n1 tak-terbaca: x", "| **A1**: Keterangan PR ini belum terbaca lengkap"),
    ],
)  # fmt: skip
def test_a_row_tells_who_holds_a_paper_since_when_and_what_is_next(story: str, said: str) -> None:
    assert said in row(story)


def test_a_paper_that_waits_says_for_what_and_asks_nothing() -> None:
    assert row("jalan 1 rencana-kerja sampai B1", "Data LAKIP") == (
        "| Data LAKIP | **B3**: Menunggu Rencana kerja penyusunan LAKIP selesai. | – |"
    )


def test_an_open_pull_request_that_was_not_looked_at_leaves_its_row_without_an_act() -> None:
    moment = last("1 buka kasubag: nota-dinas.md=a\n1 tak-terbaca: x")
    assert show(moment, []).board.body.count(f"([#1]({ADDRESS}/pull/1))") == 1


def test_dates_from_outside_have_their_weekday_and_belong_to_the_year_after() -> None:
    body = told("jalan 1 rencana-kerja").board.body
    assert (
        "Batas waktu: Unggah LAKIP ke e-SAKIP kabupaten, Sabtu, 28 Februari 2026"
        " (akhir pekan; selambatnya Jumat, 27 Februari 2026).\n" in body
    )
    assert "akhir Februari" not in body


def test_what_moves_no_paper_is_listed_once_and_many_are_counted() -> None:
    story = "jalan 1 nota-dinas sampai A2\n2 buka staf: /docs/a.md=b\n3 buka kasubag: nota-dinas.md=dua\n4 buka staf: x.md=a"
    body = told(story).board.body
    others = body.partition("**PR lain:**\n")[2].partition("\n\n")[0].splitlines()
    assert [line.partition("]")[0] for line in others] == ["- [#2", "- [#3", "- [#4"]
    assert others[0].startswith(f"- [#2]({ADDRESS}/pull/2) Judul 2: Perlu 1 persetujuan")
    many = "\n".join(f"{number} buka staf: /docs/a{number}.md=b" for number in range(1, 14))
    assert "\n- dan 3 lagi\n" in told(many).board.body
    untitled = show(last(many), []).board.body
    assert f"- [#1]({ADDRESS}/pull/1): Perlu 1 persetujuan" in untitled


def test_oddities_are_told() -> None:
    body = told("jalan 1 rencana-kerja\n1 batalkan kadin").board.body
    assert "**Kejanggalan** (perlu dijelaskan oleh yang bersangkutan):\n- " in body
    assert "Kejanggalan" not in told("jalan 1 rencana-kerja").board.body


def test_papers_that_are_done_stand_with_their_digest_and_the_book_is_offered() -> None:
    body = told("jalan 1 rencana-kerja").board.body
    assert "- Rencana kerja penyusunan LAKIP 2025, Senin, 5 Januari 2026 pukul 08.50 WIB, [#1]" in body
    assert "Buku kendali belum memuat 1 naskah yang selesai. [Simpan 001-rencana-kerja.jsonl]" in body
    assert "Buku kendali" not in told("jalan 1 rencana-kerja sampai B1").board.body


def test_a_line_of_the_book_that_does_not_fit_into_an_address_is_made_by_the_workflow() -> None:
    moment = last("jalan 1 rencana-kerja")
    here = replace(desk(moment), unnoted={"001-rencana-kerja.jsonl": b"x" * 9000})
    said = f"Buku kendali belum memuat 1 naskah yang selesai: klik [Run workflow]({ADDRESS}/actions/workflows/jalankan.yml)"
    assert f"{said}, pilih `catat`, isi tahun 2025.\n" in board(here, []).body


def test_a_book_that_cannot_be_continued_or_read_is_told() -> None:
    moment = last("jalan 1 rencana-kerja")
    broken = replace(desk(moment), unnoted="Buku tahun 2025 tidak utuh.")
    assert "\nBuku kendali: Buku tahun 2025 tidak utuh.\n" in board(broken, []).body
    main = dict(moment.facts.main)
    main["lakip/2025/buku/001-rencana-kerja.jsonl"] = main["README.md"]
    unread = replace(moment, facts=replace(moment.facts, main=main))
    assert "Buku kendali: Isi lakip/2025/buku/001-rencana-kerja.jsonl tidak terbaca." in show(unread).board.body


def test_a_later_edition_is_named_as_one() -> None:
    story = (
        "jalan 1 rencana-kerja\njalan 2 data-lakip\njalan 3 draf-awal\njalan 4 draf-akhir\n"
        "5 buka kasubag: 01-pendahuluan.md=tiga tanggapan.yml=tiga"
    )
    shown = told(story).pulls[5]
    assert shown.title == "[B9 · di Kasubag KPP] Draf akhir LAKIP 2025 (versi 2)"


def test_a_board_stays_below_what_a_forge_takes() -> None:
    story = "\n".join(f"{number} buka staf: /docs/a{number}.md=b" for number in range(1, 40))
    moment = last(story)
    loud = replace(moment, facts=replace(moment.facts, pulls=tuple(
        replace(one, leaks=("@" * 5000,)) for one in moment.facts.pulls
    )))  # fmt: skip
    assert len(show(loud).board.body) < 60_000


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("27 Februari", "Jumat, 27 Februari 2026."),
        ("2 Maret", "Senin, 2 Maret 2026."),
        ("1 Maret", "Minggu, 1 Maret 2026 (akhir pekan; selambatnya Jumat, 27 Februari 2026)."),
    ],
)
def test_a_limit_at_a_weekend_names_the_friday_before_it(limit: str, said: str) -> None:
    here = desk(last("jalan 1 rencana-kerja"))
    limits = (replace(here.repo.office.batas_waktu[0], tanggal=limit),)
    moved = replace(here, repo=replace(here.repo, office=replace(here.repo.office, batas_waktu=limits)))
    assert f"Batas waktu: Unggah LAKIP ke e-SAKIP kabupaten, {said}\n" in board(moved, []).body


def test_what_moves_no_paper_names_who_is_next_with_a_link_and_no_person() -> None:
    body = told("1 buka staf: /docs/a.md=b").board.body
    assert f"Berikutnya, Kasubag KPP: [Baca, lalu setujui atau kembalikan]({ADDRESS}/pull/1/files).\n" in body
    assert "menyetujui atau mengembalikannya" not in body
    merged = told("1 buka kasubag: rencana-kerja.yml=satu\n1 gabung staf").board.body
    assert "**PR lain:**\n- [#1]" in merged
