"""Calls that count, add, say a number in words, write a date, or refer to a table."""

from datetime import date
from decimal import Decimal

from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.laporan.amounts import RUPIAH
from paraf.laporan.calls.base import Call, CallError, Context, Figure, span
from paraf.laporan.calls.cells import silent_mean
from paraf.laporan.calls.figures import percent
from paraf.laporan.calls.vouched import EXAMPLE, check_source, check_written, grouped
from paraf.laporan.formulas import mean
from paraf.laporan.numbers import Unclear, read_number, write_number, write_rupiah
from paraf.sop.dates import write_date
from paraf.terbilang import in_words

_MANY = 1000
_FIGURE = regex(r"(?=.*[0-9])[\w.,%/()–-][\w .,:%/()–-]{0,59}")
"""A figure and a few words, nothing that Markdown or a browser would read as more."""


def _count(number: int, label: str) -> Figure:
    return Figure(write_number(Decimal(number)), label, Decimal(number))


def jumlah_sasaran(context: Context) -> Figure:
    """How many goals."""
    return _count(len(context.performance.aims), "banyaknya sasaran")


def jumlah_indikator(context: Context, goal: str | None = None) -> Figure:
    """How many indicators."""
    return _count(sum(len(aim.measures) for aim in context.aims(goal)), "banyaknya indikator")


def jumlah_tercapai(context: Context, goal: str | None = None) -> Figure:
    """How many indicators reached their target."""
    return _count(sum(m.reached for aim in context.aims(goal) for m in aim.measures), "indikator yang tercapai")


def jumlah_belum_tercapai(context: Context, goal: str | None = None) -> Figure:
    """How many measured indicators did not."""
    measures = [m for aim in context.aims(goal) for m in aim.measures]
    missed = sum(m.capaian is not None and not m.reached for m in measures)
    return _count(missed, "indikator yang belum tercapai")


def rata_capaian(context: Context) -> Figure:
    """The mean capaian of all measured indicators."""
    measures = context.performance.measures.values()
    return percent(mean(m.capaian for m in measures), "rata-rata capaian", silent_mean(measures))


def jumlah(context: Context, *parts: Figure) -> Figure:
    """The sum of figures of one unit."""
    amounts = [part.amount for part in parts if isinstance(part, Figure) and part.amount is not None]
    if len(amounts) < 2 or len(amounts) != len(parts):
        raise CallError("jumlah memerlukan dua angka atau lebih", 'tulis jumlah(realisasi("…"), realisasi("…"))')
    units = {part.unit.name if part.unit else None for part in parts}
    if len(units) > 1:
        raise CallError("angka yang dijumlahkan berbeda satuannya", "jumlahkan angka yang satuannya sama")
    unit, total = parts[0].unit, sum(amounts, Decimal(0))
    label = " + ".join(part.label for part in parts)
    if unit is RUPIAH:
        return Figure(write_rupiah(total), label, total, unit)
    return Figure(unit.suffixed(unit.write(total)) if unit else write_number(total), label, total, unit)


def terbilang(context: Context, figure: Figure | int | str) -> Figure:
    """A number in words; of a figure, or of a number as it is written."""
    if isinstance(figure, Figure):
        amount, label = figure.amount, f"terbilang · {figure.label}"
    else:
        read = read_number(str(figure))
        if isinstance(read, Unclear):
            raise CallError(*_asked(read))
        amount, label = read, "terbilang"
    if amount is None:
        raise CallError("yang dibilang bukan angka", 'tulis terbilang(realisasi("…")) atau terbilang(12)')
    try:
        return Figure(in_words(amount), label)
    except ValueError:
        raise CallError("angkanya terlalu besar untuk dibilang", "tulis angkanya saja") from None


def _asked(unclear: Unclear) -> tuple[str, str]:
    message, _, repair = unclear.question.rpartition("; ")
    return message, repair


def tahun(context: Context, offset: int = 0) -> Figure:
    """The report year, or so many years from it."""
    if abs(offset) > _MANY:
        raise CallError(f"{offset} tahun terlalu jauh", "tulis misalnya tahun(-1)")
    return Figure(str(context.report.year + offset), "tahun laporan" if not offset else "tahun")


def tanggal(context: Context, text: str) -> Figure:
    """A date in words."""
    try:
        return Figure(write_date(date.fromisoformat(text)), "tanggal")
    except ValueError:
        raise CallError(f"“{echo(text)}” bukan tanggal", 'tulis tahun-bulan-hari: tanggal("2026-01-31")') from None


