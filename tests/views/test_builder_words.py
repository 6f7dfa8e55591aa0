"""Every sentence of the builder that we know has ours; what we do not know is shown and introduced."""

import pytest

from paraf.errors import Fault
from paraf.finding import Place
from paraf.views.builder_words import in_indonesian, not_built

BY_HAND = {"x.md", "README.md"}.__contains__

SAID = [
    (
        "Error reading page 'x.md': maximum recursion depth exceeded in comparison",
        "docs/x.md: susunan halaman ini terlalu rumit. Kurangi tingkat daftar dan kutipannya.",
    ),
    (
        "Doc file 'x.md' contains a link 'y.md', but the target is not found among documentation files.",
        "docs/x.md: tautan 'y.md' tidak menuju berkas mana pun. Betulkan alamatnya.",
    ),
    (
        "Doc file 'x.md' contains a link '../y.md', but the target 'y.md' is not found among documentation files. "
        "Did you mean 'z.md'?",
        "docs/x.md: tautan '../y.md' tidak menuju berkas mana pun. Betulkan alamatnya. Mungkin maksudnya 'z.md'.",
    ),
    (
        "Doc file 'x.md' contains a link '#y', but there is no such anchor on this page.",
        "docs/x.md: tautan '#y' menuju bagian yang tidak ada di halaman ini. Samakan dengan judul bagiannya.",
    ),
    (
        "Doc file 'x.md' contains a link 'c1.md#y', but the doc 'c1.md' does not contain an anchor '#y'.",
        "docs/x.md: tautan 'c1.md#y' menuju bagian 'y' yang tidak ada di halaman c1.md (dibuat dari SOP). "
        "Samakan dengan judul bagiannya.",
    ),
    (
        "Doc file 'x.md' contains an absolute link '/y', it was left as is.",
        "docs/x.md: tautan '/y' diawali garis miring. Tulis alamat berkasnya dihitung dari halaman ini.",
    ),
    (
        "Doc file 'c1.md' contains an unrecognized relative link 'x', it was left as is. Did you mean 'x.md'?",
        "halaman c1.md (dibuat dari SOP): tautan 'x' tidak menuju berkas mana pun. "
        "Tulis nama berkasnya lengkap dengan .md. Mungkin maksudnya 'x.md'.",
    ),
    (
        "Excluding 'README.md' from the site because it conflicts with 'index.md'.",
        "docs/README.md memakai alamat yang sama dengan halaman index.md (dibuat dari SOP). Ganti nama salah satunya.",
    ),
    (
        'The following pages exist in the docs directory, but are not included in the "nav" configuration:\n'
        "  - a.md\n  - b.md",
        "Halaman ini tidak tercantum di navigasi: a.md, b.md. Tambahkan di mkdocs.yml, atau hapus bagian nav di sana.",
    ),
    (
        "A reference to 'x.md' is included in the 'nav' configuration, which is not found in the documentation files.",
        "Navigasi menyebut 'x.md' yang tidak ada. Betulkan bagian nav di mkdocs.yml.",
    ),
    (
        "Error building page 'x.md': 'nope.html' not found in search paths",
        "docs/x.md tidak dapat diolah menjadi halaman. Kata pembangun situs: 'nope.html' not found in search paths",
    ),
    (
        "Error building page 'x.md': Invalid IPv6 URL",
        "docs/x.md memuat alamat yang tidak dapat dibaca. "
        "Betulkan alamat https-nya: hapus kurung siku dan tanda yang tidak lazim.",
    ),
    (
        "Error building page 'x.md': netloc '\u2100.com' contains invalid characters under NFKC normalization",
        "docs/x.md memuat alamat yang tidak dapat dibaca. "
        "Betulkan alamat https-nya: hapus kurung siku dan tanda yang tidak lazim.",
    ),
    (
        "Template skipped: 'x.html' not found in docs_dir.",
        "Pola halaman x.html tidak ada. Kembalikan berkasnya, atau hapus namanya dari mkdocs.yml.",
    ),
    (
        "MkDocs encountered an error parsing the configuration file: while parsing a flow sequence\n"
        "  in \"mkdocs.yml\", line 1, column 4\nexpected ',' or ']', but got ':'\n  in \"mkdocs.yml\", line 2, column 2",
        "mkdocs.yml:2:2: susunan YAML tidak terbaca di sini. "
        "Bandingkan jorokan, kurung, dan tanda kutipnya dengan baris di atasnya.",
    ),
    (
        "MkDocs encountered an error parsing the configuration file: unacceptable character #x0007",
        "mkdocs.yml bukan YAML yang utuh. Kembalikan berkasnya dari Git. "
        "Kata pembangun situs: unacceptable character #x0007",
    ),
    (
        "The configuration is invalid. Expected a key-value mapping (dict) but received: <class 'list'>",
        "mkdocs.yml tidak terbaca sebagai pengaturan situs. Kembalikan berkasnya dari Git.",
    ),
    (
        "Config value 'bogus': Unrecognised configuration name: bogus",
        "mkdocs.yml: kunci 'bogus' tidak dikenal. Betulkan atau hapus.",
    ),
    (
        "Config value 'docs_dir': The path '/r/docs' isn't an existing directory.",
        "mkdocs.yml: kunci 'docs_dir' menyebut /r/docs, yang tidak ada. Betulkan alamatnya.",
    ),
    (
        "Config value 'theme': The path set in custom_dir ('/r/tema') does not exist.",
        "mkdocs.yml: kunci 'theme' menyebut /r/tema, yang tidak ada. Betulkan alamatnya.",
    ),
    (
        "Config value 'plugins': The \"x\" plugin is not installed",
        "mkdocs.yml: isi kunci 'plugins' tidak dapat dipakai. Kata pembangun situs: The \"x\" plugin is not installed",
    ),
    ("Something new.", "Kata pembangun situs (dalam bahasa Inggris): Something new."),
]


@pytest.mark.parametrize(("english", "ours"), SAID)
def test_a_message_of_the_builder_in_our_words(english: str, ours: str) -> None:
    assert in_indonesian(english, BY_HAND) == ours


def test_braces_in_a_name_are_only_letters() -> None:
    said = in_indonesian("Config value '{key}': Unrecognised configuration name: {key}", BY_HAND)
    assert said == "mkdocs.yml: kunci '{key}' tidak dikenal. Betulkan atau hapus."


def test_all_of_them_stand_below_one_heading() -> None:
    refused = Fault(Place("docs/x.md", 3, 1), "HTML tidak dipakai di halaman ini", "tulis dengan Markdown")
    assert not_built(["Satu.", "Dua."], BY_HAND, [refused]).splitlines() == [
        "Situs belum dapat dibangun. Perbaiki yang disebut di bawah ini, lalu ulangi.",
        "  docs/x.md:3:1: HTML tidak dipakai di halaman ini",
        "    Perbaikan: tulis dengan Markdown.",
        "  Kata pembangun situs (dalam bahasa Inggris): Satu.",
        "  Kata pembangun situs (dalam bahasa Inggris): Dua.",
    ]
