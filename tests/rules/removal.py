"""The required elements of a report, found by reading its text anew, and the report without one of them.

Nothing of the package reads here: outline and data by PyYAML, headings and calls by their lines. So what the checks call
absent is compared with what another reader finds present.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import yaml

from laporan.case import FOLDER

Files = Mapping[str, str]
_FRONT = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_CALL = re.compile(r"\{\{ *(\w+)\((.*?)\) *\}\}")
KINDS = {
    "STR103": "bab",
    "STR104": "bagian",
    "STR107": "panggilan",
    "LKP101": "analisis",
    "LKP102": "indikator",
    "LKP107": "lampiran",
}
"""What a rule calls absent."""


@dataclass(frozen=True)
class Element:
    """``words``: what a finding must say to name it; ``without``: the files after its removal."""

    kind: str
    words: tuple[str, ...]
    without: Callable[[], dict[str, str]] = field(compare=False)
    how: str = field(default="", compare=False)

    def __str__(self) -> str:
        return " ".join((self.kind, *self.words, self.how)).strip()

    def named_in(self, text: str) -> bool:
        """Whether a text has every word; ``IKU-1`` is not in ``IKU-10``."""
        return all(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) for word in self.words)


def elements(files: Files) -> Iterator[Element]:
    """Every required element that is present."""
    outline = _yaml(files["sop/sistematika.yml"])
    goals = _yaml(files[f"{FOLDER}/data/kinerja.yml"])["sasaran"]
    fronts = {path: _yaml(found[1]) for path, text in files.items() if (found := _FRONT.match(text))}
    for plan in outline["bab"]:
        for goal in goals if plan.get("per_sasaran") == "ya" else [None]:
            wanted = (plan["id"], goal["id"] if goal else None)
            paths = [path for path, front in fronts.items() if (front["id"], front.get("sasaran")) == wanted]
            for path in paths:
                yield from _chapter(files, path, plan, goal)
    yield from _annexes(files, outline.get("lampiran", []))
    for goal in goals:
        for indicator in goal.get("indikator", []):
            yield Element("data", (indicator["id"],), partial(_without_data, files, indicator["id"]))


@lru_cache(maxsize=64)
def _yaml(text: str) -> Any:
    """The data of a text; it is looked at, never changed."""
    return yaml.load(text, yaml.BaseLoader)


def _chapter(files: Files, path: str, plan: Any, goal: Any) -> Iterator[Element]:
    name, text = path.rpartition("/")[2], files[path]
    changed = partial(_without_lines, files, path)

    if plan.get("wajib", "ya") == "ya":
        words = (plan["judul"], goal["id"]) if goal else (plan["judul"],)
        yield Element("bab", words, partial(_without_file, files, path))
    for one, start, end in _spans(plan, text):
        part = one or plan
        if one and one.get("wajib", "ya") == "ya":
            analysis = goal and "perihal" in one
            words = (one["judul"], goal["id"]) if analysis else (name, one["judul"])
            kind = "analisis" if analysis else "bagian"
            yield Element(kind, words, partial(changed, start, end), how="seluruhnya")
            yield Element(kind, words, partial(changed, start, start + 1), how="judulnya")
        for call, line in _calls(text, start, end, part.get("memuat", [])):
            yield Element("panggilan", (name, *call), partial(changed, start, end, rf"^\s*{re.escape(line)}\s*$"))
        if goal and part.get("perihal") == "sebab":
            said = "\n".join(text.split("\n")[start:end])
            for indicator in goal.get("indikator", []):
                named = rf"(?i)(?<![\w-])({indicator['id']}|{re.escape(indicator['nama'])})(?![\w-])"
                if re.search(named, said):
                    yield Element("indikator", (name, indicator["id"]), partial(changed, start + 1, end, named))


def _without_file(files: Files, path: str) -> dict[str, str]:
    return {other: text for other, text in files.items() if other != path}


def _without_lines(files: Files, path: str, start: int, end: int, pattern: str = "") -> dict[str, str]:
    lines = files[path].split("\n")
    kept = [line for line in lines[start:end] if not re.search(pattern, line)]
    return {**files, path: "\n".join([*lines[:start], *kept, *lines[end:]])}


def _spans(plan: Any, text: str) -> Iterator[tuple[Any, int, int]]:
    """The chapter as a whole (``None``), then its parts: from their heading to the next of its rank."""
    lines = text.split("\n")
    yield None, 0, len(lines)
    titles = {t.casefold(): part for part in plan.get("isi", []) for t in (part["judul"], *part.get("judul_lain", []))}
    for at, line in enumerate(lines):
        found = re.match(r"(#+) (.*)", line)
        if found and found[2].casefold() in titles:
            rank = re.compile(rf"#{{1,{len(found[1])}}} ")
            end = next((n for n in range(at + 1, len(lines)) if rank.match(lines[n])), len(lines))
            yield titles[found[2].casefold()], at, end


def _calls(text: str, start: int, end: int, names: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The calls that are asked for, each once: its name and argument, and its line."""
    for line in dict.fromkeys(line.strip() for line in text.split("\n")[start:end]):
        found = _CALL.fullmatch(line)
        if found and found[1] in names:
            yield tuple(word.strip('"') for word in found.groups() if word), line


def _annexes(files: Files, plans: list[Any]) -> Iterator[Element]:
    path = f"{FOLDER}/lampiran/daftar.yml"
    listed = _yaml(files[path]) if path in files else {"lampiran": []}
    wanted = {plan["id"]: plan for plan in plans if plan.get("wajib", "ya") == "ya"}
    for annex in listed["lampiran"]:
        if annex["id"] in wanted:
            rest = {**listed, "lampiran": [other for other in listed["lampiran"] if other is not annex]}
            text = yaml.safe_dump(rest, allow_unicode=True, sort_keys=False)
            words = (wanted[annex["id"]]["judul"],)
            yield Element("lampiran", words, partial(_with_file, files, path, text))
        paper = f"{FOLDER}/lampiran/{annex.get('berkas')}"
        if paper in files:
            yield Element("berkas lampiran", (paper.removeprefix(f"{FOLDER}/"),), partial(_without_file, files, paper))


def _with_file(files: Files, path: str, text: str) -> dict[str, str]:
    return {**files, path: text}


def _without_data(files: Files, name: str) -> dict[str, str]:
    path = f"{FOLDER}/data/kinerja.yml"
    data = _yaml(files[path])
    goals = [
        {**goal, "indikator": [one for one in goal.get("indikator", []) if one["id"] != name]}
        for goal in data["sasaran"]
    ]
    return {
        **files,
        path: yaml.safe_dump({**data, "sasaran": goals}, allow_unicode=True, sort_keys=False, width=10_000),
    }
