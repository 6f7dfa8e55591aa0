"""The site as values: what is there, what is left out, what is masked."""

import json
import re
from datetime import date

import pytest

from helpers import CASES, ROOT, TODAY, load_case, load_files
from paraf.rules.base import AnyRule, Facts, run
from paraf.rules.catalogue import ALL_RULES
from paraf.rules.of_sop import RULES
from paraf.sop.repository import Repository
from paraf.views.site import MASKED, Site, build_site, mask_nip
from paraf.views.terminal import rule_text, step_text

REPO = load_case(ROOT)
BASE = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")


def site_of(repo: Repository, today: date = TODAY) -> Site:
    return build_site(repo, run(RULES, Facts(repo, today)), RULES, today, {})


@pytest.mark.parametrize("nip", ["197106091992011002", "19710609 199201 1 002", "NIP.197106091992011002"])
def test_a_civil_servant_number_is_masked_in_every_spelling(nip: str) -> None:
    assert MASKED in mask_nip(f"x {nip} y")
    assert "1971" not in mask_nip(nip)


@pytest.mark.parametrize("other", ["0355794678", "1971060919920110021", "239/IX/6/8/2003"])
def test_other_numbers_are_left(other: str) -> None:
    assert mask_nip(other) == other


def test_masking_is_the_offices_decision() -> None:
    files = {
        f"sop/{name}": (ROOT / "sop" / name).read_text(encoding="utf-8") for name in ("instansi.yml", "sop-lakip.yml")
    }
    files["sop/instansi.yml"] = files["sop/instansi.yml"].replace("samarkan: [nip]", "samarkan: []")
    assert "197106091992011002" in site_of(load_files(files)).files["lembar-sop.md"]
    assert "197106091992011002" not in site_of(REPO).files["lembar-sop.md"]


def test_the_footer_carries_number_and_day() -> None:
    assert site_of(REPO).settings["copyright"] == (
        "Dinas Komunikasi dan Informatika · 01/SOP.Perenc/406.020/2020 · keadaan per 15 Januari 2026"
    )


def test_a_sop_without_papers_readings_or_findings_has_pages_that_say_so() -> None:
    drawn = BASE.replace('no: "1."', 'gambar: {pelaksana: [penerima, pemeriksa], simbol: [{bentuk: kotak}]}, no: "1."')
    drawn = drawn.replace('no: "2."', 'gambar: {pelaksana: [kepala], simbol: [{bentuk: kapsul}]}, no: "2."')
    repo = load_files({"sop/sop-uji.yml": drawn})
    files = build_site(repo, [], RULES, TODAY, {}).files
    assert "Tidak ada: semuanya tertulis di SOP." in files["catatan-sop.md"]
    assert "tidak ada catatan pemeriksaan" in files["catatan-sop.md"]
    assert "tahapan.md" not in files
    assert "Caranya belum ditulis." in files["c1.md"]


def test_a_sop_of_one_step_is_a_guide() -> None:
    one = BASE[: BASE.index('      - {no: "2."')]
    files = site_of(load_files({"sop/sop-uji.yml": one})).files
    assert "Sebelumnya:" not in files["c1.md"]
    assert "Berikutnya:" not in files["c1.md"]


def test_a_role_without_steps_has_a_page_and_no_button() -> None:
    site = site_of(load_files({"sop/sop-uji.yml": BASE}))
    assert "SOP ini tidak menyebut langkah untuk jabatan ini." in site.files["jabatan/kepala.md"]
    assert "jabatan/kepala" not in site.files["index.md"]


