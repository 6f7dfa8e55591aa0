"""The navigation: doors in their order, hand-written pages behind the door they name."""

from paraf.views.navigation import Entry, navigation


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


def test_a_door_with_only_a_page_of_its_own_name_is_that_page() -> None:
    entries = [Entry(("LAKIP terbit",), "LAKIP terbit", "terbit.md"), Entry(("Menulis",), "Butir", "butir.md")]
    assert navigation(entries) == [{"Menulis": [{"Butir": "butir.md"}]}, {"LAKIP terbit": "terbit.md"}]
