"""Sentences of a chapter with their places, and lines with their calls answered."""

from paraf.rules.sentences import said_lines, sentences
from rules.handmade import with_text

TEXT = """Satu kalimat. Dua kalimat! {{ belanja() }} tiga?
Nilainya Rp. 5.000 saja.

- Butir pertama. Butir kedua.

### Judul. Bukan kalimat.

| Tabel. Bukan |
|---|
| a |"""


def test_sentences_end_before_a_capital_or_a_call() -> None:
    chapter = with_text(TEXT).report.chapters[-1]
    blocks = chapter.blocks[-4:]
    assert [(one.text.strip(), one.place.column) for one in sentences(chapter, blocks)] == [
        ("Satu kalimat.", 1),
        ("Dua kalimat!", 15),
        ("{{ belanja() }} tiga?", 28),
        ("Nilainya Rp. 5.000 saja.", 1),
        ("- Butir pertama.", 1),
        ("Butir kedua.", 18),
    ]


def test_calls_are_blanked_in_what_is_searched() -> None:
    chapter = with_text("Sebesar {{ belanja() }} rupiah.").report.chapters[-1]
    (one,) = sentences(chapter, chapter.blocks[-1:])
    assert one.bare == "Sebesar                 rupiah."
    assert len(one.bare) == len(one.text)


def test_lines_with_their_calls_answered() -> None:
    facts = with_text("Sebesar {{ belanja() }} rupiah.\nLalu {{ sisa() }}.")
    expanded = facts.expansion.chapters[-1]
    last = expanded.chapter.blocks[-1].line
    assert said_lines(expanded, last + 1, 1) == {last + 1: "Lalu Rp39.250.000,00.\n"}
    assert said_lines(expanded)[last] == "Sebesar Rp610.750.000,00 rupiah.\n"
