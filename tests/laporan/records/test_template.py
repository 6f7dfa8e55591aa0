"""A new record: every key is there with a word about it, and what the caller gives stands in its place."""

from datetime import date

import pytest
import yaml

from laporan.records.samples import FORMS, read, told
from paraf.laporan.records.names import EvidenceName
from paraf.laporan.records.template import (
    SHEET_ADDRESSES,
    addresses,
    same_template,
    sheet_template,
    template,
    unknown,
)

DAY = date(2026, 2, 27)
WHOLE = {
    "A6": {
        "nomor": "000.8/12/406.020/2026",
        "tanda_tangan.cara": "basah",
        "tanda_tangan.arsip": "Map 2026: agenda 12",
        "tanda_tangan.pindaian.nama": "a6.pdf",
        "tanda_tangan.pindaian.sidik": "ab" * 32,
    },
    "A7": {
        "pengiriman.1.kepada": "Bidang Satu",
        "pengiriman.1.penerima": "Staf",
        "pengiriman.1.cara": "diantar",
        "pengiriman.2.kepada": "Bidang Dua, lantai 2",
        "pengiriman.2.tanggal": "2026-02-26",
        "pengiriman.2.penerima": "Staf",
        "pengiriman.2.cara": "diantar",
        "arsip_tanda_terima": "Buku ekspedisi",
        "catatan": "Satu # dua",
    },
}


@pytest.mark.parametrize("step", FORMS)
def test_a_template_names_every_key_and_only_blanks_are_left(step: str) -> None:
    text = template(FORMS[step], EvidenceName(step), DAY)
    keys = {part for path in addresses(FORMS[step], EvidenceName(step)) for part in path.split(".")}
    assert [key for key in keys - {"N", "nama", "sidik"} if f"{key}:" not in text] == []
    lacking = told(read(f"bukti/{step.lower()}.yml", text))
    assert lacking
    assert [line for line in lacking if "masih kosong" not in line] == []


@pytest.mark.parametrize("step", WHOLE)
def test_a_template_filled_by_the_call_is_a_valid_record(step: str) -> None:
    name = EvidenceName(step)
    assert unknown(WHOLE[step], addresses(FORMS[step], name)) == ()
    text = template(FORMS[step], name, DAY, WHOLE[step])
    reading = read(name.path, text)
    assert told(reading) == []
    assert reading.record
    assert reading.record.days[-1] == DAY
    assert reading.record.source.value.catatan == WHOLE[step].get("catatan")


def test_today_and_the_only_possible_signer_are_filled_in() -> None:
    found = yaml.load(template(FORMS["A6"], EvidenceName("A6"), DAY), yaml.BaseLoader)
    assert found["tanggal"] == found["tanda_tangan"]["tanggal"] == "2026-02-27"
    assert found["tanda_tangan"]["oleh"] == "kadin"
    assert found["nomor"] == ""


def test_half_a_scan_is_written_as_given() -> None:
    text = template(FORMS["A6"], EvidenceName("A6"), DAY, {"tanda_tangan.pindaian.nama": "a.pdf"})
    assert "pindaian: {nama: a.pdf}" in text


def test_a_later_record_asks_why() -> None:
    name = EvidenceName("A7", number=2)
    text = template(FORMS["A7"], name, DAY, WHOLE["A7"] | {"alasan": "Satu bidang menyusul"})
    assert told(read(name.path, text)) == []
    assert "$schema" not in text
    assert "alasan" in addresses(FORMS["A7"], name)
    assert "alasan" not in addresses(FORMS["A7"], EvidenceName("A7"))


def test_a_sheet() -> None:
    name = EvidenceName("B10", on_paper=True)
    assert told(read(name.path, sheet_template(name, DAY), sheets=frozenset({"B10"})))
    given = {"nomor": "7", "arsip": "Map kertas", "sidik": " ".join(["12ab"] * 16)}
    assert unknown(given, SHEET_ADDRESSES) == ()
    reading = read(name.path, sheet_template(name, DAY, given), sheets=frozenset({"B10"}))
    assert told(reading) == []
    assert reading.record
    assert reading.record.days == (DAY,)


@pytest.mark.parametrize(
    "path", ["nama", "pengiriman", "pengiriman.kepada", "pengiriman.0.kepada", "pengiriman.61.kepada", "pengiriman.1.x"]
)
def test_an_address_that_no_field_has(path: str) -> None:
    assert unknown({path: "x"}, addresses(FORMS["A7"], EvidenceName("A7"))) == (path,)


def test_an_untouched_template_is_known_on_another_day() -> None:
    one, other = (template(FORMS["B2"], EvidenceName("B2"), day) for day in (DAY, date(2026, 3, 1)))
    assert one != other
    assert same_template(one, other)
    assert not same_template(one, other.replace("hadir:", "hadir: 6"))
