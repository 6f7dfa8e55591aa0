"""The package for an examiner: ``paraf verifikasi TAHUN --paket`` writes one for every published edition of the year."""

from pathlib import Path

import paraf
from paraf.adapters.files import read_data
from paraf.adapters.flow_year import load_book
from paraf.adapters.published import EVER, load_published
from paraf.adapters.site_zip import pack
from paraf.commands.console import narrate, result
from paraf.laporan.binding import grouped
from paraf.sop.repository import Repository
from paraf.terbit.package import RULES, VERIFIER, package_files
from paraf.views.book_words import Clock
from paraf.views.terbit.package_words import README, readme

FOLDER = "build/periksa"


def write_packages(root: Path, repo: Repository, year: int, clock: Clock) -> bool:
    """Write them and print where they lie; whether there was anything to hand over, and nothing was refused."""
    published = load_published(root, repo, EVER.astimezone(clock.zone))
    refused = [one for one in published.refusals if one.year == year]
    for refusal in refused:
        narrate(str(refusal))
    editions = [one for one in published.editions if one.year == year and one.recorded]
    if not editions:
        narrate(f"Tahun {year}: belum ada versi yang terbit dan tercatat, jadi tidak ada yang dipaketkan.")
    office = {path: data for path in RULES if (data := read_data(root, path)) is not None}
    verifier = (Path(paraf.__file__).parents[1] / VERIFIER).read_bytes()
    for edition in editions:
        rules = edition.repo or repo
        outline = rules.outline.value if rules.outline else None
        files = package_files(edition, load_book(root, year), office, outline, verifier)
        documents = sorted(path for path in files if path.endswith(".pdf") and "/bukti/" in path)
        files[README] = readme(edition, repo.office.nama, clock, documents).encode()
        name = f"{FOLDER}/periksa-lakip-{year}-v{edition.number}.zip"
        digest = pack(root, name, files)
        result(f"Paket untuk pemeriksa: {root / name}\nSidik paket (SHA-256): {grouped(digest)}")
    return bool(editions) and not refused
