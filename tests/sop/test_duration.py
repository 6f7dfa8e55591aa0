"""Time cells as real SOPs print them (field.md section 4): measured, or left alone with a reason."""

import pytest

from paraf.sop.duration import Duration, Measured, Unmeasured, read_duration

BLANK = "kolom waktu kosong"
DASH = "kolom waktu berisi tanda hubung"
BARE = "angka tanpa satuan waktu"
WORDS = "kata-kata, bukan lama waktu"
FORM = "memakai bentuk yang belum dikenali"
DIFFERENT = "angka dan hurufnya berbeda"
REVERSED = "rentang waktunya terbalik"


def shown(duration: Duration) -> str:
    """``10 menit``, ``1..20 hari kerja``, ``30 menit..3 jam``, ``2 menit / berkas``, or the reason."""
    if isinstance(duration, Unmeasured):
        return duration.reason
    low, high = duration.shortest, duration.longest
    per = f" / {duration.per}" if duration.per else ""
    if low == high:
        return f"{high.amount} {high.unit}{per}"
    start = f"{low.amount}" if low.unit == high.unit else f"{low.amount} {low.unit}"
    return f"{start}..{high.amount} {high.unit}{per}"


NUMBER_AND_UNIT = {
    "10 menit": "10 menit",
    "1 jam": "1 jam",
    "1 hari": "1 hari",
    "3 hari kerja": "3 hari kerja",
    "3 Hari  Kerja": "3 hari kerja",
    "2 hari efektif": "2 hari kerja",
    "2 minggu": "2 minggu",
    "1 bulan": "1 bulan",
    "1 triwulan": "1 triwulan",
    "1 semester": "1 semester",
    "1 tahun": "1 tahun",
    "5 minit": "5 menit",
    "0 hari kerja": "0 hari kerja",
    "2,5 jam": "2.5 jam",
    "1.5 jam": "1.5 jam",
    "15menit": "15 menit",
    " 30 MENIT ": "30 menit",
    "30\u00a0menit": "30 menit",
    "1 x 24 jam": "24 jam",
    "2x24 jam": "48 jam",
    "3 × 24 Jam": "72 jam",
    "1 jam 30 menit": "90 menit",
    "2 Jam 5 Menit": "125 menit",
    "1jam 30menit": "90 menit",
    "1 (satu) hari": "1 hari",
    "3(Tiga) hari kerja": "3 hari kerja",
    "12 (dua belas) jam": "12 jam",
    "20 (dua puluh) menit": "20 menit",
    "45 (empat puluh lima) menit": "45 menit",
    "1 (satu) x 24 jam": "24 jam",
}
RANGES = {
    "1 - 20 Hari Kerja": "1..20 hari kerja",
    "5-10 menit": "5..10 menit",
    "5 – 10 menit": "5..10 menit",
    "5 — 10 menit": "5..10 menit",
    "5 s/d 10 menit": "5..10 menit",
    "5 s.d. 10 menit": "5..10 menit",
    "5 sampai 10 menit": "5..10 menit",
    "5 hingga 10 menit": "5..10 menit",
    "1 hari - 2 hari": "1..2 hari",
    "30 menit - 3 Jam": "30 menit..3 jam",
    "1 hari kerja - 2 minggu": "1 hari kerja..2 minggu",
    "7 - 7 hari": "7 hari",
    "1 x 24 jam - 2 x 24 jam": "24..48 jam",
    "maksimal 17 hari kerja": "0..17 hari kerja",
    "Maks. 3 hari": "0..3 hari",
    "maks 3 hari": "0..3 hari",
    "paling lama 1 jam": "0..1 jam",
    "maksimal 1 jam 30 menit": "0..90 menit",
    "paling lama 3 (tiga) hari": "0..3 hari",
    "3 (tiga) - 5 (lima) hari": "3..5 hari",
    "2 (dua) s.d. 3 (tiga) hari kerja": "2..3 hari kerja",
}
PER_SOMETHING = {
    "2 menit/berkas": "2 menit / berkas",
    "2 menit / berkas": "2 menit / berkas",
    "2 menit per berkas": "2 menit / berkas",
    "1 hari per surat masuk": "1 hari / surat masuk",
    "1 jam 30 menit/berkas": "90 menit / berkas",
    "1 (satu) jam per berkas": "1 jam / berkas",
    "5 - 10 menit/berkas": "5..10 menit / berkas",
    "maksimal 3 hari per laporan": "0..3 hari / laporan",
}
NOT_MEASURED = {
    "": BLANK,
    "  ": BLANK,
    "-": DASH,
    " - ": DASH,
    "–": DASH,
    "—": DASH,
    "16": BARE,
    "2,5": BARE,
    "1 x 24": BARE,
    "Segera": WORDS,
    "Sepanjang tahun": WORDS,
    "Sesuai kebutuhan": WORDS,
    "Sesuai jadwal": WORDS,
    "Semesteran": WORDS,
    "Triwulanan": WORDS,
    "Sebelum periode revisi bulan berjalan": WORDS,
    "menit": WORDS,
    "Satu hari": WORDS,
    "1 bulanan": FORM,
    "5 menitan": FORM,
    "1-2-3 hari": FORM,
    "1/2 hari": FORM,
    "½ hari": FORM,
    "± 2 hari": FORM,
    "1 hari 4 jam": FORM,
    "1,5 jam 30 menit": FORM,
    "1 - 2 jam 30 menit": FORM,
    "2 (hari) kerja": FORM,
    "1,5 (lima) hari": FORM,
    "Setiap tanggal 5": FORM,
    "2 (tiga) hari": DIFFERENT,
    "3 (tiga) - 5 (enam) hari": DIFFERENT,
    "10 - 5 menit": REVERSED,
    "2 hari - 1 hari": REVERSED,
}
CELLS = NUMBER_AND_UNIT | RANGES | PER_SOMETHING | NOT_MEASURED