def angka(context: Context, text: str | int, source: str) -> Figure:
    """A figure that stands nowhere in the data, with the source that vouches for it."""
    written = str(text).strip()
    if not _FIGURE.fullmatch(written):
        raise CallError(
            f"“{echo(written)}” bukan angka", f'tulis angkanya, boleh dengan satuannya: angka("14 orang", "{EXAMPLE}")'
        )
    check_written(written)
    vouched = " ".join(source.split())
    check_source(vouched)
    read = read_number(written)
    return Figure(grouped(written), f"sumber: {vouched}", None if isinstance(read, Unclear) else read)


def lihat(context: Context, name: str, *arguments: str) -> Figure:
    """The number of a table or figure of this report: by its call, or by the title of a table written by hand."""
    key = (name, arguments)
    found = context.numbers.get(key)
    if found:
        return Figure(found[0], "rujukan")
    found = () if arguments else context.numbers.get(("", (name,)), ())
    if len(found) == 1:
        return Figure(found[0], "rujukan")
    shown = f"{name}({', '.join(arguments)})" if arguments else name
    if found:
        raise CallError(
            f"{len(found)} tabel berjudul “{echo(shown)}”: {', '.join(found)}",
            "bedakan judulnya, lalu rujuk salah satunya",
        )
    known = span(f"{call}({', '.join(with_)})" if call else f"“{with_[0]}”" for call, with_ in context.numbers)
    raise CallError(f"tabel atau grafik {echo(shown)} tidak ada di laporan ini", f"yang ada: {known}")


CALLS = (
    Call(
        name="jumlah_sasaran",
        kind="angka",
        summary="Banyaknya sasaran strategis.",
        arguments=(),
        example="jumlah_sasaran()",
        run=jumlah_sasaran,
    ),
    Call(
        name="jumlah_indikator",
        kind="angka",
        summary="Banyaknya indikator, seluruhnya atau pada satu sasaran.",
        arguments=("sasaran?",),
        example="jumlah_indikator()",
        run=jumlah_indikator,
    ),
    Call(
        name="jumlah_tercapai",
        kind="angka",
        summary="Banyaknya indikator yang mencapai target.",
        arguments=("sasaran?",),
        example="jumlah_tercapai()",
        run=jumlah_tercapai,
    ),
    Call(
        name="jumlah_belum_tercapai",
        kind="angka",
        summary="Banyaknya indikator terukur yang belum mencapai target.",
        arguments=("sasaran?",),
        example="jumlah_belum_tercapai()",
        run=jumlah_belum_tercapai,
    ),
    Call(
        name="rata_capaian",
        kind="angka",
        summary="Rata-rata capaian semua indikator yang terukur.",
        arguments=(),
        example="rata_capaian()",
        run=rata_capaian,
    ),
    Call(
        name="jumlah",
        kind="angka",
        summary="Jumlah beberapa angka yang sama satuannya.",
        arguments=("angka", "angka", "…?"),
        example='jumlah(pagu("SS-1"), pagu("SS-2"))',
        run=jumlah,
    ),
    Call(
        name="terbilang",
        kind="kata",
        summary="Sebuah angka dengan huruf.",
        arguments=("angka",),
        example="terbilang(jumlah_indikator())",
        run=terbilang,
    ),
    Call(
        name="tahun",
        kind="angka",
        summary="Tahun laporan, atau sekian tahun darinya.",
        arguments=("selisih?",),
        example="tahun(-1)",
        run=tahun,
    ),
    Call(
        name="tanggal",
        kind="kata",
        summary="Sebuah tanggal dengan nama bulannya.",
        arguments=("tahun-bulan-hari",),
        example='tanggal("2026-01-31")',
        run=tanggal,
    ),
    Call(
        name="angka",
        kind="angka",
        summary="Angka yang tidak ada di data, beserta sumbernya.",
        arguments=("angka", "sumber"),
        example='angka("14", "Berita acara rapat 6 Januari 2026")',
        run=angka,
    ),
    Call(
        name="lihat",
        kind="kata",
        summary="Nomor sebuah tabel atau grafik, untuk dirujuk di kalimat.",
        arguments=("nama panggilan atau judul tabel", "isinya?", "…?"),
        example='lihat("tabel_capaian", "SS-1")',
        run=lihat,
    ),
)
