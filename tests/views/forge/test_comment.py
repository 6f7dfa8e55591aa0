"""Comments and boards word by word in the main situations, and whatever people write in them stays words.

A case is a story, a line ``-----``, and what is shown at its end: the status, the title, labels, the comment; the board
with ``papan`` as its name. Renew them, and read what changed, with

    python tests/views/forge/test_comment.py
"""

import re
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[3] / "scripts"), str(Path(__file__).parents[2])]

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers import CASES
from paraf.alur.facts import Review
from paraf.gerbang.effects import ChangedText, Meta
from paraf.laporan.perubahan.records import Piece
from paraf.views.forge.comment import LONGEST
from views.forge.shown import ADDRESS, READING, Shown, comment, last, metas_of, show, told, with_pull

FOLDER = CASES / "komentar"
_LINE = "\n-----\n"
B6 = "jalan 1 rencana-kerja\njalan 2 data-lakip\njalan 3 draf-awal sampai B5"
CHANGED = (ChangedText("Bab II", "target 90", "target 98"), ChangedText("data/kinerja.yml", "", "realisasi: 98"))


def written(name: str, shown: Shown) -> str:
    """What a case holds of what is shown."""
    if name.startswith("papan"):
        return f"{shown.board.title}\n{shown.board.body}"
    one = max(shown.pulls.items())[1]
    return f"{one.state}: {one.description}\n{one.title}\n{', '.join(one.labels)}\n{one.comment}"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_shown_word_by_word(path: Path) -> None:
    story, _, expected = path.read_text(encoding="utf-8").partition(_LINE)
    assert written(path.stem, told(story)) == expected


def test_control_the_cases_are_there_and_differ() -> None:
    texts = {path.read_text(encoding="utf-8").partition(_LINE)[2] for path in FOLDER.glob("*.txt")}
    assert len(texts) == len(list(FOLDER.glob("*.txt"))) >= 8


def _meta(changes: tuple[ChangedText, ...], reading: str | None = READING) -> Meta:
    return Meta(number=3, head="3" * 40, branch="naskah/2025/draf-awal", title="Draf", reading=reading, changes=changes)


def _with(story: str, meta: Meta) -> str:
    moment = last(story)
    return show(moment, metas_of(moment.facts, meta)).pulls[3].comment


def test_changes_stand_side_by_side_for_the_role_that_is_next() -> None:
    text = _with(B6, _meta(CHANGED))
    assert "Yang berubah sejak Sekdin terakhir menilai:\n\n| Di | Semula | Menjadi |\n|---|---|---|\n" in text
    assert "| Bab II | target 90 | target 98 |\n" in text
    assert (
        "| data/kinerja.yml | (belum ada) | realisasi:&#8203; 98 |\n" in text or "(belum ada) | realisasi: 98 |" in text
    )
    assert "(dihapus)" in _with(B6, _meta((ChangedText("Bab II", "kalimat", ""),)))


def test_many_changes_and_findings_are_counted() -> None:
    many = tuple(ChangedText(f"Bab {number}", "a", "b") for number in range(12))
    assert "\ndan 2 perubahan lain.\n" in _with(B6, _meta(many))
    found = last(f"{B6}\n3 temuan B6: 01-pendahuluan.md baris 3: kurang")
    said = tuple(f"01-pendahuluan.md baris {number}: kurang" for number in range(2, 14))
    moment = with_pull(found, 3, checks={"B6": said})
    text = show(moment).pulls[3].comment
    assert text.count("/edit/naskah/2025/pr-3/lakip/2025/01-pendahuluan.md#L") == 11  # ten rows, and the act
    assert "- dan 2 lagi\n" in text
    both = show(moment, metas_of(moment.facts, _meta(many))).pulls[3].comment
    assert "\ndan 7 perubahan lain.\n" in both
    assert "- dan 7 lagi\n" in both


def test_a_reading_that_is_not_there_yet_is_said_to_come_and_only_where_one_will() -> None:
    coming = "Naskah bacanya sedang dibuat"
    assert coming in _with(B6, _meta((), None))
    assert coming not in _with(f"{B6}\n3 bentrok: lakip/2025/01-a.md", _meta((), None))
    assert coming not in _with(f"{B6}\n3 tutup", _meta((), None))
    moment = last("1 buka staf: /docs/a.md=b")
    assert coming not in show(moment, [replace(metas_of(moment.facts)[0], reading=None)]).pulls[1].comment