@pytest.mark.parametrize(("text", "expected"), CELLS.items(), ids=[repr(text) for text in CELLS])
def test_cell(text: str, expected: str) -> None:
    duration = read_duration(text)
    assert shown(duration) == expected
    assert duration.text == text, "the print is kept as it is"


def test_blank_cell_that_was_never_written() -> None:
    assert read_duration(None) == Unmeasured(None, BLANK)


@pytest.mark.parametrize("text", ["3 jam - 30 menit", "2 minggu - 3 hari", "1 tahun - 2 bulan"])
def test_a_range_reversed_across_units_is_not_measured(text: str) -> None:
    assert shown(read_duration(text)) == REVERSED


@pytest.mark.parametrize("text", ["1 hari perjalanan", "2 jam persiapan", "30 menit perbaikan"])
def test_a_word_that_begins_with_per_is_not_a_share(text: str) -> None:
    assert shown(read_duration(text)) == FORM


IN_ORDER = {
    "20 jam - 1 hari": "20 jam..1 hari",
    "1 x 24 jam - 2 hari": "24 jam..2 hari",
    "2 x 24 jam - 3 hari kerja": "48 jam..3 hari kerja",
    "5 hari - 1 minggu": "5 hari..1 minggu",
    "7 hari - 1 minggu": "7 hari..1 minggu",
    "30 hari - 1 bulan": "30 hari..1 bulan",
    "90 hari - 1 triwulan": "90 hari..1 triwulan",
    "12 bulan - 1 tahun": "12 bulan..1 tahun",
}


@pytest.mark.parametrize(("text", "expected"), IN_ORDER.items(), ids=list(IN_ORDER))
def test_a_range_that_a_clock_or_calendar_puts_in_order_is_measured(text: str, expected: str) -> None:
    assert shown(read_duration(text)) == expected


def test_times_before_a_range_belong_to_both_ends() -> None:
    assert shown(read_duration("2 x 5-10 menit")) == "10..20 menit"


def test_times_of_an_end_with_its_own_unit_stay_there() -> None:
    assert shown(read_duration("3 x 24 jam - 5 hari")) == "72 jam..5 hari"


def test_no_measured_cell_is_shorter_than_its_shortest() -> None:
    measured = [duration for text in CELLS if isinstance(duration := read_duration(text), Measured)]
    assert len(measured) == len(NUMBER_AND_UNIT) + len(RANGES) + len(PER_SOMETHING)
    same_unit = [duration for duration in measured if duration.shortest.unit == duration.longest.unit]
    assert all(duration.shortest.amount <= duration.longest.amount for duration in same_unit)
