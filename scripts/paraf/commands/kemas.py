"""``paraf kemas``: the finished site as one ZIP, with a page that says what to do with it."""

from pathlib import Path

from paraf.adapters.clock import build_time, office_zone
from paraf.adapters.git import commit_of
from paraf.adapters.office import load_repository
from paraf.adapters.site_folder import MARK, digest_of, signed_files
from paraf.adapters.site_zip import pack
from paraf.commands.console import result
from paraf.sop.dates import write_date
from paraf.views.delivery import DIGESTS, INSIDE, README, digests, readme

SITE, FOLDER = "site", "build/terbit"


def kemas(root: Path) -> int:
    """Write the ZIP; prints where it lies, and its SHA-256."""
    name, digest = packed(root)
    result(f"{root / name}\nSHA-256: {digest}")
    return 0


def packed(root: Path) -> tuple[str, str]:
    """The ZIP below the root, and its digest; of the same commit and site the same bytes."""
    office = load_repository(root).office
    files = signed_files(root / SITE)
    del files[MARK]
    source = commit_of(root, "HEAD") or "tanpa-commit"
    day = write_date(build_time(root, None).astimezone(office_zone(office.zona_waktu.nama)).date())
    beside = {
        README: readme(office.nama, source, day).encode(),
        DIGESTS: digests({name: digest_of(path) for name, path in files.items()}).encode(),
    }
    name = f"{FOLDER}/situs-{source[:12]}.zip"
    return name, pack(root, name, beside | {f"{INSIDE}{path}": file for path, file in files.items()})
