"""Words with which an office tells a cause, what it did about it, and that a figure does not exist.

Wide on purpose: whoever said it in other words than ours must not be told that it is missing.
"""

import re

from msgspec import Struct

from paraf.door.regex import regex

_WORD = regex(r"[^\W\d_]+")


class Phrases(Struct, frozen=True):
    """Words, each with the endings it may take, and phrases of several words; sets are a hundred times as fast as one
    pattern of alternatives."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        """Whether a text says one of them."""
        folded = text.casefold()
        if not self.words.isdisjoint(_WORD.findall(folded)):
            return True
        plain = " ".join(folded.split())
        return any(phrase in plain for phrase in self.phrases)


def _words(*groups: str) -> Phrases:
    """``kendala+`` is also *kendalanya*; ``jadwal_baru`` is two words."""
    written = [form for word in " ".join(groups).split() for form in _forms(word.replace("_", " "))]
    return Phrases(frozenset(w for w in written if " " not in w), tuple(w for w in written if " " in w))


def _forms(word: str) -> tuple[str, ...]:
    return (word[:-1], f"{word[:-1]}nya", f"{word[:-1]}kan") if word.endswith("+") else (word,)


CAUSE = _words(
    "karena+ sebab+ penyebab+ menyebabkan disebabkan akibat+ diakibatkan mengakibatkan",
    "kendala+ terkendala hambatan+ terhambat menghambat penghambat+ faktor+ lantaran imbas",
    "keterbatasan terbatas+ kekurangan kurangnya minimnya rendahnya tingginya banyaknya lemahnya lambatnya",
    "belum_adanya tidak_adanya belum_tersedia+ dipicu memicu pemicu+ dipengaruhi memengaruhi mempengaruhi",
    "terdampak berdampak dampak tertunda ditunda penundaan keterlambatan terlambat mundur+ masalah+",
    "permasalahan+ dipangkas pemangkasan dialihkan pengalihan kerusakan rusak kesulitan sulit+ mengingat",
    "seiring berkat didorong didukung pendukung+ pensiun mutasi kekosongan refocusing efisiensi_anggaran",
)
REMEDY = _words(
    "solusi+ upaya+ diupayakan mengupayakan berupaya langkah+ tindak_lanjut+ ditindaklanjuti",
    "menindaklanjuti jalan_keluar+ jadwal_baru jadwal_ulang penjadwalan dijadwalkan menjadwalkan perbaikan+",
    "memperbaiki diperbaiki mengatasi+ diatasi mengganti diganti penggantian menambah+ ditambah+",
    "penambahan mempercepat dipercepat percepatan meningkatkan ditingkatkan memperkuat diperkuat penguatan memperluas",
    "diperluas mengoptimalkan dioptimalkan optimalisasi mengusulkan diusulkan usulan menyusun disusun penyusunan melatih",
    "dilatih pelatihan bimbingan pendampingan mendampingi didampingi koordinasi berkoordinasi strategi+ rencana+",
    "direncanakan merencanakan akan menyelesaikan diselesaikan penyelesaian antisipasi mengantisipasi diantisipasi",
    "menyiapkan disiapkan menyediakan disediakan melakukan dilakukan melaksanakan dilaksanakan memindahkan dipindahkan",
    "mengalihkan sosialisasi menyosialisasikan pemantauan memantau dipantau evaluasi mengevaluasi dievaluasi",
)
NATION = _words("nasional pembanding+ perbandingan+ standar+ kementerian provinsi internasional")
NOTHING = regex(
    r"\b(?:belum|tidak)\s+(?:\w{1,20}\s+){0,2}?(?:ada|adanya|punya|memiliki|mempunyai|dimiliki|tersedia|terdapat|ditetapkan|"
    r"menetapkan|menerbitkan|diterbitkan|menyediakan|dipublikasikan|diukur|mengukur|ditemukan|dapat|bisa)\b|\bnihil\b",
    re.IGNORECASE,
)
