"""The one next act: for every situation a verb, the page that opens, and the buttons as the forge names them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from paraf.laporan.records.reading import read_evidence
from paraf.views.forge.act import act
from paraf.views.forge.begin import Act, begin
from views.forge.shown import ADDRESS, desk, last, turn, with_pull

EDIT = f"{ADDRESS}/edit/naskah/2025/pr-1/lakip/2025"
NEW = f"{ADDRESS}/new/naskah/2025/pr-1?filename=lakip/2025"
TREE = f"{ADDRESS}/tree/naskah/2025/pr-1/lakip/2025"
MAIN = f"{ADDRESS}/new/main?filename=lakip/2025"
PULL = f"{ADDRESS}/pull/1"


def of(story: str, number: int = 1) -> Act:
    moment = last(story)
    return act(desk(moment), turn(moment, number))


A2 = "jalan 1 nota-dinas sampai A2"
B1 = "jalan 1 rencana-kerja"


@pytest.mark.parametrize(
    ("story", "who", "verb", "link", "how"),
    [
        # Written: a file that is there, one that is not, a folder where there are several.
        ("1 buka tim-satu: nota-dinas.md=a", "Kasubag KPP", "Susun naskahnya", f"{EDIT}/nota-dinas.md",
         "Berkasnya terbuka: tulis isinya, klik"),
        ("1 buka kasubag: laporan.yml=a", "Kasubag KPP", "Susun naskahnya", f"{NEW}/nota-dinas.md",
         "Isi kerangka nota-dinas.md, klik"),
        (f"{B1}\njalan 2 data-lakip\n1 waktu\n3 buka kasubag: 01-a.md=x", "Tim", "Susun naskahnya", "/lakip/2025",
         "gambar pensil"),
        # Repaired: what the checks found in a file, or of no file; at any step of the paper.
        (f"{A2}\n1 temuan A1: nota-dinas.md baris 3: kurang", "Kasubag KPP", "Perbaiki yang tersebut di atas",
         f"{EDIT}/nota-dinas.md#L3", "Betulkan"),
        (f"{A2}\n1 temuan A3: Nomor belum ada", "Kasubag KPP", "Perbaiki yang tersebut di atas", f"{EDIT}/nota-dinas.md",
         "Betulkan"),
        (f"{A2}\n1 kembalikan sekdin: salah", "Kasubag KPP", "Baca catatan peninjau, lalu perbaiki",
         f"{PULL}#pullrequestreview-2", "bila tidak ada yang perlu diubah, Kasubag KPP menulis komentar `/ajukan` lagi"),
        # Handed over, approved, recorded, merged.
        ("jalan 1 nota-dinas sampai A1", "Kasubag KPP", "Serahkan kepada Sekdin", f"{PULL}#issuecomment-new", "/ajukan"),
        (A2, "Sekdin", "Baca, lalu setujui atau kembalikan", f"{PULL}/files", "**Review changes** → **Approve**"),
        ("jalan 1 nota-dinas sampai A5", "Staf", "Catat bukti langkah A6", f"{NEW}/bukti/a6.yml&value=", "Isi yang kosong"),
        ("jalan 1 nota-dinas sampai A6\n1 temuan bukti/a6.yml: nomor kosong", "Staf",
         "Periksa dan simpan lagi bukti langkah A6", f"{EDIT}/bukti/a6.yml", "Isi yang kosong"),
        ("jalan 1 nota-dinas sampai siap", "Staf", "Satukan ke naskah resmi", PULL, "**Squash and merge**"),
        ("jalan 1 nota-dinas sampai siap\n1 jadikan-draf", "Staf", "Tandai siap, lalu satukan", PULL, "**Ready for review**"),
        # Refused, unread, closed.
        (f"{A2}\n1 bentrok: lakip/2025/nota-dinas.md", "Kasubag KPP", "Satukan bagian yang bertentangan", f"{PULL}/conflicts",
         "**Resolve conflicts**"),
        ("1 buka staf: /docs/a.md=b\n1 bentrok: docs/a.md", "pembuka PR ini", "Satukan bagian yang bertentangan",
         f"{PULL}/conflicts", "**Resolve conflicts**"),
        ("1 buka staf: nota-dinas.md=a rencana-kerja.yml=b", "",
         "Pembuka PR ini memisahkannya menjadi satu PR untuk setiap naskah.", f"{PULL}/files", ""),
        (f"{A2}\n1 tak-terbaca: tinjauan", "", "Petugas TI memeriksa sebabnya, lalu menilai lagi.", "gerbang.yml",
         "**Run workflow**"),
        (f"{A2}\n1 tutup", "", "Tidak ada yang perlu dilakukan. Bila naskahnya masih diperlukan, buka lagi PR ini.", PULL,
         "**Reopen pull request**"),
        # What is no paper.
        ("1 buka staf: /docs/a.md=b", "Kasubag KPP", "Baca, lalu setujui atau kembalikan", f"{PULL}/files", "**Approve**"),
        ("1 buka staf: /docs/a.md=b\n1 setuju sekdin", "pembuka PR ini", "Satukan ke naskah resmi", PULL, "**Squash and merge**"),
        ("1 buka staf: /docs/a.md=b\n1 setuju sekdin\n1 gabung staf", "", "Tidak ada lagi yang perlu dilakukan pada PR ini.",
         "", ""),
    ],
)  # fmt: skip
def test_every_situation_has_one_act(story: str, who: str, verb: str, link: str, how: str) -> None:
    found = of(story, 3 if story.startswith(B1) else 1)
    assert (found.who, found.verb) == (who, verb)
    assert link in found.link
    assert how in found.how


def test_a_record_comes_with_its_words_and_without_a_day_so_that_it_is_the_same_tomorrow() -> None:
    address = of("jalan 1 nota-dinas sampai A5").link
    text = parse_qs(urlsplit(address).query)["value"][0]
    assert "langkah: A6\n" in text
    assert "tanggal:\n" in text
    here = desk(last("jalan 1 nota-dinas sampai A5"))
    assert text == here.blank("A6")
    assert read_evidence(here.forms, 2025, "bukti/a6.yml", text.encode(), here.now.date()).faults


@pytest.mark.parametrize("step", ["A6", "A7", "A8", "B2", "B7", "B12", "B16", "B17"])
def test_every_record_fits_into_an_address(step: str) -> None:
    here = desk(last("jalan 1 nota-dinas sampai A5"))
    link = here.forge.new("naskah/2026/laporan-individu", f"lakip/2026/bukti/{step.lower()}.yml", here.blank(step))
    assert "&value=" in link
    assert ": 0001-" not in here.blank(step)


def test_a_later_record_is_prefilled_as_such_and_an_unknown_step_is_not() -> None:
    here = desk(last("jalan 1 nota-dinas sampai A5"))
    assert "alasan:" in here.blank("A6", number=2)
    assert here.blank("A1") == ""


@pytest.mark.parametrize(
    ("story", "number", "verb", "link"),
    [
        ("1 buka kasubag: rencana-kerja.yml=a\n2 buka kasubag: data/x.csv=a", 2,
         "Selesaikan dulu Rencana kerja penyusunan LAKIP, PR 1", PULL),
        ("1 buka tim-satu: 01-a.md=a", 1, "Mulai Rencana kerja penyusunan LAKIP", f"{MAIN}/rencana-kerja.yml"),
        ("jalan 1 nota-dinas sampai A1\n2 buka kasubag: nota-dinas.md=b", 2,
         "Lanjutkan di Nota dinas penyusunan Lapkin, PR 1", PULL),
        ("jalan 1 nota-dinas", 1, "Mulai Laporan Kinerja Individu", f"{MAIN}/bukti/a7.yml&value="),
        ("jalan 1 nota-dinas\n2 buka staf: bukti/a7.yml=a", 1, "Lihat posisi semua naskah di papan", "/labels/posisi%20naskah"),
        (B1, 1, "Mulai Data LAKIP", f"{ADDRESS}/tree/main/lakip/2025/data"),
        (f"{B1}\njalan 2 data-lakip", 2, "Mulai Draf awal LAKIP", f"{ADDRESS}/tree/main/lakip/2025"),
        ("dasar: surat-pengantar.md=a\n1 buka kasubag: data/x.csv=a\n1 gabung kasubag", 1, "Lanjutkan Data LAKIP dalam PR baru",
         f"{MAIN}/putaran/data-lakip-1.yml&value="),
        ("dasar: putaran/data-lakip-1.yml=a\n1 buka kasubag: data/x.csv=a\n1 gabung kasubag", 1,
         "Lanjutkan Data LAKIP dalam PR baru", f"{MAIN}/putaran/data-lakip-2.yml&value="),
    ],
)  # fmt: skip
def test_what_goes_on_elsewhere_is_named_and_opened(story: str, number: int, verb: str, link: str) -> None:
    found = of(story, number)
    assert found.verb == verb
    assert link in found.link


def test_a_paper_that_lies_on_main_already_is_edited_there() -> None:
    found = of("dasar: rencana-kerja.yml=kerangka\n1 buka tim-satu: 01-a.md=a")
    assert found.link == f"{ADDRESS}/edit/main/lakip/2025/rencana-kerja.yml"
    assert "`naskah/2025/rencana-kerja`" in found.how
    assert "title=Rencana%20kerja%20penyusunan%20LAKIP%202025&template=rencana-kerja.md" in found.how


def test_files_in_a_folder_are_picked_first_and_who_hands_over_again_is_named() -> None:
    how = of(f"{B1}\njalan 2 data-lakip\njalan 3 draf-awal sampai B5\n3 kembalikan sekdin: salah", 3).how
    assert ", pilih berkasnya, klik gambar pensil, betulkan" in how
    assert "Kasubag KPP menulis komentar `/ajukan` lagi." in how
    assert "Di bagian bawah halaman ini" in of("jalan 1 nota-dinas sampai siap").how


def test_a_folder_takes_uploads_as_well() -> None:
    found = of(f"{B1}\njalan 2 data-lakip\n1 waktu\n3 buka kasubag: 01-a.md=x", 3)
    assert "Berkas jadi dapat diunggah ke [" in found.how
    assert "/upload/" in found.how


def test_a_return_without_a_review_to_be_seen_leads_to_the_page() -> None:
    moment = last(f"{A2}\n1 kembalikan sekdin: salah")
    here = turn(moment)
    assert act(desk(moment), replace(here, pull=replace(here.pull, reviews=()))).link == PULL


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("jalan 1 nota-dinas\njalan 2 laporan-individu sampai A9", ["Yang disetujui: [bukti langkah A8]("]),
        ("aturan ketat=ya\n1 buka kasubag: nota-dinas.md=a\n1 ajukan kasubag", ["Tempel sidik jari digital ini", "`"]),
        ("aturan kertas=sekdin\n1 buka kasubag: nota-dinas.md=a\n1 ajukan kasubag",
         ["Di atas kertas: Staf menyimpan [lembar bertanda tangan]", "bukti/a3-kertas.yml&value=",
          "ditegaskan Kasubag KPP, Sekdin, atau Kadin dengan **Approve**"]),
        ("aturan kertas=sekdin\n1 buka kasubag: nota-dinas.md=a\n1 ajukan kasubag\n1 dorong staf: bukti/a3-kertas.yml=a",
         ["sudah dicatat di `bukti/a3-kertas.yml`; sesudah dicocokkan, ditegaskan"]),
        ("aturan kertas=kadin\n1 buka kasubag: nota-dinas.md=a\n1 ajukan kasubag", ["**Submit review**."]),
    ],
)  # fmt: skip
def test_what_an_approver_is_told_besides(story: str, said: list[str]) -> None:
    how = of(story, 2 if "jalan 2" in story else 1).how
    assert [one for one in said if one not in how] == []
    assert ("kertas" in how) == ("kertas=sekdin" in story)


@pytest.mark.parametrize(
    ("story", "link"),
    [
        ("jalan 1 nota-dinas\n2 buka kasubag: bukti/a6-2.yml=x", "bukti/a6-2.yml"),
        ("jalan 1 nota-dinas\n2 buka staf: bukti/a6-2.yml=x bukti/a6-3.yml=x\n2 temuan bukti/a6-3.yml: kosong", "bukti/a6-3.yml"),
    ],
)  # fmt: skip
def test_later_evidence_is_completed_where_it_lacks_something(story: str, link: str) -> None:
    found = of(story, 2)
    assert (found.who, found.verb) == ("Staf", "Lengkapi bukti susulan")
    assert found.link.endswith(link)


def test_a_double_of_what_is_no_paper_is_named_by_its_number() -> None:
    moment = last("jalan 1 nota-dinas sampai A1\n2 buka kasubag: nota-dinas.md=b")
    here = desk(moment)
    bare = replace(here, cycle=replace(here.cycle, verdicts=here.cycle.verdicts[1:]))
    assert act(bare, turn(moment, 2)).verb == "Lanjutkan di PR 1"


def test_a_pull_request_without_any_content_is_still_spoken_of() -> None:
    moment = with_pull(last("1 buka staf: nota-dinas.md=a"), versions=())
    assert act(desk(moment), turn(moment)).verb.startswith("Petugas TI")
    assert turn(moment).tree == {}


@pytest.mark.parametrize(
    ("story", "number", "file", "said"),
    [
        ("jalan 1 nota-dinas", 1, "rencana-kerja.yml", "jadwal:\n  - {langkah: B1, "),
        ("1 buka kasubag: laporan.yml=a", 1, "nota-dinas.md", "Tulis isi suratnya."),
        ("jalan 1 nota-dinas\njalan 2 laporan-individu sampai A11", 2, "individu.yml", "jumlah_wajib:\nlaporan:"),
    ],
)
def test_a_papers_own_file_begins_with_its_skeleton(story: str, number: int, file: str, said: str) -> None:
    moment = last(story)
    here = desk(moment)
    paper = here.paper("rencana-kerja")
    assert paper
    found = begin(here, paper) if file == "rencana-kerja.yml" else act(here, turn(moment, number))
    asked = parse_qs(urlsplit(found.link).query)
    assert asked["filename"] == [f"lakip/2025/{file}"]
    assert said in asked["value"][0]
    assert f"Isi kerangka {file}" in found.how


def test_a_finding_of_a_file_that_is_not_there_begins_it() -> None:
    assert of(f"{A2}\n1 temuan A1: lain.yml: belum ada").link == f"{NEW}/lain.yml"
