"""The contract with the gate: only a pass is a success, exactly the next approver is requested, nobody else is mentioned."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from alur.story import FOLDER, case_files
from paraf.gerbang.effects import LONGEST, MARK, board_mark
from views.forge.shown import last, metas_of, moments, show, told

_MENTION = re.compile(r"@(?!&#8203;)")
_FOLDED = re.compile(r"<details>\n(<summary>.*?</summary>).*?</details>", re.DOTALL)
STAF, KASUBAG, SEKDIN, KADIN = range(999000001, 999000005)
LINES = 25
"""What stands above the details, so that a phone shows it without a search."""


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_whatever_happens_a_comment_is_short_and_mentions_one_person_at_most(path: Path) -> None:
    told_all = list(moments(path.read_text(encoding="utf-8")))
    for moment in told_all if path.parent.name == "tahun" else told_all[-1:]:
        shown = show(moment)
        for one in shown.pulls.values():
            assert one.comment.startswith(f"{MARK}\n")
            assert len(one.comment) < 60_000
            assert 0 < len(one.description) <= LONGEST
            assert len(_MENTION.findall(one.comment)) <= 1, one.comment
            assert len(one.request) <= 1
            above = [line for line in _FOLDED.sub(r"\1", one.comment).splitlines() if line]
            assert len(above) <= LINES, one.comment
            assert "Berikutnya" in one.comment or one.state == "failure"
        assert shown.board.body.startswith(f"{board_mark(shown.board.year)}\n")
        assert not _MENTION.search(shown.board.body)


@pytest.mark.parametrize(
    ("story", "asked"),
    [
        ("jalan 1 rencana-kerja sampai B1", set()),
        ("1 buka kasubag: rencana-kerja.yml=satu", set()),
        ("1 buka kasubag: rencana-kerja.yml=satu\n1 ajukan kasubag", {KADIN}),
        ("jalan 1 nota-dinas sampai A2", {SEKDIN}),
        ("jalan 1 nota-dinas sampai A2\n1 dorong tim-satu: nota-dinas.md=lain", set()),
        ("jalan 1 nota-dinas sampai A2\n1 temuan A3: nota-dinas.md baris 3: kurang", set()),
        ("jalan 1 nota-dinas sampai A2\n1 kembalikan sekdin: salah", set()),
        ("jalan 1 nota-dinas sampai A2\n+10dtk 1 setuju staf", {SEKDIN}),
        ("jalan 1 nota-dinas sampai A2\n1 dorong sekdin: nota-dinas.md=koreksi", set()),
        # The one who handed over is passed over, and so are the author and who approved before.
        ("orang rina\njabat sekdin kasubag definitif 2025-01-01..\njalan 1 nota-dinas sampai A2", {SEKDIN}),
        ("orang rina\njabat kadin rina definitif 2025-01-01..\njalan 1 nota-dinas sampai A4 dengan kadin=rina", {KADIN}),
        ("jabat kadin sekdin definitif 2025-01-01..\njalan 1 nota-dinas sampai A4", {KADIN}),
        ("aturan rangkap=catat\nakhiri kadin kadin 2025-12-31\njabat kadin sekdin plt 2026-01-01..\njalan 1 nota-dinas sampai A4",
         {SEKDIN}),
        # Where the office is strict, who helped to write is passed over, too.
        ("aturan ketat=ya\norang rina\njabat sekdin rina definitif 2025-01-01..\n1 buka kasubag: nota-dinas.md=a\n"
         "1 dorong sekdin: nota-dinas.md=b\n1 ajukan kasubag", {999000107}),
        # Nobody is asked who has no account.
        ("aturan kertas=kadin\ntanpa-akun kadin\njalan 1 nota-dinas sampai A4", set()),
        # Pages and rules: the one whom the verdict names.
        ("1 buka staf: /docs/index.md=baru", {KASUBAG}),
        ("1 buka kasubag: /docs/index.md=baru", {SEKDIN}),
        ("1 buka staf: /docs/index.md=baru\n1 kembalikan sekdin: bukan", set()),
        ("1 buka staf: /sop/naskah.yml=baru", {KADIN}),
        ("1 buka staf: /sop/naskah.yml=baru\n1 setuju kadin", {KASUBAG}),
        ("jalan 1 nota-dinas\n2 buka kasubag: bukti/a6-2.yml=susulan", set()),
        ("jalan 1 nota-dinas\n2 buka staf: bukti/a6-2.yml=susulan\n2 temuan bukti/a6-2.yml: alasan kosong", set()),
    ],
)  # fmt: skip
def test_exactly_the_next_approver_is_requested(story: str, asked: set[int]) -> None:
    assert max(told(story).pulls.items())[1].request == asked


def test_only_a_pass_is_a_success() -> None:
    story = "jalan 1 rencana-kerja sampai B1\n1 dorong kasubag: bukti/b2.yml=satu\n1 gabung kasubag"
    states = [show(moment).pulls[1].state for moment in moments(story)]
    assert states == ["pending", "success", "pending"]


def test_pull_requests_on_the_same_commit_share_the_worst_status() -> None:
    moment = last("jalan 1 rencana-kerja sampai siap\n2 buka kasubag: rencana-kerja.yml=satu nota-dinas.md=dua")
    both = [replace(one, head="a" * 40) for one in metas_of(moment.facts)]
    assert [one.state for one in show(moment).pulls.values()] == ["success", "failure"]
    one, other = show(moment, both).pulls.values()
    assert (one.state, one.description) == (other.state, other.description)
    assert one.state == "failure"


def test_a_closed_one_does_not_speak_for_an_open_one_on_its_commit() -> None:
    moment = last("1 buka kasubag: rencana-kerja.yml=satu\n1 tutup\njalan 2 rencana-kerja sampai siap")
    both = [replace(one, head="a" * 40) for one in metas_of(moment.facts)]
    assert {one.state for one in show(moment, both).pulls.values()} == {"success"}


def test_what_the_facts_do_not_know_gets_nothing() -> None:
    moment = last("1 buka kasubag: rencana-kerja.yml=satu")
    stranger = replace(metas_of(moment.facts)[0], number=9)
    assert list(show(moment, [*metas_of(moment.facts), stranger]).pulls) == [1]


def test_the_same_facts_make_the_same_bytes_in_any_order_of_the_pull_requests_and_at_any_minute() -> None:
    moment = last(
        "jalan 1 rencana-kerja\njalan 2 data-lakip\njalan 3 draf-awal sampai B6\n4 buka staf: /docs/index.md=x"
    )
    other = replace(moment, now=moment.now.replace(minute=59))
    assert show(moment) == show(moment, reversed(metas_of(moment.facts))) == show(other)


def test_what_was_merged_too_early_says_where_it_goes_on() -> None:
    early = "jalan 1 nota-dinas sampai A3\n1 gabung staf"
    assert "putaran/nota-dinas-1.yml" in told(early).pulls[1].comment.replace("%2F", "/")
    again = f"{early}\n2 buka kasubag: putaran/nota-dinas-1.yml=ulang"
    assert "putaran/nota-dinas-2.yml" not in told(again).pulls[1].comment.replace("%2F", "/")
    assert "/pull/2" in told(again).pulls[1].comment
    done = f"{again}\njalan 2 nota-dinas dari A2 sampai A5\n2 dorong staf: bukti/a6.yml=dua\n2 gabung staf"
    assert "sudah selesai lewat PR #2" in told(done).pulls[1].comment.replace("&#35;&#8203;", "#")
