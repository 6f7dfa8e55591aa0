"""The sheet of changes of a later version."""

from views.terbit.editions import first, later, pages, shown


def test_a_later_version_tells_what_it_changed() -> None:
    chapter = first().source.files["10-pendahuluan.md"]
    changed = chapter.rstrip() + b"\n\nKalimat ini baru ditulis pada versi kedua.\n"
    found = pages(shown(first(), later(2, {"10-pendahuluan.md": changed})))
    page = found["lakip/2025/v2/perubahan.md"]
    assert "versi 1, terbit 25 Februari 2026" in page.body
    assert "versi 2, terbit 26 April 2026" in page.body
    assert "Kalimat ini baru ditulis" in page.body
    assert "Lembar perubahan" in found["lakip/2025/index.md"].body
    assert "Lembar perubahan" not in found["lakip/2025/v1/index.md"].body
