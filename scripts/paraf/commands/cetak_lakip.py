"""``paraf cetak lakip``: the approved report as it is printed, signed and filed, with the sheet of its approvals.

It is made only of the very content that was approved, by the book, or before the paper is recorded by the forge's facts.
"""

from pathlib import Path

from paraf.adapters.clock import now, office_zone
from paraf.adapters.files import own_folder, write_if_changed
from paraf.adapters.flow_year import load_book, load_policy, load_tree
from paraf.adapters.office import load_repository
from paraf.adapters.paper import ARCHIVAL
from paraf.alur.book.reading import read_books
from paraf.alur.book.verifying import recorded
from paraf.alur.content import Covered, digest
from paraf.alur.facts import Policy
from paraf.commands.console import echo, narrate, result
from paraf.commands.flow import Flow, load_flow
from paraf.commands.printing import FOLDER, demand_short, set_document, written_of
from paraf.laporan.binding import digest as text_digest
from paraf.laporan.expand import Expansion
from paraf.sop.covering import covers
from paraf.sop.repository import Repository
from paraf.views.approval import Pengesahan, approving, of_cycle, of_volume
from paraf.views.book_words import Clock
from paraf.views.filing import filing_text
from paraf.views.final import emblem, final
from paraf.views.reading import Reading


class _NotApprovedError(Exception):
    """Why the report is not printed, in one sentence or two."""


def cetak_lakip(root: Path, year: int, named: str | None) -> int:
    """Write ``build/cetak/lakip-<year>.pdf``; prints where it lies, its digest and what is done with it.

    1 where what lies here is not what was approved, with what is missing and the next act.
    """
    current = load_repository(root)
    expansion = written_of(root, year)
    repo, policy = load_policy(root, year, current)
    clock = Clock(office_zone(repo.office.zona_waktu.nama), repo.office.zona_waktu.singkatan)
    try:
        found = _approved(root, policy, year, clock, named)
        made = final(repo, expansion, found, clock)
        _demand_whole(made, expansion, policy, found)
        demand_short(made, expansion)
        pdf = _set(root, repo, made, found)
    except _NotApprovedError as error:
        narrate(f"{error} Untuk membaca naskahnya sekarang: paraf cetak naskah-baca {year}.")
        return 1
    if ARCHIVAL not in pdf:
        narrate("PDF ini bukan PDF/A, karena memuat huruf yang tidak ada pada fonnya. Isinya tetap lengkap.")
    path = own_folder(root, FOLDER) / f"lakip-{year}.pdf"
    write_if_changed(path, pdf)
    result(str(path))
    result(filing_text(repo, found, pdf, load_tree(root, year)))
    return 0


def _set(root: Path, repo: Repository, made: Reading, found: Pengesahan) -> bytes:
    narrate("Menyusun LAKIP …")
    picture = repo.office.lambang
    emblems = {emblem(picture): f"docs/{picture}"} if picture else {}
    document = set_document(root, found.year, made, found.at, "lakip", emblems)
    if document.broken:
        told = ", ".join(map(echo, document.broken))
        raise _NotApprovedError(
            f"LAKIP {found.year} tidak dicetak: gambar ini rusak, terlalu besar, atau tidak ada: {told}."
        )
    return document.pdf


def _approved(root: Path, policy: Policy, year: int, clock: Clock, named: str | None) -> Pengesahan:
    """The approvals of exactly what lies here: from the book, else from the forge's facts."""
    books = load_book(root, year)
    moment = now().astimezone(clock.zone)
    if books and not recorded(books, policy, year, now=moment):
        raise _NotApprovedError(f"Buku tahun {year} tidak utuh. Sebabnya disebut perintah 'paraf verifikasi {year}'.")
    volumes, _ = read_books(books, year)
    booked = [one for volume in volumes if (one := of_volume(volume, policy))]
    here = digest(Covered(year, approving(policy)[0].mencakup), load_tree(root, year))
    if same := [one for one in booked if one.content == here]:
        return same[-1]
    flow = load_flow(root, year, named, None)
    said = of_cycle(flow.cycle, flow.policy) if flow else None
    if flow and said and said.content == here:
        return _with_text(said, flow)
    raise _NotApprovedError(_lacking(policy, year, said or (booked[-1] if booked else None), flow))


def _with_text(found: Pengesahan, flow: Flow) -> Pengesahan:
    """Before a paper is recorded the pull request itself tells the digest of its text."""
    from msgspec.structs import replace

    pull = next(one for one in flow.facts.pulls if one.number == found.pull)
    return found if found.text else replace(found, text=pull.expanded)


def _lacking(policy: Policy, year: int, other: Pengesahan | None, flow: Flow | None) -> str:
    """Why nothing here is approved."""
    step = policy.papers.disetujui
    if other:
        return (
            f"Isi LAKIP {year} di sini bukan isi yang disetujui pada PR #{other.pull}, jadi tidak dicetak sebagai LAKIP."
            " Kembalikan berkasnya menurut naskah resmi, atau minta persetujuan atas isi yang baru."
        )
    if flow is None:
        return (
            f"LAKIP {year} belum disetujui menurut buku (langkah {step}), dan faktanya tidak ada."
            " Sebut berkasnya: --fakta FILE (dari paraf gerbang --simpan FILE), atau isi GITHUB_REPOSITORY dan GITHUB_TOKEN."
        )
    state = next(one for one in flow.cycle.steps if one.step == step)
    return f"LAKIP {year} belum disetujui: langkah {step} {state.state.value}. {state.sentence}"


def _demand_whole(made: Reading, expansion: Expansion, policy: Policy, found: Pengesahan) -> None:
    """What is printed is the text that was approved, whole, with pictures that were approved with it."""
    report = expansion.context.report
    if found.text is not None and found.text != text_digest(made.text):
        raise _NotApprovedError(
            f"Bunyi LAKIP {report.year} yang akan tercetak bukan bunyi yang disetujui pada PR #{found.pull}, walaupun isi"
            " berkasnya sama: aturan atau program yang membentuknya berubah. Pakai program dan aturan saat itu."
        )
    if troubles := len(report.faults) + len(expansion.faults):
        raise _NotApprovedError(
            f"LAKIP {report.year} tidak dicetak: {troubles} bagian belum terbaca atau terjawab."
            f" Lihat: paraf periksa lakip/{report.year}."
        )
    if strangers := [name for name in made.photos if not covers(approving(policy)[0].mencakup, name)]:
        raise _NotApprovedError(
            f"LAKIP {report.year} tidak dicetak: gambar {echo(strangers[0])} bukan bagian isi yang disetujui."
        )
