"""The proof after the build: one small page that is right, and everything that may be wrong with it or beside it."""

import hashlib
import json
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from paraf.terbit.manifest import Manifest, Theme, inline_scripts, manifest, with_policy
from paraf.terbit.proof import Built, faults_of, index_faults, lacking
from paraf.terbit.wording import words_of_page

SCOPE = '__md_scope=new URL("{{ config.extra.scope | d(base_url) }}",location)'
THEME = Theme(
    files={"assets/javascripts/bundle.js": hashlib.sha256(b"theme").hexdigest(), "aset/dasar.css": "0" * 64},
    scripts=frozenset(inline_scripts(f"<script>{SCOPE}</script><script>\nvar a=1\n</script>")),
)
STAGED = {
    "b7/index.html": "# B7\n\n[Sumber](https://contoh.invalid/a?b=1&c=2). Lihat https://contoh.invalid/lain.",
    "index.html": "# Beranda",
    "lakip/2025/v1/10-bab/index.html": "# Bab I",
}
APPROVED = (
    'Capaian **89,65%** dari [target](../data.md "judul").\n\n1. Butir satu\n\n| a | b |\n|:--|--:|\n| 1,5 | Rp1.000 |\n\n'
    "![Grafik](g.svg)"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>G</title><use href="#a"/></svg>'
KNOWN = manifest(
    STAGED,
    {"lakip/2025/v1/g.svg": SVG, "api/sop.json": b"{}"},
    THEME,
    ["sitemap.xml"],
    {"lakip/2025/v1/10-bab/index.html": APPROVED},
)
PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><link rel="stylesheet" href="../aset/dasar.css">
<script>__md_scope=new URL("..",location)</script></head>
<body><!-- komentar --><form method="get" action="."><input name="q" required></form>
<a href="..">Beranda</a> <a href="#isi">isi</a> <a href='../b7/#x'>ini</a> <a href="mailto:a@b.invalid">surel</a>
<a href="https://contoh.invalid/a?b=1&amp;c=2">Sumber</a> <a href="https://contoh.invalid/lain">lain</a>
<td style="text-align: right;">1</td><img alt="x" src="../lakip/2025/v1/g.svg"><br />
<script>
var a=1
</script><script id="__config" type="application/json">{"base": ".."}</script>
<script src="../assets/javascripts/bundle.js" defer></script></body></html>"""
TABLE = "<table><tr><th>a</th><th>b</th></tr><tr><td>1,5</td><td>Rp1.000</td></tr></table>"
READING = (
    '<!doctype html><body><h1>Bab I</h1><div class="naskah">'
    '<p>Capaian <strong>89,65%</strong> dari <a href="../../../../">target</a>.</p>'
    f'<ol><li>Butir satu</li></ol><div class="gulir">{TABLE}</div><p><img alt="Grafik" src="../g.svg"></p></div>'
    "<p>kaki</p></body>"
)


def built(path: str, text: str | bytes, *, regular: bool = True) -> Built:
    data = text.encode() if isinstance(text, str) else text
    return Built(path, data, regular, hashlib.sha256(data).hexdigest())


def faults(path: str, text: str | bytes, known: Manifest = KNOWN, *, regular: bool = True) -> list[str]:
    return list(faults_of(built(path, text, regular=regular), known))


def test_a_page_as_it_was_meant_has_no_fault() -> None:
    assert faults("b7/index.html", PAGE) == []
    assert faults("lakip/2025/v1/10-bab/index.html", READING) == []
    assert faults("lakip/2025/v1/g.svg", SVG) == []
    assert faults("assets/javascripts/bundle.js", b"theme") == []
    assert faults("sitemap.xml", b"<urlset/>") == []


def test_the_page_of_missing_addresses_begins_at_the_top() -> None:
    page = PAGE.replace('"../', '"/lakip/').replace('href=".."', 'href="/lakip/"').replace("'../b7/", "'/lakip/b7/")
    page = page.replace('action="."', 'action="/lakip/"').replace('URL(".."', 'URL("/lakip/"')
    page = page.replace("https://contoh.invalid/a?b=1&amp;c=2", "/lakip/").replace("https://contoh.invalid/lain", "/")
    assert faults("404.html", page, replace(KNOWN, top="https://kantor.invalid/lakip/")) == []


def test_the_site_s_own_full_address_is_not_elsewhere() -> None:
    known = replace(KNOWN, top="https://kantor.invalid/lakip/")
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://kantor.invalid/lakip/b7/">')
    assert faults("b7/index.html", page, known) == []
    other = page.replace("kantor.invalid/lakip/b7/", "kantor.invalid/lakip/tidak-ada/")
    assert "tidak menuju berkas situs ini" in faults("b7/index.html", other, known)[0]


BAD: Mapping[str, str] = {
    "<script>alert(1)</script>": "bukan milik tema",
    "<SCRIPT\n>alert(1)</SCRIPT>": "bukan milik tema",
    "<script type=module>alert(1)</script>": "bukan milik tema",
    '<script src="https://jahat.invalid/a.js"></script>': "bukan milik situs ini",
    '<script src="../b7/"></script>': "bukan milik situs ini",
    '<script src="../assets/javascripts/bundle.js">alert(1)</script>': "cara yang tidak dikenal",
    '<script src="../assets/javascripts/bundle.js" onload="x()"></script>': "cara yang tidak dikenal",
    '<script type="application/json" onload="x()">{}</script>': "bukan milik tema",
    "<script>alert(1)": "bukan milik tema",
    '<img alt="" src="../aset/dasar.css" onerror="alert(1)">': "atribut onerror menjalankan sesuatu",
    '<p ONCLICK="alert(1)">x</p>': "atribut onclick menjalankan sesuatu",
    '<a href="javascript:alert(1)">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="java&#10;script:alert(1)">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="data:text/html,x">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="vbscript:x">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="https://jahat.invalid/">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="//jahat.invalid/">x</a>': "menuju ke luar situs atau menjalankan",
    '<a href="/\\jahat.invalid/">x</a>': "menuju ke luar situs atau menjalankan",
    '<img alt="" src="https://jahat.invalid/a.png">': "menuju ke luar situs atau menjalankan",
    '<img alt="" src="https://contoh.invalid/lain">': "menuju ke luar situs atau menjalankan",
    '<link rel="stylesheet" href="https://contoh.invalid/lain">': "menuju ke luar situs atau menjalankan",
    '<form action="https://contoh.invalid/lain"></form>': "menuju ke luar situs atau menjalankan",
    '<a href="mailto:x" ping="https://contoh.invalid/lain">x</a>': "menuju ke luar situs atau menjalankan",
    '<img alt="" src="mailto:x">': "menuju ke luar situs atau menjalankan",
    '<a href="../draf/">x</a>': "tidak menuju berkas situs ini",
    "<iframe></iframe>": "unsur <iframe> tidak dipakai",
    "<object></object>": "unsur <object> tidak dipakai",
    '<base href="..">': "unsur <base> tidak dipakai",
    "<style>p{}</style>": "unsur <style> tidak dipakai",
    '<meta http-equiv="refresh" content="0;url=..">': "http-equiv “refresh” tidak dipakai",
    '<p style="background:url(https://jahat.invalid)">x</p>': "atribut style",
    "<p <b>x</p>": "bukan HTML yang dikenal",
    "<![CDATA[x]]>": "bukan HTML yang dikenal",
}


@pytest.mark.parametrize("piece", BAD)
def test_what_was_not_meant_is_found(piece: str) -> None:
    found = faults("b7/index.html", PAGE.replace("<!-- komentar -->", piece))
    assert found, "nothing was said"
    assert all(one.startswith("b7/index.html: ") and one.endswith(".") for one in found)
    assert any(BAD[piece] in one for one in found), found


def test_a_page_tells_the_browser_what_it_may_run() -> None:
    known = replace(KNOWN, guarded=True)
    guarded = with_policy(PAGE, KNOWN.scripts)
    assert faults("b7/index.html", guarded, known) == []
    assert guarded.index("Content-Security-Policy") < guarded.index("<script")
    assert guarded.count("'sha256-") == 2
    assert "pengaman halaman ini bukan" in faults("b7/index.html", PAGE, known)[0]
    loose = guarded.replace("object-src 'none'", "object-src 'self'")
    assert "pengaman halaman ini bukan" in faults("b7/index.html", loose, known)[0]
    foreign = with_policy(PAGE.replace("<!-- komentar -->", "<script>alert(1)</script>"), KNOWN.scripts)
    assert foreign.count("'sha256-") == 2
    assert with_policy("<urlset/>", KNOWN.scripts) == "<urlset/>"


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("draf/index.html", PAGE.encode(), "tidak termasuk yang disiapkan"),
        ("rahasia.pdf", b"%PDF", "tidak termasuk yang disiapkan"),
        ("lakip/2025/v1/g.svg", SVG + b" ", "bukan isi yang disiapkan"),
        ("assets/javascripts/bundle.js", b"theme;alert(1)", "bukan isi yang disiapkan"),
        ("api/sop.json", b'{"a":1}', "bukan isi yang disiapkan"),
    ],
)
def test_a_file_that_is_not_the_staged_one_is_found(path: str, data: bytes, said: str) -> None:
    (found,) = faults(path, data)
    assert said in found


def test_a_link_is_not_followed() -> None:
    assert faults("b7/index.html", b"", regular=False) == ["b7/index.html: bukan berkas biasa (tautan?)."]


@pytest.mark.parametrize(
    "piece",
    [
        b"<script>alert(1)</script>",
        b"<foreignObject/>",
        b'<a onload="x()"/>',
        b'<a href="javascript:x"/>',
        b'<image href="https://jahat.invalid/a.png"/>',
        b'<a xlink:href="https://jahat.invalid/"/>',
        b"<!ENTITY x>",
    ],
)
def test_a_staged_drawing_that_runs_or_reaches_out_is_found(piece: bytes) -> None:
    """Equal to what was staged, and bad all the same."""
    drawing = SVG.replace(b"<title>", piece + b"<title>")
    known = manifest({}, {"a.svg": drawing}, THEME, [], {})
    (found,) = faults("a.svg", drawing, known)
    assert "dapat berjalan atau mengambil dari luar" in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("89,65%", "98,65%"),
        ("1,5", "15"),
        ("Rp1.000", "Rp1,000"),
        ("<td>1,5</td><td>Rp1.000</td>", "<td>Rp1.000</td><td>1,5</td>"),
        ("Butir satu", "Butir satu dan dua"),
        ("Butir satu", ""),
        ("</table>", "<tr><td>9</td></tr></table>"),
        ('alt="Grafik"', 'alt="Grafik lain"'),
    ],
)
def test_other_words_than_the_approved_are_found(old: str, new: str) -> None:
    (found,) = faults("lakip/2025/v1/10-bab/index.html", READING.replace(old, new))
    assert "isinya bukan yang disetujui" in found


@pytest.mark.parametrize("page", [READING.replace('class="naskah"', 'class="lain"'), READING[:-22].rstrip("</div>")])
def test_a_page_without_its_approved_part_is_found(page: str) -> None:
    assert "bagian yang disetujui tidak ada di halaman ini" in faults("lakip/2025/v1/10-bab/index.html", page)[-1]


def test_what_was_meant_and_is_missing_is_found() -> None:
    there = frozenset(STAGED)
    assert list(lacking(there, KNOWN)) == []
    (found,) = lacking(there - {"b7/index.html"}, KNOWN)
    assert found == "b7/index.html: halaman ini disiapkan, tetapi tidak ada di situs."


def listed(location: str, text: str) -> bytes:
    return json.dumps({"config": {}, "docs": [{"location": location, "title": "B7", "text": text}]}).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (listed("b7/#x", "<p>Beranda ini</p> surel"), None),
        (listed("draf/", "<p>Beranda</p>"), "memuat halaman “draf/”"),
        (listed("b7/", "<p>Burung kenari di ranting</p>"), "yang tidak ada di halamannya"),
        (b"{", "tidak terbaca"),
        (b'{"docs": [{"location": 1}]}', "tidak terbaca"),
    ],
)
def test_the_search_knows_only_what_pages_show(data: bytes, said: str | None) -> None:
    found = list(index_faults(data, {"b7/": words_of_page(f"<article>{PAGE}</article>")}))
    assert [said in one for one in found if said] == ([True] if said else [])
    assert bool(found) is bool(said)
