"""*Periksa keaslian* as an outsider uses it: a file chosen or dropped, a digest typed or pasted, a browser without scripts."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from alur.world import WIB
from e2e.conftest import _Quiet, served
from e2e.looking import Watched, violations
from helpers import ROOT
from htmltext import parse
from paraf.laporan.binding import grouped
from paraf.terbit.edition import Published
from paraf.views.book_words import Clock
from paraf.views.terbit.authenticity import keaslian_page
from terbit.filed import PDF, edition, naming, with_files
from terbit.years import REPO

SCRIPT = ROOT / "scripts" / "tema" / "aset" / "keaslian.js"
ANSWER = "#keaslian-jawaban"
LENGTHS = (0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70_001)
"""Bytes around the ends of a block of SHA-256, and files of many blocks."""
NO_CRYPTO = "Object.defineProperty(window.crypto, 'subtle', {value: undefined});"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page alone, with a document that is filed, and its script."""
    made = tmp_path_factory.mktemp("keaslian")
    page = keaslian_page(REPO, Published((with_files(naming(PDF, "b12-lakip.pdf")),)), Clock(WIB, "WIB"))
    assert page
    head, script = '<!doctype html><html lang="id"><title>x</title><body>', '<script src="keaslian.js"></script>'
    html = f"{head}{page.body}{script}"
    (made / "index.html").write_text(html, encoding="utf-8")
    (made / "keaslian.js").write_bytes(SCRIPT.read_bytes())
    return made


@pytest.fixture(scope="module")
def alone(folder: Path) -> Iterator[str]:
    """That page over HTTP on loopback."""
    with served(_Quiet, folder) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, alone: str) -> Iterator[Page]:
    """The page, opened."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{alone}/index.html")
    yield page
    context.close()


def choose(page: Page, data: bytes, name: str = "LAKIP.pdf") -> None:
    page.set_input_files("#keaslian-berkas", {"name": name, "mimeType": "application/pdf", "buffer": data})


def test_the_document_in_hand_is_the_approved_one(opened: Page) -> None:
    choose(opened, PDF)
    answer = opened.locator(ANSWER)
    expect(answer).to_contain_text("Sama, tetapi ini data contoh.")
    expect(answer).to_contain_text(
        "Berkas LAKIP.pdf sama persis dengan berkas b12-lakip.pdf dari LAKIP 2025 versi 1 (DATA CONTOH). Disetujui "
    )
    expect(answer).to_contain_text("23 Februari 2026 pukul 09.30 WIB. Ini versi terakhir.")
    assert answer.get_attribute("aria-live") == "polite"


def test_another_document_is_not_known_and_not_called_forged(opened: Page) -> None:
    other = PDF + b" "
    choose(opened, other, "salinan.pdf")
    answer = opened.locator(ANSWER)
    expect(answer).to_contain_text("Tidak dikenal: sidik jari berkas salinan.pdf tidak ada di daftar di bawah.")
    expect(answer).to_contain_text("Belum tentu palsu.")
    expect(answer).to_contain_text(f"tanyakan kepada {REPO.office.nama}")
    expect(answer.locator("code")).to_have_text(grouped(hashlib.sha256(other).hexdigest()))


def test_a_document_is_dropped_anywhere_on_the_page(opened: Page) -> None:
    opened.evaluate(
        """bytes => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "jatuh.pdf"));
            for (const name of ["dragover", "drop"])
                document.body.dispatchEvent(
                    new DragEvent(name, {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        list(PDF),
    )
    expect(opened.locator(ANSWER)).to_contain_text("Berkas jatuh.pdf sama persis dengan")


@pytest.mark.parametrize("write", [str, grouped, lambda text: grouped(text).upper(), lambda text: f"\n {text}\u00a0"])
def test_a_printed_digest_is_typed_by_keyboard(opened: Page, write: object) -> None:
    assert callable(write)
    opened.locator("#keaslian-sidik").focus()
    opened.keyboard.insert_text(write(edition().closing.content))
    opened.keyboard.press("Enter")
    expect(opened.locator(ANSWER)).to_contain_text(
        "Sidik jari ini milik isi LAKIP 2025 versi 1 (DATA CONTOH), seperti tercetak di lembar pengesahan. Disetujui "
    )


def test_a_digest_that_is_not_whole_or_not_known(opened: Page) -> None:
    opened.locator("#keaslian-sidik").fill("12ab")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.locator(ANSWER)).to_contain_text("Yang ditulis 4 huruf dan angka; seharusnya 64")
    opened.locator("#keaslian-sidik").fill("0" * 64)
    opened.get_by_role("button", name="Periksa").click()
    expect(opened.locator(ANSWER)).to_contain_text("Tidak dikenal: sidik jari yang Anda ketik tidak ada")
    opened.locator("#keaslian-sidik").fill("")
    opened.get_by_role("button", name="Periksa").click()
    expect(opened.locator(ANSWER)).to_contain_text("belum lengkap")


@pytest.mark.parametrize("where", ["http", "file"])
def test_digests_are_right_without_web_crypto_too(browser: Browser, alone: str, folder: Path, where: str) -> None:
    """A plain address and a folder on a stick: the script's own SHA-256 and the browser's say the same."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(NO_CRYPTO)
    page.goto(f"{alone}/index.html" if where == "http" else (folder / "index.html").as_uri())
    for length in LENGTHS:
        data = bytes(at * 7 % 251 for at in range(length))
        choose(page, data, f"{length}.bin")
        expect(page.locator(ANSWER)).to_contain_text(f"{length}.bin")
        expect(page.locator(f"{ANSWER} code")).to_have_text(grouped(hashlib.sha256(data).hexdigest()))
    context.close()


def test_without_a_script_the_list_and_the_ways_by_hand_are_there(browser: Browser, alone: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alone}/index.html")
    assert page.locator("#keaslian").is_hidden()
    assert page.get_by_text("Peramban ini tidak menjalankan skrip").is_visible()
    assert page.get_by_text(grouped(hashlib.sha256(PDF).hexdigest())).is_visible()
    assert page.get_by_text("certutil -hashfile LAKIP.pdf SHA256").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_site_on_a_phone(browser: Browser, address: str, built: Path, scheme: str) -> None:
    """The script is loaded there and nowhere else, asks nobody, and the answer fits and can be read."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    watched = Watched(context.new_page(), address)
    page = watched.open("keaslian/", 390, 844)
    page.locator("#keaslian-sidik").fill(edition().closing.content)
    page.locator("#keaslian-periksa").click()
    expect(page.locator(ANSWER)).to_contain_text("Dikenal, tetapi ini data contoh.")
    assert watched.faults() + violations(page) == []
    context.close()
    loading = [
        path.parent.relative_to(built).as_posix()
        for path in built.rglob("index.html")
        if any("keaslian.js" in node.attributes.get("src", "") for node in parse(path.read_text()).all("script"))
    ]
    assert loading == ["keaslian"]
