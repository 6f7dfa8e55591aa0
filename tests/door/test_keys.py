"""Unknown keys: a slip of the finger gets a suggestion, a foreign letter its name."""

import pytest

from paraf.door.keys import describe_unknown, listing

KNOWN = ("kode", "kegiatan", "kelengkapan", "waktu", "output", "disahkan_oleh")
ALL = "kode · kegiatan · kelengkapan · waktu · output · disahkan_oleh"
RETYPE = "ketik ulang kuncinya dengan huruf biasa"

UNKNOWN = {
    "letter left out": ("kegiatn", "kunci 'kegiatn' tidak dikenal", "mungkin maksudnya 'kegiatan'"),
    "letters swapped": ("watku", "kunci 'watku' tidak dikenal", "mungkin maksudnya 'waktu'"),
    "capital": ("Kode", "kunci 'Kode' tidak dikenal", "mungkin maksudnya 'kode'"),
    "hyphen": ("disahkan-oleh", "kunci 'disahkan-oleh' tidak dikenal", "mungkin maksudnya 'disahkan_oleh'"),
    "nothing near": ("biaya", "kunci 'biaya' tidak dikenal", f"hapus, atau pakai salah satu: {ALL}"),
    "empty": ("", "kunci '' tidak dikenal", f"hapus, atau pakai salah satu: {ALL}"),
    "words behind a comma": (
        "karena hujan",
        "kunci 'karena hujan' tidak dikenal; koma di dalam kurung kurawal memisahkan isi",
        "apit seluruh teks yang berkoma dengan tanda kutip",
    ),
    "merge": ("<<", "kunci '<<' tidak dikenal", f"hapus, atau pakai salah satu: {ALL}"),
    "cyrillic": (
        "kоde",
        "kunci 'kоde' memuat huruf bukan Latin: 'о' (U+043E, CYRILLIC SMALL LETTER O)",
        RETYPE,
    ),
    "greek": ("kοde", "kunci 'kοde' memuat huruf bukan Latin: 'ο' (U+03BF, GREEK SMALL LETTER OMICRON)", RETYPE),
    "first of two": (
        "wаktц",
        "kunci 'wаktц' memuat huruf bukan Latin: 'а' (U+0430, CYRILLIC SMALL LETTER A)",
        RETYPE,
    ),
    "unnamed": (
        "kode\ue000",
        "kunci 'kode\ue000' memuat huruf bukan Latin: '\ue000' (U+E000, karakter tak bernama)",
        RETYPE,
    ),
}


@pytest.mark.parametrize(("key", "message", "repair"), UNKNOWN.values(), ids=list(UNKNOWN))
def test_unknown_key(key: str, message: str, repair: str) -> None:
    assert describe_unknown(key, KNOWN) == (message, repair)


@pytest.mark.parametrize("key", ["kodé", "ｋｏｄｅ", "kodeﬁ"], ids=["accent", "fullwidth", "ligature"])
def test_a_latin_letter_is_not_called_foreign(key: str) -> None:
    message, repair = describe_unknown(key, KNOWN)
    assert "LATIN" in message
    assert "bukan Latin" not in message
    assert repair == RETYPE


def test_listing() -> None:
    assert listing([]) == ""
    assert listing(["ya"]) == "ya"
    assert listing(iter(["ya", "tidak"])) == "ya · tidak"


def test_a_very_long_listing_is_cut_and_says_so() -> None:
    words = [f"k{number}" for number in range(1, 23)]
    assert listing(words[:20]) == " · ".join(words[:20])
    assert listing(words) == " · ".join(words[:20]) + " · dan 2 lagi"


def test_a_decimal_comma_in_braces_is_told_as_what_it_is() -> None:
    message, repair = describe_unknown("60", ["tw1", "tw2"])
    assert message == "kunci '60' tidak dikenal; koma di dalam kurung kurawal memisahkan isi"
    assert repair == 'apit angka yang berkoma dengan tanda kutip, misalnya "3,60"'
