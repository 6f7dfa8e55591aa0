"""The language of the cases is strict: what it does not understand is told with file and line, and nothing is passed over."""

import pytest

from alur.story import Case, CaseError, Reader, ordinary
from alur.world import WIB
from paraf.alur.facts import Facts, Pull


def read(text: str) -> Case:
    return Reader("uji.txt").read(text)


def last(text: str) -> Facts:
    return read(f"# uji\n{text}\n? 1 lulus").checkpoints[-1].facts


def pull(text: str) -> Pull:
    return last(text).pulls[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1 bukaa kasubag: a.md=b", "kata tidak dikenal: bukaa"),
        ("1 buka budi: a.md=b", "orang tidak dikenal: budi"),
        ("1 buka kasubag cepat: a.md=b", "jumlah kata tidak cocok"),
        ("1 buka kasubag: a.md", "berkas tidak terbaca: a.md"),
        ("1 setuju sekdin", "PR 1 belum dibuka"),
        ("+5menit dasar: a=b", "jangka waktu tidak dikenal"),
        ("aturan warna=biru", "aturan tidak dikenal: warna"),
        ("jabat sekdin rina", "masa jabatan tidak terbaca"),
        ("jabat sekdin rina plh 2026-01-01..", "orang tidak dikenal: rina"),
        ("akhiri sekdin staf 2026-01-01", "tidak ada"),
        ("jalan 1 brosur", "naskah tidak dikenal"),
        ("jalan 1 nota-dinas sampai B4", "tidak ada pada"),
        ("jalan 1 nota-dinas lalu A3", "kata tidak dikenal: lalu"),
        ("1 buka kasubag: a.md=b\norang rina", "sebelum peristiwa pertama"),
        ("1 buka kasubag: a.md=b\n1 buka kasubag: a.md=b", "sudah dibuka"),
        ("1 buka kasubag: a.md=b\n1 sunting sekdin", "belum menulis apa pun"),
        ("1 buka kasubag: a.md=b\n1 batalkan sekdin", "belum menilai"),
        ("1 buka kasubag: a.md=b\n1 buka-lagi", "tidak ditutup"),
        ("1 buka kasubag: a.md=b\n1 tutup\n1 gabung staf", "tidak terbuka"),
        ("1 buka kasubag: a.md=b\n1 ajukan kasubag sekarang", "jumlah kata tidak cocok"),
        ("1 buka kasubag: a.md=b\n1 usul ganti sekdin", "usul tidak dikenal"),
        ("1 buka kasubag: a.md=b\ncatat", "tidak ada yang dapat dicatat"),
    ],
)
def test_what_is_not_understood_is_told(line: str, told: str) -> None:
    with pytest.raises(CaseError, match=told) as error:
        last(line)
    assert str(error.value).startswith("uji.txt:")


@pytest.mark.parametrize("text", ["# tanpa pertanyaan\njalan 1 nota-dinas", "1 buka kasubag: a.md=b\n? 1 lulus"])
def test_a_case_asks_something_and_says_why(text: str) -> None:
    with pytest.raises(CaseError):
        read(text)


def test_events_follow_each_other_by_ten_minutes_or_as_written() -> None:
    told = pull(
        "1 buka kasubag: a.md=b\n+17dtk 1 ajukan kasubag\n@2026-02-01T09:30 1 setuju sekdin\n+0dtk 1 setuju kadin"
    )
    assert (told.comments[0].at - told.spans[0].since).total_seconds() == 17
    assert told.reviews[0].at.astimezone(WIB).isoformat() == "2026-02-01T09:30:00+07:00"
    assert told.reviews[0].at == told.reviews[1].at


def test_a_push_tells_what_it_touched_and_main_what_it_holds() -> None:
    facts = last("1 buka kasubag: a.md=b /docs/x.md=y\n1 dorong staf: a.md=c -/docs/x.md\ndasar: z.md=1\n1 gabung staf")
    (told,) = facts.pulls
    assert [sorted(version.touched) for version in told.versions] == [
        ["docs/x.md", "lakip/2025/a.md"],
        ["docs/x.md", "lakip/2025/a.md"],
        ["lakip/2025/z.md"],
    ]
    assert [version.by is None for version in told.versions] == [False, False, True]
    assert told.paths == {"lakip/2025/a.md"}
    assert told.merged
    assert facts.main == told.merged.tree


def test_another_merge_moves_the_base_of_what_is_open() -> None:
    facts = last("1 buka kasubag: a.md=1\n2 buka staf: b.md=1\n2 gabung staf")
    first = next(one for one in facts.pulls if one.number == 1)
    assert first.versions[-1].by is None
    assert first.versions[-1].touched == {"lakip/2025/b.md"}
    assert first.paths == {"lakip/2025/a.md"}


def test_a_program_and_an_unknown_push_time() -> None:
    told = pull(
        "1 buka kasubag: a.md=b\n1 setuju sekdin (bot)\n1 dorong kasubag bersama sekdin tanpa-waktu terlihat=+5mnt: a.md=c"
    )
    assert told.reviews[0].bot
    pushed = told.versions[-1]
    assert pushed.at is None
    assert pushed.seen is not None
    assert pushed.co_authors == {999000003}


def test_modes_sizes_blanks_and_line_breaks() -> None:
    told = pull(r"1 buka kasubag: a\sb.md=x!120000~70 c\n=y")
    tree = told.versions[0].tree
    assert (tree["lakip/2025/a b.md"].mode, tree["lakip/2025/a b.md"].size) == ("120000", 70)
    assert "lakip/2025/c\n" in tree


def test_the_ordinary_course_names_every_step_of_every_paper() -> None:
    from_file = {paper: [event.label for event in events] for paper, events in ordinary().items()}
    case = read("# uji\njalan 1 nota-dinas\n? 1 lulus")
    papers = case.checkpoints[0].policy.papers.naskah
    for paper in papers:
        assert list(dict.fromkeys(from_file[paper.id])) == [*(stage.kode for stage in paper.langkah), "gabung"]
