"""The pages of docs/: file names that can be addresses, front matter that says only what we know."""

import pytest

from paraf.errors import DataError, Fault
from paraf.finding import Place
from paraf.views.handwritten import PICTURE_BYTES, read_docs
from published import published


def refused(files: dict[str, bytes], generated: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_docs(files, generated)
    return [f"{fault.place} {fault.message}" for fault in caught.value.faults]


def test_a_page_names_its_door_and_itself() -> None:
    content = b"---\npintu: Menulis\nsebutan: A\n---\n\n# Judul A\n\nIsi *miring*.\n"
    (page,) = read_docs({"a.md": content}, ()).pages
    assert (page.path, page.title, page.doors, page.label) == ("a.md", "Judul A", ("Menulis",), "A")
    assert page.markdown().endswith("# Judul A\n\nIsi *miring*.\n")


def test_a_page_may_stand_in_a_group_behind_its_door() -> None:
    content = b"---\nkelompok: Untuk petugas TI\nsebutan: A\n---\n\n# Judul A\n"
    (page,) = read_docs({"ti/a.md": content}, ()).pages
    assert page.doors == ("Bantuan", "Untuk petugas TI")


def test_a_page_without_front_matter_is_help_and_windows_lines_are_lines() -> None:
    (page,) = read_docs({"bantuan/b.md": b"# Judul\r\nIsi\r\n"}, ()).pages
    assert (page.doors, page.label, page.body) == (("Bantuan",), "Judul", "Isi\n")


def test_a_page_may_stay_out_of_the_search() -> None:
    pages = read_docs({"a.md": b"---\ndicari: tidak\n---\n# A\n", "b.md": b"# B\n"}, ()).pages
    assert [page.searchable for page in pages] == [False, True]


def test_a_page_may_be_its_title_alone() -> None:
    assert read_docs({"a.md": b"# Judul"}, ()).pages[0].body == ""


def test_pictures_pass_unread() -> None:
    assert read_docs({"gambar/a.png": b"\xff\x00"}, ()).pictures == {"gambar/a.png": b"\xff\x00"}


BAD_NAMES = (
    *("A.md", "a b.md", "a.html", "a.js", "a.svg", "a.css", "a", "a.MD", "a.md\n", "é.md"),
    *("b7.md/x.md", ".a.md", "-a.md", "a/../b.md", f"{'a' * 61}.md"),
)


@pytest.mark.parametrize("path", BAD_NAMES)
def test_a_name_that_cannot_be_an_address_is_refused(path: str) -> None:
    assert refused({path: b"# A"})[0].endswith("nama berkas ini tidak dapat menjadi alamat halaman")


def test_folders_of_the_site_are_taken() -> None:
    assert refused({"api/a.png": b""}) == ["docs/api/a.png:1:1 folder api/ sudah dipakai situs"]


def test_an_address_is_given_once() -> None:
    generated = ("b7.md", "index.md")
    assert refused({"b7/index.md": b"# A"}, generated) == [
        "docs/b7/index.md:1:1 alamatnya sama dengan halaman yang dibuat dari SOP"
    ]
    assert refused({"a.md": b"# A", "a/index.md": b"# A"}) == [
        "docs/a/index.md:1:1 alamatnya sama dengan halaman docs/a.md"
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"# A\n\xff", "2:1 bita 0xff bukan UTF-8"),
        (b"\xef\xbb\xbf# A", "1:1 berkas ini tersimpan sebagai UTF-8 dengan BOM"),
        (b"# A\0", "1:4 ada karakter yang tidak terlihat: U+0000 (NUL)"),
        (b"---\npintu: Bantuan\n---\n# A\n\n<b>", "6:1 HTML tidak dipakai di halaman ini: \u201c<b>\u201d"),
        (b"isi tanpa judul\n", "1:1 halaman ini belum berjudul"),
        (b"---\npintu: Bantuan\n---\n\nisi\n", "4:1 halaman ini belum berjudul"),
        (b"template: 404.html\n\n# A\n", "1:1 halaman ini belum berjudul"),
    ],
)
def test_what_is_no_page_is_refused_at_its_line(content: bytes, fault: str) -> None:
    assert refused({"a.md": content}) == [f"docs/a.md:{fault}"]


