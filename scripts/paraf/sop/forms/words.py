"""Scalars and base records shared by the formats; each description is also the repair that a fault names."""

from typing import Annotated, Literal

import msgspec

Text = Annotated[str, msgspec.Meta(pattern=r"[\s\S]*\S[\s\S]*", description="isi teksnya")]
Line = Annotated[
    str,
    msgspec.Meta(pattern=r"[\s\S]*\S[\s\S]*", max_length=1000, description="isi teksnya, paling panjang 1000 huruf"),
]
"""A name or a sentence that is printed in the midst of others."""
Remark = Annotated[str, msgspec.Meta(max_length=1000, description="tulis paling panjang 1000 huruf")] | None
RoleId = Annotated[
    str, msgspec.Meta(pattern=r"[a-z][a-z0-9-]{0,31}", description="pakai huruf kecil, angka, dan tanda hubung")
]
StepCode = Annotated[
    str, msgspec.Meta(pattern=r"[A-Z]{1,2}[0-9]{1,3}", description="tulis kode langkah: huruf bagian lalu nomor")
]
Target = Annotated[
    str,
    msgspec.Meta(
        pattern=r"[A-Z]{1,2}[0-9]{1,3}(/[1-9])?",
        description="tulis kode langkah, bila perlu disusul '/' dan urutan simbolnya",
    ),
]
YesNo = Literal["ya", "tidak"]
Confidence = Literal["terbaca", "belum diverifikasi"]
Version = Literal[1]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen record; unknown keys are refused at the door."""
