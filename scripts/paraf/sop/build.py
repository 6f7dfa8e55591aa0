"""From the file to the model: codes, arrows and readings resolved, dangling references noted as faults."""

from collections.abc import Iterator

from paraf.door.decode import Source
from paraf.door.keys import listing
from paraf.door.text import echo
from paraf.errors import Fault
from paraf.sop.duration import read_duration
from paraf.sop.forms import sop as form
from paraf.sop.model import Edge, Given, Origin, Performers, Route, Section, Sop, Step


def build_sop(source: Source[form.SopFile]) -> tuple[Sop, list[Fault]]:
    """Resolve a decoded file; with faults the model is unusable and must be thrown away."""
    return _Builder(source).build()


class _Builder:
    def __init__(self, source: Source[form.SopFile]) -> None:
        self.source = source
        self.file = source.value
        self.faults: list[Fault] = []
        self.roles = {role.id for role in self.file.pelaksana}
        self.symbols = {
            _code(section.kode, row): len(_symbols(row).value)
            for section in self.file.bagian
            for row in section.langkah
        }

    def build(self) -> tuple[Sop, list[Fault]]:
        self._unique("pelaksana", [role.id for role in self.file.pelaksana], "pelaksana")
        self._unique("bagian", [section.kode for section in self.file.bagian], "bagian")
        sections = tuple(self._section(index, section) for index, section in enumerate(self.file.bagian))
        for index, remark in enumerate(self.file.catatan):
            if remark.langkah:
                self._known_step(remark.langkah, ("catatan", index, "langkah"))
        file = self.file
        sop = Sop(
            file=self.source.file,
            code=file.kode,
            short_title=file.judul_pendek,
            identity=file.identitas,
            roles=file.pelaksana,
            procedure_title=file.judul_prosedur,
            heads=file.kepala_tabel,
            sections=sections,
            remarks=file.catatan,
        )
        return sop, self.faults

    def _fault(self, route: Route, message: str, repair: str) -> None:
        self.faults.append(Fault(self.source.place(*route), message, repair))

    def _unique(self, key: str, ids: list[str], noun: str) -> None:
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                self._fault((key, index), f"{noun} '{id_}' ditulis dua kali", "beri nama lain, atau hapus salah satu")

    def _known_role(self, role: str, route: Route) -> None:
        if role not in self.roles:
            self._fault(route, f"pelaksana '{role}' tidak ada", f"pakai salah satu: {listing(sorted(self.roles))}")

    def _known_step(self, target: str, route: Route) -> None:
        code, _, symbol = target.partition("/")
        if code not in self.symbols:
            self._fault(route, f"langkah {code} tidak ada", "tulis kode langkah yang ada di berkas ini")
        elif symbol and int(symbol) > self.symbols[code]:
            self._fault(route, f"langkah {code} tidak mempunyai simbol ke-{symbol}", "periksa urutan simbolnya")

    def _section(self, index: int, section: form.Section) -> Section:
        route: Route = ("bagian", index)
        for column, role in enumerate(section.kolom):
            self._known_role(role, (*route, "kolom", column))
            if role in section.kolom[:column]:
                self._fault((*route, "kolom", column), f"kolom '{role}' ditulis dua kali", "hapus salah satu")
        for column, extra in enumerate(section.kolom_tambahan):
            if extra.id in [other.id for other in section.kolom_tambahan[:column]]:
                place = (*route, "kolom_tambahan", column)
                self._fault(place, f"kolom tambahan '{extra.id}' ditulis dua kali", "hapus salah satu")
        numbers = [row.number for row in section.langkah]
        for row, number in enumerate(numbers):
            if number in numbers[:row]:
                self._fault(
                    (*route, "langkah", row, "no"),
                    f"nomor {number} dipakai dua langkah di bagian {section.kode}",
                    "beri nomor yang berbeda",
                )
        return Section(
            code=section.kode,
            title=section.judul,
            columns=section.kolom,
            extra=section.kolom_tambahan,
            steps=tuple(self._step(route, section, row) for row in range(len(section.langkah))),
            route=route,
        )

    def _step(self, base: Route, section: form.Section, index: int) -> Step:
        row = section.langkah[index]
        route: Route = (*base, "langkah", index)
        self._check_names(row, route)
        self._check_overlap(row, route)
        extra = {column.id for column in section.kolom_tambahan}
        for key in row.tambahan:
            if key not in extra:
                self._fault(
                    (*route, "tambahan", key), f"kolom tambahan '{echo(key)}' tidak ada", "sebut di kolom_tambahan"
                )
        following = section.langkah[index + 1] if index + 1 < len(section.langkah) else None
        return Step(
            code=_code(section.kode, row),
            number=row.number,
            printed_number=row.no,
            section=section.kode,
            kegiatan=row.kegiatan,
            kelengkapan=row.kelengkapan,
            waktu=read_duration(row.waktu),
            output=row.output,
            ket=row.ket,
            tambahan=row.tambahan,
            performers=_performers(row),
            symbols=_symbols(row),
            edges=_edges(section.kode, row, following),
            on_refusal=_on_refusal(row),
            approval=_approval(row),
            cara=row.cara,
            kata_cari=row.kata_cari,
            route=route,
        )

    def _check_names(self, row: form.StepRow, route: Route) -> None:
        """Every role, step and symbol that the row names exists."""
        for role, place in _named_roles(row):
            self._known_role(role, (*route, *place))
        if row.tafsir.kembali:
            self._known_step(row.tafsir.kembali.ke, (*route, "tafsir", "kembali", "ke"))
        for index, arrow in enumerate(_arrows(row)):
            place = (*route, "gambar", "lanjut", index)
            self._known_step(arrow.ke, (*place, "ke"))
            if row.gambar and arrow.dari and arrow.dari > len(row.gambar.simbol):
                message = f"baris ini tidak mempunyai simbol ke-{arrow.dari}"
                self._fault((*place, "dari"), message, "periksa urutan simbolnya")

    def _check_overlap(self, row: form.StepRow, route: Route) -> None:
        """Nothing is read where the print already speaks (DESIGN invariant 2)."""
        if row.gambar is None:
            return
        reading = row.tafsir
        refused = any(arrow.bila == "tidak" for arrow in _arrows(row))
        for key, overlaps in (
            ("pelaksana", reading.pelaksana is not None),
            ("simbol", reading.simbol is not None),
            ("kembali", reading.kembali is not None and refused),
        ):
            if overlaps:
                self._fault((*route, "tafsir", key), f"{key} sudah tercetak di SOP", f"hapus tafsir {key} ini")


