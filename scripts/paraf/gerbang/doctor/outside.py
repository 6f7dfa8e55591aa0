"""Other doors to the repository: deploy keys, addresses that are told of events, Apps (threats T68, T74)."""

from collections.abc import Iterator

from paraf.gerbang.doctor.point import Point, State, Subject, told

_STRONG = ("administration", "checks", "contents", "statuses", "workflows")


def keys(subject: Subject) -> Iterator[Point]:
    """Deploy keys read, if there are any."""
    about = "Deploy key"
    if unread := subject.unread(about, "kunci"):
        yield unread
        return
    writing = [one.title for one in subject.told.kunci or () if not one.read_only]
    faults = [f"Kunci ini boleh menulis tanpa nama orang: {', '.join(writing)}."] if writing else []
    yield told(about, faults, "Tidak ada kunci yang boleh menulis.", "**Settings** → **Deploy keys** → **Delete**")


def hooks(subject: Subject) -> Iterator[Point]:
    """Addresses that are told of events."""
    about = "Webhook"
    if unread := subject.unread(about, "webhook"):
        yield unread
        return
    active = [one for one in subject.told.webhook or () if one.active]
    path = "**Settings** → **Webhooks** → buka, pastikan alamatnya milik kantor"
    if active:
        yield Point(
            about, State.CATATAN, f"Ada {len(active)} alamat luar yang dikirimi kabar, termasuk judul naskah.", path
        )
    else:
        yield Point(about, State.BERES, "Tidak ada alamat luar yang dikirimi kabar.")


def apps(subject: Subject) -> Iterator[Point]:
    """Apps of the organisation that could forge a verdict or write."""
    about = "GitHub App"
    if (found := subject.told.aplikasi) is None:
        repository = subject.told.repositori
        if repository and repository.owner.type == "User":
            said = "Repositori milik perorangan: App yang terpasang hanya terlihat oleh pemiliknya."
            yield Point(
                about, State.CATATAN, said, "**Settings** (akun) → **Applications** → **Installed GitHub Apps**"
            )
        else:
            yield from subject.lacking(about, "aplikasi")
        return
    strong = [
        f"{one.app_slug} ({', '.join(sorted(name for name in _STRONG if one.permissions.get(name) == 'write'))})"
        for one in found
        if any(one.permissions.get(name) == "write" for name in _STRONG)
    ]
    faults = [f"App ini boleh menulis: {'; '.join(strong)}."] if strong else []
    path = "**Settings** (organisasi) → **GitHub Apps** → **Configure** → **Repository access**, atau **Uninstall**"
    yield told(about, faults, "Tidak ada App yang boleh menulis isi, status, atau setelan.", path)


def pages(subject: Subject) -> Iterator[Point]:
    """Pages are brought by a workflow, never taken from a branch (threats T87)."""
    about = "GitHub Pages"
    found = subject.told.pages
    if found is None:
        if subject.snapshot.why("pages") == "tidak ada" and subject.admin:
            yield Point(about, State.BERES, "Pages tidak dinyalakan; dari sini tidak ada yang terbit.")
        else:
            yield from subject.lacking(about, "pages")
        return
    faults: list[str] = []
    if found.build_type != "workflow":
        branch = found.source.branch if found.source and found.source.branch else "sebuah cabang"
        faults.append(f"Yang terbit diambil langsung dari {branch}, jadi dapat terbit tanpa diperiksa.")
    if not found.https_enforced:
        faults.append("Enforce HTTPS mati, jadi halaman dapat diubah orang di perjalanan.")
    yield told(
        about,
        faults,
        "Halaman hanya terbit lewat alur kerja, dengan HTTPS.",
        "**Settings** → **Pages** → **Source**: **GitHub Actions**, lalu centang **Enforce HTTPS**",
    )
