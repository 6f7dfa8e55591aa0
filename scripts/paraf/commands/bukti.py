"""``paraf bukti``: a record of evidence to fill in, filled as far as the caller says, and what it still lacks."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import folder_below, own_folder, read_data, write_if_changed
from paraf.adapters.office import load_repository
from paraf.commands.console import echo, program, result
from paraf.door.text import any_text
from paraf.errors import UsageError
from paraf.laporan.records.names import EvidenceName
from paraf.laporan.records.reading import Forms, read_evidence
from paraf.laporan.records.template import (
    SHEET_ADDRESSES,
    Given,
    addresses,
    same_template,
    sheet_template,
    template,
    unknown,
)
from paraf.sop.evidence import evidence_forms, on_paper

OK, LACKING = 0, 1


def bukti(
    root: Path,
    step: str,
    year: int,
    values: Sequence[str],
    edition: int,
    number: int,
    paper: bool,
    today: date | None,
) -> int:
    """Write the record where there is none, then say whether it may count; 1 when one that was there lacks something."""
    repo = load_repository(root)
    forms, sheets, day = evidence_forms(repo), on_paper(repo), today or now().date()
    name = EvidenceName(step.upper().replace(".", ""), edition, 1 if paper else number, paper)
    _demand(name, forms, sheets)
    given = _given(values)
    wrong = unknown(given, SHEET_ADDRESSES if paper else addresses(forms[name.step], name))
    if wrong:
        known = SHEET_ADDRESSES if paper else addresses(forms[name.step], name)
        raise UsageError(f"Kunci '{echo(wrong[0])}' tidak ada pada bukti ini. Yang ada: {', '.join(known)}.")
    if folder_below(root, f"lakip/{year}") is None:
        raise UsageError(f"Tahun {year} belum dibuka: folder lakip/{year}/ tidak ada.")
    file = f"lakip/{year}/{name.path}"
    if number > 1 and not paper and read_data(root, f"lakip/{year}/{_before(name).path}") is None:
        raise UsageError(f"Bukti susulan ditulis sesudah {_before(name).path} ada.")
    present, written = read_data(root, file), False
    fresh = _text(name, forms, day, given)
    if present is None or (given and _untouched(present, name, forms, day)):
        own_folder(root, f"lakip/{year}/bukti")
        write_if_changed(root / file, fresh.encode())
        result(f"ditulis: {file}")
        present, written = fresh.encode(), True
    elif given:
        raise UsageError(f"{file} sudah diisi, jadi tidak ditimpa. Sunting berkasnya sendiri.")
    reading = read_evidence(forms, year, name.path, present, day, sheets)
    if reading.record:
        result(f"{file} sudah sah.")
        return OK
    result("Belum sah; yang masih perlu diisi atau dibetulkan:")
    lines = any_text(present).split("\n")
    for fault in reading.faults:
        key = lines[fault.place.line - 1].strip(" -").partition(":")[0]
        result(f"  baris {fault.place.line}, {echo(key)}: {fault.message}; {fault.repair}")
    result(f"Sunting {file}, lalu jalankan lagi: {program()} bukti {step.lower()} {year}{_options(name)}")
    return OK if written else LACKING


def _demand(name: EvidenceName, forms: Forms, sheets: frozenset[str]) -> None:
    """Refuse a step that asks for nothing of the kind."""
    if name.on_paper and name.step not in sheets:
        there = ", ".join(sorted(sheets)) or "tidak ada; lihat kertas.boleh di sop/naskah.yml"
        raise UsageError(f"Langkah '{echo(name.step)}' tidak dapat disetujui di atas kertas. Yang dapat: {there}.")
    if not name.on_paper and name.step not in forms:
        there = ", ".join(forms) or "tidak ada; tulis dulu sop/naskah.yml dan sop/bukti.yml"
        raise UsageError(f"Langkah '{echo(name.step)}' tidak meminta bukti. Yang meminta: {there}.")


def _given(values: Sequence[str]) -> Given:
    found: dict[str, str] = {}
    for value in values:
        key, sign, said = value.partition("=")
        if not sign:
            raise UsageError(f"'{echo(value)}' belum memuat tanda sama dengan. Tulis misalnya nomor=800/12/406/2026.")
        found[key.strip()] = said.strip()
    return found


def _text(name: EvidenceName, forms: Forms, day: date, given: Given) -> str:
    return sheet_template(name, day, given) if name.on_paper else template(forms[name.step], name, day, given)


def _untouched(data: bytes, name: EvidenceName, forms: Forms, day: date) -> bool:
    return same_template(data.decode(errors="replace"), _text(name, forms, day, {}))


def _before(name: EvidenceName) -> EvidenceName:
    return EvidenceName(name.step, name.edition, max(name.number - 1, 1))


def _options(name: EvidenceName) -> str:
    edition = f" --terbitan {name.edition}" if name.edition > 1 else ""
    number = f" --susulan {name.number}" if name.number > 1 else ""
    return f"{edition}{number}{' --kertas' if name.on_paper else ''}"
