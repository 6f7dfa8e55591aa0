"""The navigation: doors in their order, hand-written pages behind the door they name."""

from paraf.views.navigation import Entry, handwritten, navigation


def test_doors_nest_and_keep_their_order() -> None:
    entries = [
        Entry(("Bantuan",), "Tentang", "tentang.md"),
        Entry((), "Beranda", "index.md"),
        Entry(("Panduan SOP",), "Lembar", "lembar.md"),
        Entry(("Panduan SOP", "Menurut jabatan"), "Satu", "satu.md"),
        Entry(("Panduan SOP", "Menurut jabatan"), "Dua", "dua.md"),
    ]
    assert navigation(entries) == [
        {"Beranda": "index.md"},
        {"Panduan SOP": [{"Lembar": "lembar.md"}, {"Menurut jabatan": [{"Satu": "satu.md"}, {"Dua": "dua.md"}]}]},
        {"Bantuan": [{"Tentang": "tentang.md"}]},
    ]


def test_a_handwritten_page_names_its_door_and_itself() -> None:
    pages = {
        "a.md": "---\npintu: Menulis\n---\n\n# Judul A\n",
        "b.md": "---\nlain: x\n---\n\n# Judul B\n",
        "c.md": "tanpa judul\n",
    }
    assert list(handwritten(pages)) == [
        Entry(("Menulis",), "Judul A", "a.md"),
        Entry(("Bantuan",), "Judul B", "b.md"),
        Entry(("Bantuan",), "c.md", "c.md"),
    ]


def test_a_door_nobody_knows_leads_to_help() -> None:
    assert list(handwritten({"a.md": "---\npintu: Gudang\n---\n# A\n"})) == [Entry(("Bantuan",), "A", "a.md")]
