"""The pages of the guide: what a person in a hurry finds on each."""

import pytest

from helpers import CASES, ROOT, TODAY, load_case, load_files
from htmltext import parse
from paraf.errors import DataError
from paraf.rules.of_sop import RULES
from paraf.sop.repository import Repository
from paraf.views.site import build_site

REPO = load_case(ROOT)
OFFICE = (ROOT / "sop" / "instansi.yml").read_text(encoding="utf-8")


def pages(repo: Repository, docs: dict[str, bytes] | None = None) -> dict[str, str]:
    return dict(build_site(repo, [], RULES, TODAY, docs or {}).files)


FILES = pages(REPO)
GUIDE_ONLY = pages(load_case(CASES / "sop-kedua"))


def with_office(**changes: str) -> Repository:
    texts = {f"sop/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "sop").glob("*.yml")}
    for before, after in changes.items():
        texts["sop/instansi.yml"] = texts["sop/instansi.yml"].replace(f"{before}:\n", f"{before}: {after}\n")
    return load_files(texts)


def test_the_sites_own_address_goes_into_messages_and_settings() -> None:
    site = build_site(with_office(situs="https://contoh.invalid/panduan"), [], RULES, TODAY, {})
    assert site.settings["site_url"] == "https://contoh.invalid/panduan/"
    assert "Panduannya: https://contoh.invalid/panduan/b6/" in site.files["b5.md"]
    assert "Panduannya: https://contoh.invalid/panduan/b5/" in site.files["b6.md"]
    assert "Panduannya: https://contoh.invalid/panduan/b11/" in site.files["b11.md"]
    assert "Panduannya" not in FILES["b5.md"]


def test_the_emblem_is_the_offices_or_an_empty_frame() -> None:
    assert '<span class="lambang" aria-hidden="true"></span>' in FILES["lembar-sop.md"]
    repo = with_office(lambang="lambang.png")
    own = pages(repo, {"lambang.png": b""})
    assert 'src="../lambang.png" alt="Lambang Pemerintah Kabupaten Trenggalek"' in own["lembar-sop.md"]
    assert 'src="../../lambang.png"' in own["lembar-sop/a4.md"]
    with pytest.raises(DataError) as caught:
        pages(repo)
    (fault,) = caught.value.faults
    assert fault.message == "gambar docs/lambang.png tidak ada"
    assert (fault.place.file, fault.place.line > 1) == ("sop/instansi.yml", True)


def test_a_role_is_led_to_the_page_that_says_what_it_clicks() -> None:
    """Only where the office has written one."""
    made = pages(REPO, {"menyetujui/sekdin.md": b"# Sekdin\n"})
    (link,) = [one for one in parse(made["jabatan/sekdin.md"]).all("a") if "langkah demi langkah" in one.text()]
    assert link.attributes["href"] == "../../menyetujui/sekdin/"
    assert "langkah demi langkah" not in made["jabatan/kadin.md"]


def test_the_strip_marks_the_step_one_stands_on() -> None:
    strip = parse(FILES["b7.md"]).all("nav", class_="pita")[0]
    links = [link for item in strip.all("li") for link in item.all("a")]
    assert [link.text() for link in links] == list(REPO.sop.steps)
    assert [link.text() for link in links if "aria-current" in link.attributes] == ["B7"]
    (other,) = strip.all("ol", class_="lain")  # a phone leaves the other part out
    assert {link.text()[0] for link in other.all("a")} == {"A"}


def test_a_step_leads_back_to_its_flow_the_other_part_and_everybodys_steps() -> None:
    (back,) = parse(FILES["b11.md"]).all("p", class_="balik")
    assert [(link.text(), link.attributes["href"]) for link in back.all("a")] == [
        ("Alur B", "../b/"),
        ("Bagian A", "../a/"),
        ("Semua langkah Staf", "../jabatan/staf/"),
        ("Semua langkah Kadin", "../jabatan/kadin/"),
    ]


@pytest.mark.parametrize(
    ("path", "said"), [("b9.md", "Ini langkah terakhir Kasubag KPP."), ("b17.md", "terakhir Staf.")]
)
def test_the_last_step_of_somebody_says_so(path: str, said: str) -> None:
    foot = parse(FILES[path]).all("nav", class_="tetangga")[0].text()
    assert said in foot
    assert "Langkah Kasubag KPP berikutnya" not in foot


def test_as_long_as_papers_have_no_page_the_step_says_what_to_do_today() -> None:
    shown = pages(REPO, {"istilah.md": b"# Istilah\n\nKata.\n"})["b7.md"]
    (notice,) = parse(shown).all("p", class_="maklumat")
    assert notice.text().startswith("Halaman naskah belum dibuka kantor. Untuk sekarang kerjakan di atas kertas:")
    assert [link.attributes["href"] for link in notice.all("a")] == ["../istilah/"]
    assert shown.index("maklumat") < shown.index('<ol class="cara">')
    assert "Selengkapnya" not in FILES["b7.md"]
    assert not any("maklumat" in page for page in GUIDE_ONLY.values())


def test_a_refusal_says_where_the_work_goes_and_who_takes_it_up() -> None:
    assert "Pekerjaan kembali ke <a" in FILES["a3.md"]
    assert "</a> (Kasubag KPP): Kasubag KPP Menyiapkan konsep nota dinas" in FILES["a3.md"]
    again = [text for text in sections(FILES["a1.md"]) if text.startswith("Bila dikembalikan")]
    assert again == [
        "Bila dikembalikan Langkah ini diulang bila dikembalikan dari A3 atau A5 . Baca catatannya, lalu perbaiki."
    ]
    own = "Bila dikembalikan Langkah ini diulang: baca catatannya, lalu perbaiki. (tafsir kami)"
    assert own in sections(FILES["b1.md"])
    assert "Bila dikembalikan</h2>" not in FILES["b7.md"]


def sections(page: str) -> list[str]:
    return [section.text() for section in parse(page).all("section")]


def test_what_happens_on_refusal_comes_before_the_long_letters() -> None:
    heads = [section.split(" ", 2)[:2] for section in sections(FILES["b6.md"])]
    assert [" ".join(words) for words in heads[:4]] == ["Yang Anda", "Bila dikembalikan", "Selesai bila", "Pesan siap"]


def test_a_button_opens_the_papers_page_once_the_repository_is_known() -> None:
    assert "tombol" not in FILES["b7.md"]
    assert "maklumat" in FILES["b7.md"]
    known = pages(with_office(repositori="https://contoh.invalid/kantor/lakip"))["b7.md"]
    address = "https://contoh.invalid/kantor/lakip/pulls?q=is%3Apr%20is%3Aopen%20in%3Atitle%20%22Draf%20awal%20LAKIP%22"
    assert f'href="{address}"' in known
    assert "Buka halaman naskah: Draf awal LAKIP" in known
    assert "maklumat" not in known


def test_words_help_the_search_and_are_not_shown() -> None:
    front, body = FILES["b7.md"].split("\n---\n", 1)
    for word in ("B.7", "B 7", "edarkan draf", "mengedarkan", "3 hari", "masukan dari SKPD", "Staf Subbagian KPP"):
        assert f'"{word}"' in front or f', {word}"' in front, word
    assert "laksana" in body.split('<p hidden="hidden"><sup>')[1]
    assert '<p hidden="hidden">Staf · 3 hari</p>' in body


def test_a_role_sees_where_things_come_from_and_go_to() -> None:
    page = parse(FILES["jabatan/sekdin.md"])
    first = page.all("li")[0].text()
    assert first.startswith("A3 Melakukan koreksi dan persetujuan konsep nota dinas")
    assert "Diterima dari Kasubag KPP (A2)" in first
    assert "Diteruskan ke Staf (A4)" in first
    assert "Bila dikembalikan ke Kasubag KPP (A1)" in first
    assert "Diterima dari langkah saya A1" in parse(FILES["jabatan/kasubag.md"]).all("li")[1].text()


@pytest.mark.parametrize(
    ("role", "code", "said"),
    [
        ("kadin", "B1", "Diterima dari Kasubag KPP (B1) Yang diterima Rencana kerja penyusunan LAKIP"),
        ("kadin", "B11", "Diterima dari Staf (B11) Yang diterima Draf akhir LAKIP"),
        ("kadin", "B11", "Diteruskan ke Staf (B12) Bila dikembalikan ke Kasubag KPP (B8)"),
        ("kadin", "B16", "Diterima dari Staf (B15) Yang diterima Surat pengantar LAKIP"),
        ("kadin", "B16", "Diteruskan ke Staf (B16) Bila dikembalikan ke Staf (B13)"),
        ("staf", "B11", "Diteruskan ke Kadin (B11) lalu langkah saya B12"),
        ("staf", "B12", "Diterima dari Kadin (B11)"),
        ("staf", "B15", "Diteruskan ke Kadin (B16)"),
        ("staf", "B16", "Diterima dari Kadin (B16)"),
        ("staf", "B17", "Diterima dari langkah saya B16"),
        ("kasubag", "B1", "Bila dikembalikan ke langkah saya B1"),
        ("kasubag", "B2", "Diterima dari Kadin (B1)"),
    ],
)
def test_a_paper_goes_through_the_hands_of_who_decides_inside_a_step(role: str, code: str, said: str) -> None:
    items = [item.text() for item in parse(FILES[f"jabatan/{role}.md"]).all("li")]
    assert said in next(item for item in items if item.startswith(f"{code} "))


def test_without_papers_who_decides_receives_the_steps_output() -> None:
    items = [item.text() for item in parse(GUIDE_ONLY["jabatan/koordinator.md"]).all("li")]
    decided = next(item for item in items if item.startswith("D7 "))
    assert "Diterima dari Pengolah Data (D7) Yang diterima Konsep laporan kinerja triwulanan yang disetujui" in decided


def test_who_approves_inside_anothers_step_is_told_so() -> None:
    said = " ".join(item.text() for item in parse(FILES["jabatan/kadin.md"]).all("li"))
    assert "Bagian saya menyetujui (tafsir kami); langkahnya dikerjakan Staf" in said
    assert "Paling lama 5 hari, untuk seluruh langkah" in said


def test_who_decides_in_anothers_row_is_told_so() -> None:
    said = " ".join(item.text() for item in parse(GUIDE_ONLY["jabatan/koordinator.md"]).all("li"))
    assert "Bagian saya memutuskan; langkahnya dikerjakan Pengolah" in said


def test_screen_words_need_papers() -> None:
    assert "Tulisan di layar" in FILES["jabatan/sekdin.md"]
    assert not any("Tulisan di layar" in page for page in GUIDE_ONLY.values())


def test_home_has_a_search_that_needs_no_script() -> None:
    form = parse(FILES["index.md"]).all("form")[0]
    assert form.attributes["method"] == "get"
    assert form.all("input")[0].attributes["name"] == "q"


def test_home_says_what_is_not_there_yet_and_a_guide_says_nothing_of_it() -> None:
    assert "Belum ada tahun berjalan." in FILES["index.md"]
    assert "Belum ada LAKIP yang terbit." in FILES["index.md"]
    assert "terbit" not in GUIDE_ONLY["index.md"]
    assert {"posisi.md", "terbit.md"} <= set(FILES)
    assert not {"posisi.md", "terbit.md"} & set(GUIDE_ONLY)


def test_a_handwritten_page_may_ask_for_a_place_on_the_front_page() -> None:
    content = "---\ndi_beranda: ya\n---\n# Apa bedanya\n\nKalimat *pertama*.\n\nKedua.\n"
    home = pages(REPO, {"beda.md": content.encode()})["index.md"]
    assert '## Apa bedanya\n\n<p>Kalimat <em>pertama</em>. <a href="beda/">Selengkapnya</a></p>' in home
    assert "Kedua" not in home


def test_overview_sections_and_poster_show_every_step_once() -> None:
    for path in ("sekilas.md", "poster.md"):
        links = [link.text() for link in parse(FILES[path]).all("a") if link.attributes.get("href", "").count("/") == 2]
        assert len([link for link in links if link]) >= len(REPO.sop.steps)
    codes = [parse(FILES[f"{letter}.md"]).all("b") for letter in "ab"]
    assert [bold.text() for found in codes for bold in found] == list(REPO.sop.steps)


def test_a_shared_link_shows_who_how_long_and_what() -> None:
    assert (
        'description: "Siapa: Staf. Paling lama: 3 hari. Hasil: Draf awal LAKIP, masukan dari SKPD."' in FILES["b7.md"]
    )
