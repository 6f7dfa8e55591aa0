"""``.github/CODEOWNERS``: who is told of a change to the rules. It only tells; no ruleset counts on it (DESIGN section 5)."""

from paraf.door.decode import Source
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import PapersFile

_WHY = """\
# Hanya untuk memberi tahu; yang meluluskan adalah gerbang. Naskah dan halaman panduan dikecualikan: di sana gerbang
# meminta satu orang berikutnya saja. Pejabat yang masa jabatannya bertanggal akhir (Plt, Plh) tidak ditulis di sini.
"""
_SAMPLE = (
    "# Petugasnya masih data contoh, jadi belum ada akun yang ditulis: akun dengan nama itu mungkin milik orang lain.\n"
)


def codeowners(papers: PapersFile, officials: Source[OfficialsFile] | None) -> str:
    """The lines of the file. The last one that fits a path counts, so a path without an account tells nobody."""
    accounts = _accounts(papers, officials.value) if officials else []
    sample = _SAMPLE if officials and officials.value.contoh == "ya" else ""
    everything = " ".join(["*", *(f"@{account}" for account in accounts)])
    return f"{_WHY}{sample}{everything}\n/docs/\n/lakip/\n"


def _accounts(papers: PapersFile, officials: OfficialsFile) -> list[str]:
    """The accounts that approve changes to the rules and hold their role without an end in sight.

    No day is asked for: the file changes only when its sources do.
    """
    if papers.tata_kelola is None or officials.contoh == "ya":
        return []
    roles = papers.tata_kelola.disetujui
    holding = {term.orang for term in officials.masa_jabatan if term.peran in roles and term.selesai is None}
    return [person.akun for person in officials.orang if person.kunci in holding and person.akun]
