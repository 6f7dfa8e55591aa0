"""JSON Schemas of the data files, for editors; generated from the format classes and kept in ``sop/skema/``."""

import json
from collections.abc import Mapping
from functools import cache

import msgspec

from paraf.laporan.records.shape import Sheet, shape_of
from paraf.laporan.report import FORMATS as REPORT_FORMATS
from paraf.sop.evidence import evidence_forms
from paraf.sop.repository import FORMATS, Repository


def schema_files(repo: Repository | None = None) -> dict[str, str]:
    """``skema/<name>.json`` and its text for every format; with what the office decided also those of its evidence."""
    forms = evidence_forms(repo).values() if repo else ()
    evidence = {f"bukti-{form.step.lower()}": shape_of(form, later=False) for form in forms}
    return {**_fixed(), **_texts(evidence)}


@cache
def _fixed() -> Mapping[str, str]:
    """The schemas that no office changes: making them takes longer than all pages of a small SOP."""
    return _texts({**FORMATS, **REPORT_FORMATS, "bukti-kertas": Sheet})


def _texts(formats: Mapping[str, type]) -> dict[str, str]:
    return {
        f"skema/{name}.json": json.dumps(_schema(type_), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, type_ in formats.items()
    }


def _schema(type_: type) -> dict[str, object]:
    """The schema as a draft 2020-12 document that a reader of YAML may use directly."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(type_)}
