"""The checks of a report year, family by family, in the order they are printed; a retired code leaves a comment."""

from paraf.rules.alu101_bukti_belum_sah import RULE as ALU101
from paraf.rules.alu102_bukti_tidak_pada_tempatnya import RULE as ALU102
from paraf.rules.alu103_urutan_tanggal_bukti import RULE as ALU103
from paraf.rules.alu104_masukan_belum_dijawab import RULE as ALU104
from paraf.rules.alu105_inventaris_belum_lengkap import RULE as ALU105
from paraf.rules.alu106_rencana_kerja import RULE as ALU106
from paraf.rules.alu107_surat_belum_lengkap import RULE as ALU107
from paraf.rules.alu201_tidak_berlaku_lagi import RULE as ALU201
from paraf.rules.alu202_tindakan_tidak_dihitung import RULE as ALU202
from paraf.rules.alu203_disatukan_terlalu_dini import RULE as ALU203
from paraf.rules.alu204_kejanggalan import RULE as ALU204
from paraf.rules.alu205_tidak_dapat_diperiksa import RULE as ALU205
from paraf.rules.bhs101_istilah_baku import RULE as BHS101
from paraf.rules.bhs102_isian_tertinggal import RULE as BHS102
from paraf.rules.bhs103_titik_dan_koma import RULE as BHS103
from paraf.rules.bhs104_cara_menulis import RULE as BHS104
from paraf.rules.bhs105_kata_depan import RULE as BHS105
from paraf.rules.bhs106_ejaan import RULE as BHS106
from paraf.rules.bhs107_kalimat import RULE as BHS107
from paraf.rules.dat101_data_tidak_terbaca import RULE as DAT101
from paraf.rules.dat102_capaian_bukan_menurut_rumus import RULE as DAT102
from paraf.rules.dat103_arah_terbalik import RULE as DAT103
from paraf.rules.dat104_jumlah_tidak_cocok import RULE as DAT104
from paraf.rules.dat105_rata_rata_persentase import RULE as DAT105
from paraf.rules.dat106_angka_hilang import RULE as DAT106
from paraf.rules.dat107_selisih_seribu_kali import RULE as DAT107
from paraf.rules.dat108_belum_terukur_dihitung import RULE as DAT108
from paraf.rules.dat109_target_nol import RULE as DAT109
from paraf.rules.dat110_skala_bercelah import RULE as DAT110
from paraf.rules.dat111_daftar_bukti import RULE as DAT111
from paraf.rules.dat112_nama_berubah import RULE as DAT112
from paraf.rules.dat113_edisi_tercampur import RULE as DAT113
from paraf.rules.dat114_capaian_sebagai_realisasi import RULE as DAT114
from paraf.rules.dat115_efisiensi_tanpa_dasar import RULE as DAT115
from paraf.rules.dat116_anggaran_janggal import RULE as DAT116
from paraf.rules.dat117_data_mendahului_tanggal import RULE as DAT117
from paraf.rules.dat118_data_belum_lengkap import RULE as DAT118
from paraf.rules.dat119_riwayat_berbeda import RULE as DAT119
from paraf.rules.dat120_target_belum_ditegaskan import RULE as DAT120
from paraf.rules.kon101_angka_bertentangan import RULE as KON101
from paraf.rules.kon102_angka_tidak_terikat import RULE as KON102
from paraf.rules.kon103_angka_dan_huruf import RULE as KON103
from paraf.rules.kon104_tahun_tertinggal import RULE as KON104
from paraf.rules.kon105_nama_daerah_lain import RULE as KON105
from paraf.rules.kon106_pernyataan_bertentangan import RULE as KON106
from paraf.rules.kon107_persen_dan_poin import RULE as KON107
from paraf.rules.kon108_kalimat_berulang import RULE as KON108
from paraf.rules.kon109_panggilan_tanpa_angka import RULE as KON109
from paraf.rules.lkp101_analisis import RULE as LKP101
from paraf.rules.lkp102_indikator_dibahas import RULE as LKP102
from paraf.rules.lkp103_pembanding_nasional import RULE as LKP103
from paraf.rules.lkp104_sebab_tidak_tercapai import RULE as LKP104
from paraf.rules.lkp105_tabel_tanpa_uraian import RULE as LKP105
from paraf.rules.lkp106_riwayat_pendek import RULE as LKP106
from paraf.rules.lkp107_lampiran_wajib import RULE as LKP107
from paraf.rules.lkp108_lampiran_dijanjikan import RULE as LKP108
from paraf.rules.pri101_nik import RULE as PRI101
from paraf.rules.pri102_telepon import RULE as PRI102
from paraf.rules.pri103_surel import RULE as PRI103
from paraf.rules.pri104_nip import RULE as PRI104
from paraf.rules.report_base import ReportRule
from paraf.rules.str101_bab_tidak_terbaca import RULE as STR101
from paraf.rules.str102_panggilan_tidak_terjawab import RULE as STR102
from paraf.rules.str103_bab_wajib import RULE as STR103
from paraf.rules.str104_bagian_wajib import RULE as STR104
from paraf.rules.str105_urutan import RULE as STR105
from paraf.rules.str106_isi_terlalu_sedikit import RULE as STR106
from paraf.rules.str107_panggilan_wajib import RULE as STR107
from paraf.rules.str108_bab_atau_judul_ganda import RULE as STR108
from paraf.rules.str109_nomor_ditulis_tangan import RULE as STR109
from paraf.rules.str110_pengecualian_tak_terpakai import RULE as STR110
from paraf.rules.str111_berkas_tidak_dibaca import RULE as STR111
from paraf.rules.str112_gambar_sebagai_tabel import RULE as STR112
from paraf.rules.str113_kalimat_tahun_lalu import RULE as STR113
from paraf.rules.str114_panduan_tertinggal import RULE as STR114
from paraf.rules.tau101_tautan_putus import RULE as TAU101
from paraf.rules.tau102_teks_alternatif import RULE as TAU102
from paraf.rules.tau103_markah_asing import RULE as TAU103
from paraf.rules.tau104_alamat_mutlak import RULE as TAU104
from paraf.rules.tau105_jenis_berkas import RULE as TAU105

REPORT_RULES: tuple[ReportRule, ...] = (
    *(STR101, STR102, STR103, STR104, STR105, STR106, STR107),
    *(STR108, STR109, STR110, STR111, STR112, STR113, STR114),
    *(LKP101, LKP102, LKP103, LKP104),
    *(LKP105, LKP106, LKP107, LKP108),
    *(DAT101, DAT102, DAT103, DAT104, DAT105),
    *(DAT106, DAT107, DAT108, DAT109, DAT110),
    *(DAT111, DAT112, DAT113, DAT114, DAT115),
    *(DAT116, DAT117, DAT118, DAT119, DAT120),
    *(KON101, KON102, KON103, KON104, KON105, KON106, KON107, KON108, KON109),
    *(BHS101, BHS102, BHS103, BHS104, BHS105, BHS106, BHS107),
    *(PRI101, PRI102, PRI103, PRI104),
    *(TAU101, TAU102, TAU103, TAU104, TAU105),
    *(ALU101, ALU102, ALU103, ALU104, ALU105, ALU106, ALU107),
    *(ALU201, ALU202, ALU203, ALU204, ALU205),
)