def test_what_a_reviewer_wrote_is_repeated_and_an_empty_word_is_not() -> None:
    assert "Catatannya: “Analisis IKU-3 belum ada”" in comment(
        f"{B6}\n3 kembalikan sekdin: Analisis IKU-3 belum ada", 3
    )
    assert "Catatannya" not in comment(f"{B6}\n3 kembalikan sekdin", 3)


def test_other_holders_of_a_role_are_named_and_many_are_counted() -> None:
    one = comment("jalan 1 rencana-kerja\njalan 2 data-lakip\n3 buka kasubag: 01-a.md=x", 3)
    assert "**Berikutnya, Tim (@contoh-tim-satu; boleh juga Anggota Tim dua (contoh)): " in one
    more = "".join(f"orang {name}\njabat tim {name} definitif 2025-01-01..\n" for name in ("ani", "budi", "cici"))
    many = comment(f"{more}jalan 1 rencana-kerja\njalan 2 data-lakip\n3 buka kasubag: 01-a.md=x", 3)
    assert "boleh juga Anggota Tim dua (contoh), Ibu Ani, atau 2 orang lain)" in many


def test_many_reasons_are_counted() -> None:
    files = " ".join(f"buku/{number:03d}-nota-dinas.jsonl=x" for number in range(1, 9))
    text = comment(f"jalan 1 nota-dinas\n2 buka staf: {files}", 2)
    assert re.search(r" Dan \d+ hal lain\.\n", text)
    assert "[Simpan 001-nota-dinas.jsonl]" in text


def test_pull_requests_that_a_sentence_names_are_linked_and_strangers_are_not() -> None:
    text = comment("jalan 1 nota-dinas sampai A1\n2 buka kasubag: nota-dinas.md=b", 2)
    assert f"sudah dibawa PR [#1]({ADDRESS}/pull/1), jadi PR ini ganda." in text
    assert "PR &#35;&#8203;77" in comment("1 buka staf: nota-dinas.md=a\n1 tak-terbaca: PR #77")


def test_words_that_differ_are_bold_on_either_side() -> None:
    pieces = (
        Piece("sama", "capaiannya"),
        Piece("dihapus", "90|"),
        Piece("ditambah", "98 *x*"),
        Piece("sama", "persen"),
    )
    text = _with(B6, _meta((ChangedText("Bab II", "", "", pieces),)))
    assert "| Bab II | capaiannya **90&#124;** persen | capaiannya **98 &#42;x&#42;** persen |" in text
    gone = (Piece("dihapus", "hilang"),)
    assert "| Bab II | **hilang** | (dihapus) |" in _with(B6, _meta((ChangedText("Bab II", "", "", gone),)))
    long = (Piece("sama", "a" * 300), Piece("ditambah", "tidak tampil"))
    assert "tidak tampil" not in _with(B6, _meta((ChangedText("Bab II", "", "", long),)))


_TAGS = re.compile(r"<!-- paraf:(?:gerbang|papan 2025) -->|</?details>|</?summary>")
_SAID = st.text(alphabet=st.sampled_from("ab @#1<>&|`*_[]()!:/.-~\n$GHé\u202e"), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SAID, min_size=12, max_size=12))
def test_nothing_that_people_write_becomes_markup_or_a_mention(said: list[str]) -> None:
    returned, found = last(f"{B6}\n3 kembalikan sekdin: x"), last(f"{B6}\n3 temuan B6: x")
    review = replace(returned.facts.pulls[2].reviews[-1], text=said[0])
    pages = last(f"{B6}\n4 buka staf: /docs/a.md=b")
    pieces = (Piece("dihapus", said[2]), Piece("sama", said[3]), Piece("ditambah", said[4]))
    meta = _meta((ChangedText(said[1], said[2], said[3]), ChangedText(said[5], "", "", pieces)))
    meta = replace(meta, branch=said[4], title=said[5], reading=None)
    people = tuple(replace(one, nama=said[6] + said[7]) for one in found.policy.officials.orang)
    policy = replace(found.policy, officials=replace(found.policy.officials, orang=people))
    told_all = [
        with_pull(returned, 3, reviews=(review,)),
        replace(with_pull(found, 3, checks={"B6": (f"{said[8]}.md baris 3: {said[9]}", said[10])}), policy=policy),
        with_pull(found, 3, missing=(said[11],)),
        with_pull(found, 3, conflicts=(said[0], said[1])),
        with_pull(pages, 4, leaks=(said[2],)),
        with_pull(pages, 4, paths=frozenset({f"lakip/2025/{said[3]}"})),
    ]
    for moment in told_all:
        shown = show(moment, metas_of(moment.facts, meta, replace(meta, number=4)))
        for text in [*(one.comment for one in shown.pulls.values()), shown.board.body]:
            assert len(text) <= LONGEST
            assert not re.search(r"[<>]", _TAGS.sub("", text)), text
            assert len(re.findall(r"@(?!&#8203;)", text)) <= 1, text
            assert "\u202e" not in text
            assert all(row.count("|") == 4 for row in text.splitlines() if row.startswith("|")), text