def test_a_paper_without_officials_and_a_step_without_paper_are_shown() -> None:
    papers = (CASES / "dasar" / "naskah.yml").read_text(encoding="utf-8")
    three = BASE + (
        '      - {no: "3.", kegiatan: Menyimpan berkas, kelengkapan: Berkas diperiksa, waktu: 5 menit, output: Tersimpan}\n'
    )
    with_papers = three.replace('no: "1."', 'tafsir: {pelaksana: {siapa: [penerima], alasan: Uji.}}, no: "1."')
    with_papers = with_papers.replace(
        'no: "2."',
        'tafsir: {pelaksana: {siapa: [penerima, pemeriksa], alasan: Uji.}, kembali: {ke: C1, alasan: Uji.}}, no: "2."',
    )
    mapping = site_of(load_files({"sop/sop-uji.yml": with_papers, "sop/naskah.yml": papers})).files["tahapan.md"]
    assert '<td data-kepala="Naskah"><div>belum ada</div></td>' in mapping
    assert '<td class="kosong">–</td>' in mapping
    assert "Peninjau terdaftar" not in mapping


def test_a_rule_of_its_own_weight_leads_to_its_page() -> None:
    """Where the site has that page; a family has words instead."""
    whole = build_site(REPO, [], ALL_RULES, TODAY, {}).files["tahapan.md"]
    assert '<a href="../aturan/kon101/">KON101 · Angka bertentangan dengan data</a>' in whole
    assert '<th scope="row">KON · angka di kalimat</th>' in whole
    assert '<th scope="row">KON101</th>' in site_of(REPO).files["tahapan.md"]


def test_officials_are_counted_and_never_named() -> None:
    mapping = site_of(REPO).files["tahapan.md"]
    assert "Akun yang terdaftar masih **contoh**." in mapping
    assert "contoh-sekdin" not in mapping
    officials = (ROOT / "sop" / "petugas.yml").read_text(encoding="utf-8").replace("contoh: ya", "contoh: tidak")
    names = ("instansi.yml", "sop-lakip.yml", "naskah.yml")
    files = {f"sop/{name}": (ROOT / "sop" / name).read_text(encoding="utf-8") for name in names}
    real = site_of(load_files(files | {"sop/petugas.yml": officials})).files["tahapan.md"]
    assert "masih **contoh**" not in real


def test_the_api_gives_every_value_its_origin() -> None:
    steps = {
        step["kode"]: step
        for section in json.loads(site_of(REPO).files["api/sop.json"])["bagian"]
        for step in section["langkah"]
    }
    assert steps["A3"]["pelaksana"]["asal"] == "tafsir kami"
    assert steps["A6"]["waktu"] == {"tertulis": "-", "terukur": False, "alasan": "kolom waktu berisi tanda hubung"}
    assert steps["A1"]["waktu"]["paling_lama"] == {"angka": "10", "satuan": "menit"}
    assert [arrow["label"] for arrow in steps["A3"]["lanjut"]] == ["Ya", "Tidak"]


def test_the_terminal_explains_steps_and_rules() -> None:
    assert "Bila dikembalikan: ke B5 (tafsir kami)" in step_text(REPO.sop, REPO.sop.steps["B6"])
    assert "Bila dikembalikan" not in step_text(REPO.sop, REPO.sop.steps["B7"])
    assert rule_text(RULES[0]).startswith("SOP101 · Penomoran langkah (Sebaiknya)")


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_terminal_shows_examples_without_their_fences(rule: AnyRule) -> None:
    kinds = set(re.findall(r"^```(\w+)$", "\n".join(rule.page.parts.values()), re.MULTILINE))
    lines = rule_text(rule).splitlines()
    assert kinds, "no example"
    assert not kinds & set(lines)
    assert not any("```" in line for line in lines)


def test_only_what_was_written_by_hand_is_looked_at() -> None:
    site = build_site(REPO, [], RULES, TODAY, {"x.md": b"# X\n\na <mailto:b c=d>\n"})
    assert [str(fault.place) for fault in site.refused("x.md", "<p>a <mailto:b c=d></p>")] == ["docs/x.md:3:3"]
    assert site.refused("x.md", "<p>a</p>") == []
    assert site.refused("index.md", "<form>") == []
