"""The forge's own buttons are English only: what each is called here, for the acts a role really performs."""

from collections.abc import Iterable, Iterator

from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Submit, Write
from paraf.views.html import Html, el, table

# Act of this guide, the words on GitHub's screen, where they stand.
_WORDS: dict[type, tuple[tuple[str, str, str], ...]] = {
    Write: (
        ("ubah berkas", "Edit this file", "gambar pensil di kanan atas berkas"),
        ("simpan sebagai usulan baru", "Commit changes… → Create a new branch", "tombol hijau saat menyunting"),
        ("buat halaman naskah", "Create pull request", "tombol hijau sesudah usulan disimpan"),
    ),
    Submit: (("minta persetujuan", "Reviewers", "kolom kanan halaman naskah"),),
    Approve: (
        ("baca perubahan", "Files changed", "baris atas halaman naskah"),
        ("setujui", "Review changes → Approve → Submit review", "di Files changed, kanan atas"),
        ("kembalikan", "Review changes → Request changes → Submit review", "di Files changed, kanan atas"),
    ),
    Evidence: (("catat bukti", "Add file → Create new file", "halaman berkas, kanan atas"),),
    Merge: (("satukan ke naskah resmi", "Squash and merge", "tombol hijau di bawah halaman naskah"),),
}


def screen_words(conditions: Iterable[AnyCondition]) -> Iterator[tuple[str, str, str]]:
    """The rows for a set of acts, each kind once, in the order of this file."""
    kinds = {type(condition) for condition in conditions}
    for kind, words in _WORDS.items():
        if kind in kinds:
            yield from words


def screen_table(conditions: Iterable[AnyCondition]) -> Html:
    """The same as a table; English words are marked as such for screen readers."""
    rows = [
        el("tr", el("th", here, scope="row"), el("td", el("span", there, lang="en")), el("td", place))
        for here, there, place in screen_words(conditions)
    ]
    return table(("Di panduan ini", "Tulisan di layar", "Letaknya"), rows)
