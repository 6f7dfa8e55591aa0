"""JSON Schemas of the data files, for editors; generated from the format classes and kept in ``sop/skema/``."""

import json

import msgspec

from paraf.alur.formats import FORMATS as FLOW_FORMATS
from paraf.laporan.report import FORMATS as REPORT_FORMATS
from paraf.sop.repository import FORMATS


def schema_files() -> dict[str, str]:
    """``skema/<name>.json`` and its text for every format."""
    return {
        f"skema/{name}.json": json.dumps(_schema(type_), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, type_ in {**FORMATS, **REPORT_FORMATS, **FLOW_FORMATS}.items()
    }


def _schema(type_: type) -> dict[str, object]:
    """The schema as a draft 2020-12 document that a reader of YAML may use directly."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(type_)}