def _code(section: str, row: form.StepRow) -> str:
    """``01.`` in section B is B1: the code counts, the print stays beside it."""
    return f"{section}{row.number}"


def _arrows(row: form.StepRow) -> tuple[form.Arrow, ...]:
    return (row.gambar.lanjut or ()) if row.gambar else ()


def _named_roles(row: form.StepRow) -> Iterator[tuple[str, Route]]:
    """Every role a row names, with its place below the row."""
    drawing, reading = row.gambar, row.tafsir
    symbols: list[tuple[form.Symbol, Route]] = []
    if drawing:
        yield from ((role, ("gambar", "pelaksana", index)) for index, role in enumerate(drawing.pelaksana))
        symbols += [(symbol, ("gambar", "simbol", index)) for index, symbol in enumerate(drawing.simbol)]
    if reading.pelaksana:
        roles = reading.pelaksana.siapa
        yield from ((role, ("tafsir", "pelaksana", "siapa", index)) for index, role in enumerate(roles))
    if reading.simbol:
        order = reading.simbol.urutan
        symbols += [(symbol, ("tafsir", "simbol", "urutan", index)) for index, symbol in enumerate(order)]
    yield from ((symbol.oleh, (*place, "oleh")) for symbol, place in symbols if symbol.oleh)
    if reading.persetujuan:
        yield reading.persetujuan.oleh, ("tafsir", "persetujuan", "oleh")


def _performers(row: form.StepRow) -> Given[Performers]:
    if row.gambar:
        return Given(Performers(row.gambar.pelaksana, row.gambar.kerja), Origin.PRINTED)
    if row.tafsir.pelaksana:
        read = row.tafsir.pelaksana
        return Given(Performers(read.siapa, read.kerja), Origin.READ, read.alasan)
    return Given(Performers((), "tunggal"), Origin.SILENT)


def _symbols(row: form.StepRow) -> Given[tuple[form.Symbol, ...]]:
    if row.gambar:
        return Given(row.gambar.simbol, Origin.PRINTED)
    if row.tafsir.simbol:
        return Given(row.tafsir.simbol.urutan, Origin.READ, row.tafsir.simbol.alasan)
    return Given((), Origin.SILENT)


def _approval(row: form.StepRow) -> Given[str | None]:
    read = row.tafsir.persetujuan
    return Given(read.oleh, Origin.READ, read.alasan) if read else Given(None, Origin.SILENT)


def _on_refusal(row: form.StepRow) -> Given[str | None]:
    """A printed arrow labelled Tidak, else our reading of the return."""
    for arrow in _arrows(row):
        if arrow.bila == "tidak":
            return Given(arrow.ke.partition("/")[0], Origin.PRINTED)
    read = row.tafsir.kembali
    return Given(read.ke, Origin.READ, read.alasan) if read else Given(None, Origin.SILENT)


def _edges(section: str, row: form.StepRow, following: form.StepRow | None) -> tuple[Edge, ...]:
    """The arrows out of a row: as printed, else down to the next row and, from a decision, back on refusal."""
    code = _code(section, row)
    symbols = _symbols(row).value
    last = max(len(symbols), 1)
    if row.gambar and row.gambar.lanjut is not None:
        return tuple(
            Edge(code, arrow.dari or last, *_target(arrow.ke), arrow.bila and arrow.bila.capitalize(), Origin.PRINTED)
            for arrow in row.gambar.lanjut
        )
    refusal = _on_refusal(row)
    back = refusal.value if any(symbol.bentuk == "belah-ketupat" for symbol in symbols) else None
    edges = []
    if following:
        edges.append(Edge(code, last, _code(section, following), 1, "Ya" if back else None, Origin.READ))
    if back:
        edges.append(Edge(code, last, back, 1, "Tidak", refusal.origin))
    return tuple(edges)


def _target(text: str) -> tuple[str, int]:
    code, _, symbol = text.partition("/")
    return code, int(symbol or 1)