@pytest.mark.parametrize("front", [b"template: 404.html", b"icon: x", b"pintu: Gudang", b"pintu: [", b"hide: [toc]"])
def test_front_matter_steers_nothing_but_the_door(front: bytes) -> None:
    (fault,) = refused({"a.md": b"---\n" + front + b"\n---\n# A\n"})
    assert fault.startswith("docs/a.md:2:")


def test_every_fault_is_told_at_once() -> None:
    assert len(refused({"A.md": b"# A", "b.md": b"b", "c.md": b"\xff"})) == 3


@pytest.mark.parametrize("front", ["", "\n", "# hanya catatan\n", "\n  \n# a\n"])
def test_settings_that_set_nothing_are_none(front: str) -> None:
    (page,) = read_docs({"a.md": f"---\n{front}---\n# A\n\nIsi\n".encode()}, ()).pages
    assert (page.title, page.doors, page.body) == ("A", ("Bantuan",), "\nIsi\n")


def test_settings_that_do_not_end_are_named() -> None:
    with pytest.raises(DataError) as caught:
        read_docs({"a.md": b"---\npintu: Bantuan\n# A\n"}, ())
    assert [fault.repair for fault in caught.value.faults] == ["tutup pengaturan di atas dengan baris '---'"]


def test_every_fault_of_a_page_is_told_at_once_and_once() -> None:
    assert refused({"a.md": "---\nanu: 1\u200b\n---\nisi\n<b>\n".encode()}) == [
        "docs/a.md:2:7 ada karakter yang tidak terlihat: U+200B (ZERO WIDTH SPACE)",
        "docs/a.md:4:1 halaman ini belum berjudul",
        "docs/a.md:5:1 HTML tidak dipakai di halaman ini: “<b>”",
    ]
    assert refused({"a.md": b"---\nanu: 1\n---\n# A\n<b>\n"}) == [
        "docs/a.md:2:1 kunci 'anu' tidak dikenal",
        "docs/a.md:5:1 HTML tidak dipakai di halaman ini: “<b>”",
    ]


def test_what_only_the_builder_takes_for_html_is_refused_with_its_place() -> None:
    docs = read_docs({"a.md": b"---\npintu: Bantuan\n---\n\n# A\n\nx <mailto:a onclick=b>c\n"}, ())
    made = published(docs.pages[0].content())
    assert made is not None
    assert [f"{fault.place} {fault.message}" for fault in docs.written["a.md"].refused(made)] == [
        "docs/a.md:7:3 HTML tidak dipakai di halaman ini: “<mailto:a onclick=b>”"
    ]


def test_html_that_the_builder_would_take_for_code_is_refused_by_its_text() -> None:
    # Here it would not: it drops the space before a page.
    assert refused({"a.md": b"# A\n\n    <p onclick=b>"}) == [
        "docs/a.md:3:5 HTML tidak dipakai di halaman ini: “<p onclick=b>”"
    ]


def test_the_front_page_gets_the_words_of_the_first_paragraph() -> None:
    content = b"---\ndi_beranda: ya\n---\n# A\n\n## B\n\nLihat *itu* di [b][1].\n\n[1]: b.md\n"
    (teaser,) = read_docs({"sub/a.md": content}, ()).teasers
    assert (teaser.title, teaser.text, teaser.path) == ("A", "Lihat <em>itu</em> di b.", "sub/a.md")
    assert read_docs({"a.md": b"# A\n"}, ()).teasers == ()


def test_a_file_too_large_for_a_phone_is_refused_by_its_size_alone() -> None:
    large = b"\xff" * (PICTURE_BYTES + 1)
    assert read_docs({"a.pdf": large[1:]}, ()).pictures
    assert refused({"a.pdf": large, "b.md": large, "c.md": b"\xff" * 1_000_001}) == [
        "docs/a.pdf:1:1 berkas ini lebih dari 20 MB",
        "docs/b.md:1:1 berkas ini lebih dari 20 MB",
        "docs/c.md:1:1 berkas ini 1,1 MB; paling besar 1 MB",
    ]


def test_faults_that_are_known_already_are_told_with_the_others() -> None:
    known = Fault(Place("sop/x.yml", 1, 1), "salah", "betulkan")
    for files, count in (({}, 1), ({"a.md": b"# A"}, 1), ({"a.md": b"a"}, 2)):
        with pytest.raises(DataError) as caught:
            read_docs(files, (), [known])
        assert len(caught.value.faults) == count
