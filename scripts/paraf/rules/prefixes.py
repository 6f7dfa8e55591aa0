"""Closed lists of words after *di* and *ke*: which stand apart, which are joined. Doubtful ones are left out.

Left out on purpose: *keluar* (to go out), *dibalik*, and nouns that are verbs too (*nilai*, *bentuk*, *data*, *proses*).
"""

from collections.abc import Mapping

from paraf.door.regex import regex

_PLACES_AND_TIMES = """
atas bawah dalam luar antara depan belakang tengah sini sana situ mana samping sekitar seluruh setiap lingkungan
wilayah daerah tingkat bidang kantor rumah pusat kota desa kecamatan kabupaten provinsi kelurahan lapangan sekolah
tempat sisi beberapa hadapan sebelah awal akhir masa tahun bulan hari saat triwulan semester
"""
_DIRECTIONS = """
arah atas bawah belakang daerah dalam depan desa hadapan kabupaten kantor kecamatan kota lapangan mana provinsi
pusat rumah samping sana sekolah seluruh setiap sini situ tempat tingkat
"""
APART: Mapping[str, frozenset[str]] = {
    "di": frozenset(_PLACES_AND_TIMES.split()),
    "ke": frozenset(_DIRECTIONS.split()),
}
"""Words of place and time: *di atas*, *ke depan*."""

_VERBS = """
adakan ajukan akibatkan alami alihkan alokasikan amanatkan ambil anggap anggarkan angkat arahkan arsipkan asumsikan
atasi atur awasi baca bagikan bahas bandingkan bangun bantu batalkan batasi bawa bayar bayarkan bebankan bedakan
beri berikan berlakukan biayai bina buat buatkan buka buktikan butuhkan cantumkan capai carikan catat cegah cek
cetak ciptakan dampingi danai dapatkan dasarkan dokumentasikan dorong dukung edarkan fokuskan fungsikan gabung
gabungkan gambarkan golongkan gunakan hadapi hadiri hapus harapkan haruskan hasilkan hentikan hilangkan himpun
hindari hitung hubungi hubungkan ikuti implementasikan informasikan inginkan integrasikan jabarkan jadikan jadwalkan
jalankan jalin jamin jawab jelaskan jumlahkan kaji kalikan karenakan kategorikan kecualikan kelola keluarkan
kembalikan kembangkan kenakan kendalikan kerahkan kerjakan ketahui kirim kirimkan koordinasikan kuasai kumpulkan
kurangi laksanakan lakukan lampirkan lanjutkan laporkan latarbelakangi layani lengkapi lihat limpahkan lindungi
luncurkan maksudkan manfaatkan masukkan miliki minta mutakhirkan naikkan namakan nyatakan olah operasikan optimalkan
padukan pakai paparkan pasang pastikan pengaruhi penuhi perbaiki perbarui percayakan perhatikan perhitungkan periksa
perkirakan perkuat perlihatkan perlukan permudah peroleh persiapkan persyaratkan pertahankan pertanggungjawabkan
pertimbangkan peruntukkan pilih pimpin pindahkan pisahkan prioritaskan publikasikan raih rancang rangkum rasakan
realisasikan rekomendasikan rencanakan rumuskan sahkan sajikan salurkan samakan sampaikan sarankan sebabkan sebarkan
sebut sebutkan sediakan selaraskan selenggarakan selesaikan sempurnakan sepakati serahkan sertai sertakan sesuaikan
setujui siapkan simpan simpulkan sinkronkan sosialisasikan susun tambah tambahkan tampilkan tandatangani tangani
targetkan tarik tawarkan tegaskan tekan tekankan temukan tentukan terapkan terbitkan terima terjemahkan teruskan
tetapkan tindaklanjuti tingkatkan tinjau tolak tuangkan tugasi tugaskan tujukan tulis tuliskan tunda tunjang tunjuk
tunjukkan turunkan ubah ukur umumkan unduh unggah upayakan uraikan usulkan utamakan wajibkan wujudkan
"""
TOGETHER: Mapping[str, frozenset[str]] = {
    "di": frozenset(_VERBS.split()),
    "ke": frozenset(["pada", "mudian"]),
}
"""Verbs in the passive: *dilaksanakan*; and *kepada*, *kemudian*."""

NUMBERS = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
ORDINAL = regex(
    r"\b(?:yang|tahun|triwulan|semester|tahap|bulan|minggu|hari|kali|peringkat|urutan|bagian|sasaran|indikator|tujuan"
    rf"|rapat|pertemuan|perubahan) (?P<words>ke (?:{NUMBERS}|\d{{1,3}})\b)|^(?P<first>Ke (?:{NUMBERS}),)"
)
"""*Triwulan ke dua*, *tahap ke 2*, and *Ke tiga,* at the head of a sentence."""
