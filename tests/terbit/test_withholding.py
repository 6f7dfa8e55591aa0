"""A page of docs/ that holds a sentence of a draft is not shown; what is approved may be quoted."""

from paraf.terbit.edition import Published
from paraf.terbit.withholding import drafts_and_public, withheld
from terbit.filed import edition

DRAFT = "Capaian urusan komunikasi tahun ini naik tajam karena jaringan baru di semua desa. Pendek saja."
PAGE = b"# Berita\n\nKami kutip: capaian urusan komunikasi tahun ini naik tajam\nkarena jaringan baru di semua desa.\n"


def test_a_page_with_a_sentence_of_a_draft_is_withheld() -> None:
    (found,) = withheld({"berita.md": PAGE, "lain.md": b"# Lain\n\nPendek saja.\n", "a.png": PAGE}, [DRAFT], [])
    assert found.path == "berita.md"
    assert str(found).startswith(
        "docs/berita.md tidak ditampilkan: memuat kalimat dari naskah yang belum disetujui, “Capaian"
    )


def test_what_is_approved_may_be_quoted() -> None:
    assert withheld({"berita.md": PAGE}, [DRAFT], [DRAFT]) == ()
    assert withheld({"berita.md": PAGE}, [], []) == ()


def test_what_a_published_year_is_to_become_is_a_draft() -> None:
    """Main holds more than the edition of a year: its next version, merged and not approved."""
    chapter = "80-penutup.md"
    shown = edition()
    mine = [data.decode() for path, data in shown.source.files.items() if path.endswith(".md")]
    assert drafts_and_public(mine, Published((shown,)))[0] == []
    becoming = f"{shown.source.files[chapter].decode()}\n{DRAFT}\n"
    drafts, public = drafts_and_public([*mine, becoming], Published((shown,)))
    assert drafts == [becoming]
    quoted = next(one.markdown for one in shown.expansion.chapters if one.markdown in public)
    assert [one.path for one in withheld({"a.md": PAGE, "b.md": quoted.encode()}, drafts, public)] == ["a.md"]
