"""The looks: one reference picture per template, compared with tolerance; the pictures of README are among them.

After a change that was meant, look at the new pictures and keep them: ``PARAF_GAMBAR_BARU=ya pytest tests/e2e/test_pictures.py``.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import pytest
from playwright.sync_api import Browser, Page

from helpers import ROOT

KEPT, README = ROOT / "tests" / "e2e" / "gambar", ROOT / ".github" / "gambar"
NEW = bool(os.environ.get("PARAF_GAMBAR_BARU"))
# Letters are drawn a little differently from machine to machine; a moved block changes far more than this.
TOLERANCE = 0.03

Scheme = Literal["light", "dark"]


class Shot(NamedTuple):
    """A page as somebody sees it first."""

    path: str
    width: int
    scheme: Scheme
    file: Path


SHOTS = (
    Shot("", 390, "light", README / "beranda-ponsel.png"),
    Shot("b7/", 390, "light", README / "langkah-ponsel.png"),
    Shot("b6/", 1440, "light", README / "langkah.png"),
    Shot("lembar-sop/a4/", 1440, "light", README / "lembar.png"),
    Shot("", 1440, "dark", KEPT / "beranda-gelap.png"),
    Shot("b7/", 390, "dark", KEPT / "langkah-ponsel-gelap.png"),
    Shot("a/", 390, "light", KEPT / "alur-ponsel.png"),
    Shot("sekilas/", 1440, "light", KEPT / "sekilas.png"),
    Shot("jabatan/sekdin/", 390, "light", KEPT / "jabatan-ponsel.png"),
    Shot("lembar-sop/", 1440, "dark", KEPT / "lembar-gelap.png"),
    Shot("poster/", 1440, "light", KEPT / "poster.png"),
    Shot("posisi/", 390, "light", KEPT / "posisi-ponsel.png"),
    Shot("tahapan/", 1440, "light", KEPT / "tahapan.png"),
    Shot("catatan-sop/", 768, "light", KEPT / "catatan.png"),
    Shot("aturan/sop105/", 768, "dark", KEPT / "aturan-gelap.png"),
    Shot("istilah/", 390, "light", KEPT / "istilah-ponsel.png"),
    Shot("lakip/2025/", 390, "light", KEPT / "lakip-ponsel.png"),
    Shot("lakip/2025/v1/31-pemerintahan-digital/", 1440, "light", KEPT / "lakip-bab.png"),
    Shot("lakip/2025/v1/grafik/", 1440, "dark", KEPT / "lakip-grafik-gelap.png"),
    Shot("lakip/2025/v1/pengesahan/", 390, "dark", KEPT / "lakip-pengesahan-ponsel-gelap.png"),
    Shot("404.html", 390, "light", KEPT / "tidak-ditemukan-ponsel.png"),
)

# The share of pixels of which some colour differs plainly; 1 when the sizes differ.
DIFFERENCE = """async ([one, other]) => {
  const pixels = async data => {
    const picture = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d');
    pen.drawImage(picture, 0, 0);
    return pen.getImageData(0, 0, picture.width, picture.height);
  };
  const a = await pixels(one), b = await pixels(other);
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some(c => Math.abs(a.data[i + c] - b.data[i + c]) > 48)) different += 1;
  return different / (a.data.length / 4);
}"""


@pytest.fixture(scope="module")
def cameras(browser: Browser) -> Iterator[dict[str, Page]]:
    """One by light and one in the dark: the site remembers how it was looked at."""
    contexts = {scheme: browser.new_context(color_scheme=scheme) for scheme in get_args(Scheme)}
    yield {scheme: context.new_page() for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Page]:
    """Where two pictures are laid side by side."""
    page = browser.new_page()
    yield page
    page.close()


def take(cameras: dict[str, Page], looks: str, shot: Shot) -> bytes:
    camera = cameras[shot.scheme]
    camera.set_viewport_size({"width": shot.width, "height": 844 if shot.width < 500 else 900})
    camera.goto(f"{looks}/{shot.path}", wait_until="networkidle")
    camera.evaluate("document.fonts.ready.then(() => true)")
    return camera.screenshot(animations="disabled")


def difference(bench: Page, one: bytes, other: bytes) -> float:
    data = [f"data:image/png;base64,{base64.b64encode(picture).decode()}" for picture in (one, other)]
    return float(bench.evaluate(DIFFERENCE, data))


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.file.stem)
def test_a_template_looks_as_it_did(cameras: dict[str, Page], bench: Page, looks: str, shot: Shot) -> None:
    picture = take(cameras, looks, shot)
    if NEW:
        shot.file.parent.mkdir(exist_ok=True)
        shot.file.write_bytes(picture)
    kept = shot.file.read_bytes()
    found = difference(bench, picture, kept)
    if found >= TOLERANCE:
        # A machine that is busy may show a page before it has settled; a page that looks otherwise does so again.
        found = min(difference(bench, take(cameras, looks, shot), kept) for _ in range(2))
    assert found < TOLERANCE


CARD = """<!doctype html><style>
  @font-face { font-family: Jakarta; src: url(aset/huruf/plus-jakarta-sans.woff2); font-weight: 200 800; }
  body { box-sizing: border-box; margin: 0; height: 630px; padding: 90px; background: #16336f; }
  body { color: #fff; font-family: Jakarta; }
  img { height: 110px; }
  h1 { font-size: 92px; margin: 40px 0 20px; letter-spacing: -2px; }
  p { font-size: 38px; margin: 0; max-width: 900px; line-height: 1.4; }
</style>
<img src=aset/logo.svg><h1>Panduan SOP</h1>
<p>Siapa mengerjakan apa, dengan berkas apa, dan ke mana kembalinya bila perlu diperbaiki.</p>"""


def test_the_card_of_a_shared_link_is_drawn_from_our_own_marks(browser: Browser, bench: Page, looks: str) -> None:
    card = ROOT / "scripts" / "tema" / "aset" / "kartu.png"
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.route("**/kartu", lambda route: route.fulfill(body=CARD, content_type="text/html"))
    page.goto(f"{looks}/kartu", wait_until="networkidle")
    picture = page.screenshot()
    page.close()
    if NEW:
        card.write_bytes(picture)
    assert difference(bench, picture, card.read_bytes()) < TOLERANCE


def test_control_another_page_is_another_picture(cameras: dict[str, Page], bench: Page, looks: str) -> None:
    one, other = (take(cameras, looks, Shot(path, 390, "light", KEPT)) for path in ("b7/", "b8/"))
    assert difference(bench, one, one) == 0
    assert difference(bench, one, other) > TOLERANCE


def test_readme_shows_only_pictures_made_here() -> None:
    shown = {
        name
        for name in (ROOT / "README.md").read_text(encoding="utf-8").split("(")
        if name.startswith(".github/gambar/")
    }
    made = {shot.file.relative_to(ROOT).as_posix() for shot in SHOTS}
    assert shown
    assert {name.split(")")[0] for name in shown} <= made