def test_what_would_be_too_long_loses_its_details_and_then_its_rows() -> None:
    moment = last(f"{B6}\n3 temuan B6: x")
    hard = "@" * 400
    rows = tuple(ChangedText(hard, hard, hard) for _ in range(60))
    loud = tuple(f"01-{'a' * 150}.md baris {number}: {hard}" for number in range(2, 40))
    plenty = with_pull(moment, 3, checks={"B6": loud})
    assert len(show(plenty, metas_of(moment.facts, _meta(rows))).pulls[3].comment) <= LONGEST
    for length, left in ((1, "<summary>Rincian</summary>"), (19_000, "- [01-")):
        meta = replace(_meta(rows), reading=f"{ADDRESS}/{'x' * (LONGEST - 12_000 - length)}")
        text = show(plenty, metas_of(moment.facts, meta)).pulls[3].comment
        assert (left in text) == (length > 1)
        assert len(text) <= LONGEST


def test_a_paper_without_a_naskah_baca_shows_the_digest_of_its_files_alone() -> None:
    moment = last("jalan 1 rencana-kerja sampai B1")
    text = show(with_pull(moment, expanded=None)).pulls[1].comment
    assert "Sidik jari digital (SHA-256) isi naskah:" in text
    assert "naskah bacanya" not in text


def test_where_nobody_can_go_on_the_way_out_is_told_once() -> None:
    text = comment("jabat sekdin kasubag plh 2026-01-01..2026-03-01\njalan 1 nota-dinas sampai A2")
    above = text.partition("<summary>Rincian")[0]
    assert "**Belum dapat diterima.** Hanya Kasubag KPP (contoh) yang memegang peran Sekdin" in above
    assert above.count("dibukanya sendiri") == 1
    assert "**Berikutnya: [Kasubag KPP (contoh) menutup PR &#35;&#8203;1, lalu Staf membuka yang baru." in above


def test_a_review_of_somebody_who_approves_nothing_here_is_not_taken_for_the_return() -> None:
    moment = last(f"{B6}\n3 kembalikan sekdin: alasan Sekdin")
    other = Review(id=99, by=999000001, state="changes_requested", at=moment.now, text="alasan Staf")
    pull = moment.facts.pulls[2]
    text = show(with_pull(moment, 3, reviews=(*pull.reviews, other))).pulls[3].comment
    assert "alasan Sekdin" in text
    assert "alasan Staf" not in text


def test_who_acts_for_somebody_else_is_called_so() -> None:
    story = "jabat sekdin tim-satu plh 2026-01-01..2026-03-01\njalan 1 nota-dinas sampai A2"
    text = comment(story)
    assert "**Berikutnya, Plh Sekdin (@contoh-tim-satu): " in text
    assert "\nYth. Plh Sekretaris Dinas,\n" in text
    done = comment(f"{story}\n1 setuju tim-satu")
    assert "- A3 disetujui oleh Anggota Tim satu (contoh) sebagai Plh Sekdin, " in done
    assert "**Berikutnya, Staf (@contoh-staf): " in done


if __name__ == "__main__":
    for case in sorted(FOLDER.glob("*.txt")):
        beginning = case.read_text(encoding="utf-8").partition(_LINE)[0].rstrip("\n")
        case.write_text(f"{beginning}{_LINE}{written(case.stem, told(beginning))}", encoding="utf-8")
        sys.stdout.write(f"ditulis: {case.name}\n")
