"""Publication: what its target needs to be set to, and who sees what is published (threats T64, T87, T88).

Nothing is asked of an office that publishes nowhere. Where a plan has no environments the target cannot work at all.
"""

from collections.abc import Iterator

from paraf.gerbang.doctor.point import Point, State, Subject, told, unsure
from paraf.gerbang.settings import Environment

TERBIT = ".github/workflows/terbit.yml"
PAGES, OUTPUT, KEY = "github-pages", "keluaran", "KUNCI_KELUARAN"
"""The environments that the workflow names, and the secret in the second."""
_SOURCE = "**Settings** → **Pages** → **Build and deployment** → **Source**: **GitHub Actions**"
_ENVIRONMENTS = "**Settings** → **Environments**"
_MAIN_ONLY = (
    "**Deployment branches and tags** → **Selected branches and tags** → **Add deployment branch or tag rule** → main"
)
_ENABLE = "**Actions** → **terbit** → **Enable workflow**"


def target(subject: Subject) -> Iterator[Point]:
    """Where the site goes, and who can read it there."""
    about, wanted = "Tujuan penerbitan", subject.publishing
    repository = subject.told.repositori
    private = repository is None or repository.private
    match wanted.tujuan:
        case "pages":
            said = "Situs terbit di GitHub Pages dan terbaca oleh siapa pun"
            more = ", juga bila repositori ini tertutup; naskah dan konsepnya tidak ikut." if private else "."
        case "repositori":
            said = f"Situs dikirim ke repositori {wanted.repositori}, cabang {wanted.cabang}"
            more = "; siapa yang dapat membacanya ditentukan di sana."
        case "zip":
            said = "Situs dikemas menjadi ZIP yang tersimpan sehari"
            more = "; yang memasangnya di server adalah petugas TI."
        case _:
            return
    yield Point(about, State.CATATAN, said + more)


def works(subject: Subject) -> Iterator[Point]:
    """The workflow may run."""
    about = "Alur kerja terbit"
    if subject.publishing.tujuan == "tidak":
        return
    found = subject.told.alur_kerja
    if found is None:
        yield from subject.lacking(about, "alur_kerja")
        return
    state = next((one.state for one in found if one.path == TERBIT), None)
    faults = {None: ["Belum dikenal GitHub, jadi tidak ada yang terbit."], "active": []}.get(
        state, [f"Dimatikan ({state}), jadi yang terbit tidak diperbarui dan yang dicabut tetap terbaca."]
    )
    yield told(about, faults, "Berjalan setiap kali main berubah, dan dari tombol Run workflow.", _ENABLE)


def pages(subject: Subject) -> Iterator[Point]:
    """Pages takes what the workflow brings; its environment lets in main only."""
    if subject.publishing.tujuan != "pages":
        return
    about, found = "GitHub Pages untuk penerbitan", subject.told.pages
    if found is None and subject.snapshot.why("pages") == "tidak ada" and subject.admin:
        said = (
            "Pages belum dinyalakan, atau tidak tersedia: pada repositori tertutup ia memerlukan paket Pro atau Team."
        )
        yield Point(about, State.PERLU, said, _SOURCE)
    elif found is None:
        yield from subject.lacking(about, "pages")
    else:
        faults = ["Sumbernya sebuah cabang, bukan GitHub Actions."] if found.build_type != "workflow" else []
        reader = "hanya oleh anggota (Enterprise)" if found.public is False else "oleh siapa pun"
        yield told(about, faults, f"Sumbernya GitHub Actions; terbaca {reader}.", _SOURCE)
    yield from _environment(subject, PAGES)


def output(subject: Subject) -> Iterator[Point]:
    """The key to the output repository lies in an environment that lets in main only, and nowhere else."""
    if subject.publishing.tujuan != "repositori":
        return
    yield from _environment(subject, OUTPUT)
    about = f"Rahasia {KEY}"
    elsewhere = subject.told.rahasia
    if any(one.name == KEY for one in elsewhere or ()):
        said = "Kunci ini rahasia repositori, jadi alur kerja dari cabang mana pun dapat memakainya."
        path = f"Hapus di **Settings** → **Secrets and variables** → **Actions**; simpan di {_ENVIRONMENTS} → {OUTPUT}"
        yield Point(about, State.PERLU, said, path)
        return
    if elsewhere is None:
        yield from subject.lacking(about, "rahasia")
        return
    environment = _named(subject, OUTPUT)
    if environment is None:
        return  # told above
    if environment.secrets is None:
        yield unsure(about, f"Nama rahasia di lingkungan {OUTPUT} tidak terlihat oleh kunci akses ini.")
    else:
        lacking = KEY not in {one.name for one in environment.secrets}
        faults = [f"Belum ada di lingkungan {OUTPUT}, jadi tidak ada yang dapat dikirim."] if lacking else []
        path = f"{_ENVIRONMENTS} → {OUTPUT} → **Environment secrets** → **Add environment secret** → {KEY}"
        yield told(about, faults, f"Ada di lingkungan {OUTPUT} dan tidak di tempat lain.", path)


def _environment(subject: Subject, name: str) -> Iterator[Point]:
    """Its restriction to main; where any other branch comes in, ``actions.environments`` tells that of every environment."""
    about = f"Lingkungan {name}"
    if unread := subject.unread(about, "lingkungan"):
        yield unread
        return
    found, path = _named(subject, name), f"{_ENVIRONMENTS} → {name} → {_MAIN_ONLY}"
    if found is None:
        said = "Belum ada; pada repositori tertutup lingkungan memerlukan paket Pro atau Team."
        yield Point(about, State.PERLU, said, f"{_ENVIRONMENTS} → **New environment** → {name}, lalu {_MAIN_ONLY}")
    elif found.custom_branch_policies and found.branches is None:
        yield unsure(about, "Cabang yang diterimanya tidak terlihat oleh kunci akses ini.")
    else:
        only = found.custom_branch_policies and [(one.name, one.type) for one in found.branches or ()] == [
            ("main", "branch")
        ]
        faults = [] if only else ["Menerima selain main, jadi cabang lain dapat menerbitkan."]
        yield told(about, faults, "Hanya menerima main.", path)


def _named(subject: Subject, name: str) -> Environment | None:
    return next((one for one in subject.told.lingkungan or () if one.name == name), None)
