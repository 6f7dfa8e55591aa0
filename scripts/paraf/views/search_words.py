"""What helps the search to find a step: short words with weight, and roots that weigh as much as the text.

The theme's search knows no Indonesian. It ranks by field: a page's *tags* weigh most, then its title, then its text.
"""

from paraf.sop.forms.papers import Paper
from paraf.sop.model import Sop, Step
from paraf.views.roots import active, roots

# What people type about a step in which somebody decides, whatever its sentences call it.
_DECIDING = (
    *("kembalikan", "mengembalikan", "dikembalikan", "tolak", "menolak", "ditolak", "revisi"),
    *("setujui", "menyetujui", "disetujui", "persetujuan"),
)
_OFTEN = 4
"""How often the code stands that begins other codes (1 those of 10 and 11), so that it outweighs them."""


def weighty(sop: Sop, step: Step, paper: Paper | None) -> tuple[str, ...]:
    """Code in every spelling, who, time, what is needed and comes out, the paper, everyday words and their verbs."""
    begins = any(code.startswith(step.code) for code in sop.steps if code != step.code)
    codes = (*[step.code] * (_OFTEN if begins else 1), *(f"{step.section}{mark}{step.number}" for mark in (".", " ")))
    people = [
        word
        for role in sop.roles
        if role.id in step.acting
        for word in (role.sebutan, role.jabatan or "", *role.sebutan_lain)
    ]
    cells = [step.kelengkapan, step.output, step.waktu.text, step.ket, paper.nama if paper else None]
    deciding = _DECIDING if step.on_refusal.value else ()
    everyday = " ".join(step.kata_cari)
    words = (*codes, *people, *cells, *step.kata_cari, *active(everyday), *deciding)
    return tuple(" ".join(word.split()) for word in words if word)


def hidden(step: Step) -> str:
    """Possible roots of every word of the step."""
    return " ".join(roots(" ".join((step.kegiatan, step.kelengkapan or "", step.output or "", *step.cara))))
