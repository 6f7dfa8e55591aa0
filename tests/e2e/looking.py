"""What the browser tests look for on a page."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# One page of every template of the site.
TEMPLATES = (
    *("", "b7/", "b6/", "a/", "sekilas/", "jabatan/staf/", "jabatan/kadin/", "lembar-sop/", "lembar-sop/a4/"),
    *("poster/", "posisi/", "terbit/", "tahapan/", "catatan-sop/", "aturan/", "aturan/sop105/", "istilah/", "404.html"),
    *("lakip/2025/", "lakip/2025/v1/31-pemerintahan-digital/", "lakip/2025/v1/70-realisasi-anggaran/"),
    *("lakip/2025/v1/grafik/", "lakip/2025/v1/pengesahan/", "lakip/2025/riwayat/"),
    *("menulis/mulai/", "menulis/bab-iii/", "menulis/data/", "menulis/periksa/", "menulis/bukti/", "menulis/angka/"),
)

# Blocks whose words reach beyond their own box or are cut off by it; what may be cut says so by an ellipsis.
CLIPPED = """() => {
  const found = [];
  for (const block of document.querySelectorAll('td, th, dd, dt, li, p, h1, h2, h3, figcaption, pre, summary, button')) {
    if (!block.offsetParent || block.closest('[hidden], .md-ellipsis, .terdengar, .md-search__output')) continue;
    const style = getComputedStyle(block), box = block.getBoundingClientRect();
    if (style.overflowX !== 'visible' && block.scrollWidth > block.clientWidth + 1) found.push('cut: ' + block.outerHTML);
    const range = document.createRange();
    for (const node of block.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      range.selectNodeContents(node);
      for (const line of range.getClientRects())
        if (line.right > box.right + 1.5 || line.left < box.left - 1.5) found.push('beyond: ' + block.outerHTML);
    }
  }
  return found.map(html => html.slice(0, 160));
}"""


class Watched:
    """A page that remembers what it asked for and what it complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.outside: list[str] = []
        self.said: list[str] = []
        page.on(
            "request", lambda request: None if request.url.startswith(address) else self.outside.append(request.url)
        )
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, path: str, width: int, height: int = 900) -> Page:
        """The page at a width, as a visitor first sees it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(f"{self.address}/{path}")
        return self.page

    def faults(self) -> list[str]:
        """Everything wrong with how the page is laid out here, and what it asked for or complained about."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = [f"wider than the window by {wide}"] if wide > 0 else []
        found += [f"clipped: {html}" for html in self.page.evaluate(CLIPPED)]
        found += [f"outside: {url}" for url in self.outside] + [f"console: {text}" for text in self.said]
        return found


# Every rule that axe runs unless told otherwise. It would also read all style sheets, for a rule that is not among them.
AXE = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}


def violations(page: Page) -> list[str]:
    """What axe objects to."""
    page.evaluate(f"{AXE_SCRIPT};0")
    found = page.evaluate("options => axe.run(options).then(result => result.violations)", AXE)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]
