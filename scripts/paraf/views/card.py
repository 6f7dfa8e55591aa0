"""What a step's page rests on: the card, its sentences numbered, the printed row as label and value."""

from paraf.sop.forms.sop import ExtraColumn
from paraf.sop.model import Sop, Step
from paraf.views.html import Html, el, joined
from paraf.views.words import BLANK, duration_words, role_names


def card(sop: Sop, step: Step) -> Html:
    """Who, how long at most, what is needed, what comes out."""
    cells = [
        ("Siapa", role_names(sop, step)),
        ("Paling lama", duration_words(step.waktu)),
        ("Butuh", step.kelengkapan or BLANK),
        ("Hasil", step.output or BLANK),
    ]
    pairs = [el("div", el("dt", name), el("dd", value)) for name, value in cells]
    return el("dl", joined(pairs), class_="kartu", data_search_exclude="")


def numbered(sentences: tuple[str, ...]) -> Html:
    """A numbered list."""
    return el("ol", joined([el("li", sentence) for sentence in sentences]), class_="cara")


def printed(sop: Sop, step: Step) -> Html:
    """The verbatim row as label and value."""
    heads = sop.heads
    cells = [
        (heads.no, step.printed_number),
        (heads.kegiatan, step.kegiatan),
        (heads.kelengkapan, step.kelengkapan),
        (heads.waktu, step.waktu.text),
        (heads.output, step.output),
        *((column.judul, step.tambahan.get(column.id)) for column in _section_extra(sop, step)),
        (heads.ket, step.ket),
    ]
    blank = el("em", "kosong")
    pairs = [el("div", el("dt", name), el("dd", value or blank)) for name, value in cells]
    return el("dl", joined(pairs), class_="tertulis")


def _section_extra(sop: Sop, step: Step) -> list[ExtraColumn]:
    return [column for section in sop.sections if section.code == step.section for column in section.extra]
