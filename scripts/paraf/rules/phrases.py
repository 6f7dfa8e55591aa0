"""Words with which an office tells a cause, what it did about it, and that a figure does not exist.

Wide on purpose: whoever said it in other words than ours must not be told that it is missing.
"""

import re


def _words(*groups: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(' '.join(groups).split())})(?!\w)".replace("_", r"\s+"), re.IGNORECASE)


CAUSE = _words(
    r"karena(?:nya)? \w{0,2}sebab(?:kan|nya)? penyebab(?:nya)? menyebabkan disebabkan akibat(?:nya)? diakibatkan mengakibatkan",
    r"kendala(?:nya)? terkendala hambatan(?:nya)? terhambat menghambat penghambat(?:nya)? faktor(?:nya)? lantaran imbas",
    r"keterbatasan terbatas(?:nya)? kekurangan kurangnya minimnya rendahnya tingginya banyaknya lemahnya lambatnya",
    r"belum_adanya tidak_adanya belum_tersedia(?:nya)? dipicu memicu pemicu(?:nya)? dipengaruhi memengaruhi mempengaruhi",
    r"terdampak berdampak dampak tertunda ditunda penundaan keterlambatan terlambat mundur(?:nya)? masalah(?:nya)?",
    r"permasalahan(?:nya)? dipangkas pemangkasan dialihkan pengalihan kerusakan rusak kesulitan sulit(?:nya)? mengingat",
    r"seiring berkat didorong didukung pendukung(?:nya)? pensiun mutasi kekosongan refocusing efisiensi_anggaran",
)
REMEDY = _words(
    r"solusi(?:nya)? upaya(?:nya)? diupayakan mengupayakan berupaya langkah(?:nya)? tindak_lanjut(?:nya)? ditindaklanjuti",
    r"menindaklanjuti jalan_keluar(?:nya)? jadwal_baru jadwal_ulang penjadwalan dijadwalkan menjadwalkan perbaikan(?:nya)?",
    r"memperbaiki diperbaiki mengatasi(?:nya)? diatasi mengganti diganti penggantian menambah(?:kan)? ditambah(?:kan)?",
    r"penambahan mempercepat dipercepat percepatan meningkatkan ditingkatkan memperkuat diperkuat penguatan memperluas",
    r"diperluas mengoptimalkan dioptimalkan optimalisasi mengusulkan diusulkan usulan menyusun disusun penyusunan melatih",
    r"dilatih pelatihan bimbingan pendampingan mendampingi didampingi koordinasi berkoordinasi strategi(?:nya)? rencana(?:nya)?",
    r"direncanakan merencanakan akan menyelesaikan diselesaikan penyelesaian antisipasi mengantisipasi diantisipasi",
    r"menyiapkan disiapkan menyediakan disediakan melakukan dilakukan melaksanakan dilaksanakan memindahkan dipindahkan",
    r"mengalihkan sosialisasi menyosialisasikan pemantauan memantau dipantau evaluasi mengevaluasi dievaluasi",
)
NATION = _words(r"nasional pembanding(?:nya)? perbandingan(?:nya)? standar(?:nya)? kementerian provinsi internasional")
NOTHING = re.compile(
    r"\b(?:belum|tidak)\s+(?:\w{1,20}\s+){0,2}?(?:ada|adanya|punya|memiliki|mempunyai|dimiliki|tersedia|terdapat|ditetapkan|"
    r"menetapkan|menerbitkan|diterbitkan|menyediakan|dipublikasikan|diukur|mengukur|ditemukan|dapat|bisa)\b|\bnihil\b",
    re.IGNORECASE,
)
