"""A page of docs/ that holds a sentence of a draft is not shown; what is approved may be quoted."""

from paraf.terbit.withholding import withheld

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
