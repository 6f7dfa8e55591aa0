"""One text to one value of the schema, or what is wrong with it and how to repair that."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from paraf.door.text import echo


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise ValueError(f"'{echo(text)}' bukan bilangan bulat", "tulis angka saja, tanpa titik dan tanpa satuan")
    return int(text)


def _date(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"'{echo(text)}' bukan tanggal", "tulis tahun-bulan-hari, misalnya 2026-01-31")


READERS: Mapping[Any, Callable[[str], Any]] = {str: str, int: _integer, date: _date}
"""How a scalar of each type is read; raises ``ValueError(message, repair)``."""


def complaint(meta: msgspec.Meta, value: Any) -> tuple[str, str] | None:
    """Why ``value`` breaks a constraint of the schema, and the repair the schema itself names."""
    repair = meta.description or "lihat contoh pada halaman format"
    if meta.pattern is not None and not re.fullmatch(meta.pattern, value):
        if not value.strip():
            return "teks ini masih kosong", repair
        return f"bentuk '{echo(value)}' tidak sesuai", repair
    if meta.max_length is not None and len(value) > meta.max_length:
        return f"teks ini terlalu panjang: {len(value)} huruf", repair
    if meta.min_length is not None and len(value) < meta.min_length:
        return "daftar ini masih kosong", repair
    if meta.ge is not None and value < meta.ge:
        return f"{value} terlalu kecil", repair
    if meta.le is not None and value > meta.le:
        return f"{value} terlalu besar", repair
    return None
