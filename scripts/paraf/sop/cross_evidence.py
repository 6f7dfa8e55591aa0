"""``bukti.yml`` in itself and against ``naskah.yml``: every word is defined once, every key once in a record."""

from collections import Counter
from collections.abc import Iterator

from paraf.door.decode import Source
from paraf.door.keys import listing
from paraf.errors import Fault
from paraf.sop.forms.evidence import AnyField, Day, EvidenceFile, Group, LetterNumber, Rows
from paraf.sop.forms.papers import Evidence, PapersFile
from paraf.sop.model import Route

RESERVED = ("skema", "langkah", "catatan", "alasan")
"""The keys that every record has for itself."""


def check_evidence(papers: Source[PapersFile] | None, source: Source[EvidenceFile]) -> list[Fault]:
    """Every fault of ``bukti.yml``, and the words of ``naskah.yml`` that it does not define."""
    return [*_words(source), *_keys(source), *_paths(source), *(_asked(papers, source) if papers else ())]


def _words(source: Source[EvidenceFile]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, kind in enumerate(source.value.isi):
        if kind.nama in seen:
            place = source.place("isi", index, "nama")
            yield Fault(place, f"isi bukti '{kind.nama}' ditulis dua kali", "beri nama lain, atau gabungkan")
        seen.add(kind.nama)


def _keys(source: Source[EvidenceFile]) -> Iterator[Fault]:
    """A key stands once in its word and in its group or row; the keys every record has are taken."""
    for index, kind in enumerate(source.value.isi):
        yield from _twice(source, ("isi", index, "isian"), kind.isian, RESERVED)
        for at, field in enumerate(kind.isian):
            if isinstance(field, (Group, Rows)):
                yield from _twice(source, ("isi", index, "isian", at, "isian"), field.isian, ())
                yield from _beside(source, ("isi", index, "isian", at, "isian"), field)
            if isinstance(field, Rows) and field.dijawab == "ya" and field.number is None:
                place = source.place("isi", index, "isian", at, "dijawab")
                message = "baris yang dijawab perlu nomor"
                yield Fault(place, message, "tambahkan isian berjenis bilangan dengan 'unik: ya'")


def _twice(
    source: Source[EvidenceFile], route: Route, fields: tuple[AnyField, ...], taken: tuple[str, ...]
) -> Iterator[Fault]:
    seen = set(taken)
    for at, field in enumerate(fields):
        if field.kunci in seen:
            place = source.place(*route, at, "kunci")
            yield Fault(place, f"kunci '{field.kunci}' sudah dipakai", "beri nama lain")
        seen.add(field.kunci)


def _beside(source: Source[EvidenceFile], route: Route, field: Group | Rows) -> Iterator[Fault]:
    keys = [inner.kunci for inner in field.isian]
    for at, inner in enumerate(field.isian):
        if inner.wajib_bila and inner.wajib_bila.kunci not in keys:
            place = source.place(*route, at, "wajib_bila", "kunci")
            yield Fault(place, f"kunci '{inner.wajib_bila.kunci}' tidak ada di sebelahnya", f"pakai: {listing(keys)}")


def _paths(source: Source[EvidenceFile]) -> Iterator[Fault]:
    """What a field refers to is a field of this file."""
    known = {path for kind in source.value.isi for field in kind.isian for path in _named(field)}
    for index, kind in enumerate(source.value.isi):
        for at, field in enumerate(kind.isian):
            here: Route = ("isi", index, "isian", at)
            inner = field.isian if isinstance(field, (Group, Rows)) else ()
            for route, one in [(here, field), *(((*here, "isian", n), one) for n, one in enumerate(inner))]:
                for key, path in _referred(one):
                    if path not in known:
                        place = source.place(*route, key)
                        yield Fault(place, f"isian '{path}' tidak ada di berkas ini", "tulis kunci yang ada")


def _named(field: AnyField) -> Iterator[str]:
    if isinstance(field, (Group, Rows)):
        yield from (f"{field.kunci}.{inner.kunci}" for inner in field.isian)
    else:
        yield field.kunci


def _referred(field: AnyField) -> Iterator[tuple[str, str]]:
    yield from (("juga_di", path) for path in field.juga_di)
    if isinstance(field, Day):
        yield from (("tidak_sebelum", path) for path in field.tidak_sebelum)
    if isinstance(field, LetterNumber) and field.tahun:
        yield "tahun", field.tahun


def _asked(papers: Source[PapersFile], source: Source[EvidenceFile]) -> Iterator[Fault]:
    """The words of a step are defined, and no key stands twice among them."""
    known = {kind.nama: kind for kind in source.value.isi}
    for number, paper in enumerate(papers.value.naskah):
        for step, stage in enumerate(paper.langkah):
            words: dict[str, None] = {}
            for at, condition in enumerate(stage.syarat):
                for position, word in enumerate(condition.isi if isinstance(condition, Evidence) else ()):
                    route: Route = ("naskah", number, "langkah", step, "syarat", at, "isi", position)
                    if word in known:
                        words[word] = None
                    else:
                        message = f"isi bukti '{word}' tidak ada di {source.file}"
                        yield Fault(papers.place(*route), message, f"pakai salah satu: {listing(known)}")
            keys = Counter(field.kunci for word in words for field in known[word].isian)
            twice = sorted(key for key, count in keys.items() if count > 1)
            if twice:
                message = f"isi bukti langkah {stage.kode} memakai kunci yang sama: {', '.join(twice)}"
                place = papers.place("naskah", number, "langkah", step, "kode")
                yield Fault(place, message, f"beri nama lain pada salah satunya di {source.file}")
