"""A guess is given where something alike exists, and not for ever."""

from laporan.case import base_files, found_by

CHAPTER = "lakip/2025/80-penutup.md"


def test_the_first_broken_addresses_are_answered_with_a_guess() -> None:
    files = base_files()
    files[CHAPTER] += "\n" + "\n".join("[x](data/daftar-aplikas.csv) [y](#simpulann)" for _ in range(11)) + "\n"
    repairs = [finding.repair for finding in found_by("TAU101", files)]
    assert repairs[:2] == ["Mungkin maksudnya data/daftar-aplikasi.csv.", "Mungkin maksudnya #simpulan."]
    assert len(repairs) == 22
    assert repairs[20:] == [
        "Betulkan alamatnya, atau taruh berkasnya di lakip/2025/.",
        "Betulkan jangkarnya, atau tautkan berkasnya saja.",
    ]
