"""Three figures that tell a year: each answered by the report's own call, so none is reckoned anew."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from paraf.laporan.calls.base import CallError, Context, Figure
from paraf.laporan.calls.money import belanja, pagu, serapan
from paraf.laporan.calls.words import jumlah_indikator, jumlah_tercapai, rata_capaian
from paraf.views.html import Html, el, joined


class Telling(Struct, frozen=True):
    """A figure as it is printed, what it is of, and a word that explains it."""

    figure: str
    name: str
    words: str


def telling(context: Context) -> Iterator[Telling]:
    """The figures whose data could be read."""
    yield from _each(context, _reached)
    yield from _each(context, _mean)
    yield from _each(context, _spent)


def _each(context: Context, ask: Callable[[Context], Telling]) -> Iterator[Telling]:
    try:
        yield ask(context)
    except CallError:
        return


def _reached(context: Context) -> Telling:
    return Telling(
        f"{_said(jumlah_tercapai(context))} dari {_said(jumlah_indikator(context))}", "indikator mencapai target", ""
    )


def _mean(context: Context) -> Telling:
    return Telling(_said(rata_capaian(context)), "rata-rata capaian", "semua indikator yang terukur")


def _spent(context: Context) -> Telling:
    words = f"{_said(belanja(context))} dari pagu {_said(pagu(context))}"
    return Telling(_said(serapan(context)), "serapan anggaran", words)


def _said(figure: Figure) -> str:
    return figure.text


def telling_cards(context: Context) -> Html | None:
    """The figures side by side."""
    cards = [
        el("div", el("dt", one.name, el("small", one.words) if one.words else None), el("dd", one.figure))
        for one in telling(context)
    ]
    return el("dl", joined(cards), class_="angka-utama") if cards else None
