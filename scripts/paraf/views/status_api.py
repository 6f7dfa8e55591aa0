"""``api/status.json``: where the newest year is, for machines, version 1; steps, roles and times, never a person."""

from typing import Any

import msgspec

from paraf.views.position import Position, Spot

PATH = "api/status.json"
VERSION = 1


def status_json(position: Position) -> str:
    """The position as the front page shows it; ``peran`` is who is waited for, ``sejak`` and ``selesai`` are moments."""
    document = {
        "versi": VERSION,
        "tahun": position.year,
        "contoh": position.sample,
        "keadaan_per": position.when,
        "naskah": [{"nama": name, "langkah": [_step(spot) for spot in spots]} for name, spots in position.papers],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _step(spot: Spot) -> dict[str, Any]:
    return {
        "kode": spot.code,
        "keadaan": spot.status.value.word,
        "peran": spot.holder,
        "sejak": spot.since,
        "selesai": spot.done,
    }
