"""The checks of the SOP and of the files beside it, in the order they are printed; a retired code leaves a comment."""

from paraf.rules.base import SopRule
from paraf.rules.sop101_penomoran import RULE as SOP101
from paraf.rules.sop102_kolom_pelaksana import RULE as SOP102
from paraf.rules.sop103_pelaksana_tidak_disebut import RULE as SOP103
from paraf.rules.sop104_waktu_tidak_terukur import RULE as SOP104
from paraf.rules.sop105_kelengkapan_tanpa_asal import RULE as SOP105
from paraf.rules.sop106_keputusan_tanpa_jalan_kembali import RULE as SOP106
from paraf.rules.sop107_langkah_tak_terjangkau import RULE as SOP107
from paraf.rules.sop108_output_seperti_waktu import RULE as SOP108
from paraf.rules.sop109_kegiatan_diawali_pelaksana import RULE as SOP109
from paraf.rules.sop110_cara_belum_ditulis import RULE as SOP110
from paraf.rules.sop111_langkah_tanpa_naskah import RULE as SOP111
from paraf.rules.sop112_peran_tanpa_orang_berbeda import RULE as SOP112
from paraf.rules.sop113_label_anak_panah import RULE as SOP113
from paraf.rules.sop114_tanggal_identitas import RULE as SOP114
from paraf.rules.sop115_catatan_penyalin import RULE as SOP115

RULES: tuple[SopRule, ...] = (
    *(SOP101, SOP102, SOP103, SOP104, SOP105),
    *(SOP106, SOP107, SOP108, SOP109, SOP110),
    *(SOP111, SOP112, SOP113, SOP114, SOP115),
)
