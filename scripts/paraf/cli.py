"""The command ``paraf``: arguments in, exit codes out; and the one boundary for the three kinds of trouble.

0 in order · 1 findings · 2 usage or data · 3 a bug of ours · 130 interrupted.
"""

import gc
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

import paraf
from paraf.cli_words import Command, Day, Folder, Group, Nth, OneOf, Year, complaint, late
from paraf.commands.console import Outlet, program, trouble

OK, FINDINGS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

today_option = click.option("--hari-ini", type=Day(), metavar="TAHUN-BULAN-HARI", help="Anggap hari ini tanggal ini.")
summary_option = click.option("--ringkasan", metavar="FILE", help="Tambahkan ringkasannya ke berkas ini.")
facts_option = click.option(
    "--fakta", metavar="FILE", help="Fakta tahun itu sebagai JSON; tahun contoh memakai contohnya."
)


@click.group(cls=Group, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.version_option(paraf.__version__, message="paraf %(version)s", help="Tampilkan versi.")
@click.option("--akar", type=Folder(), metavar="FOLDER", default=Path(), help="Folder repositori.")
@click.pass_context
def cli(ctx: click.Context, akar: Path) -> None:
    """Panduan SOP dan alur dokumen LAKIP."""
    ctx.obj = akar


@cli.command(cls=Command)
@click.pass_obj
def mulai(root: Path) -> int:
    """Periksa SOP, bangun situs, dan sebut apa yang dibuka."""
    return int(late("mulai")(root))


@cli.command(cls=Command)
@click.option(
    "--format",
    "form",
    type=OneOf("teks", "json", "github"),
    metavar="BENTUK",
    default="teks",
    help="teks, json, atau github.",
)
@click.option("--semua", is_flag=True, help="Tampilkan juga setiap catatan.")
@click.option(
    "--langkah", metavar="LANGKAH", help="Tegasnya menurut langkah SOP ini; bila tidak disebut, yang paling tegas."
)
@click.option("--sejak", metavar="REVISI", help="Gaya bahasa hanya pada baris yang berubah sejak revisi ini.")
@click.option("--perbaiki", is_flag=True, help="Perbaiki yang pasti, dan tunjukkan perbedaannya.")
@click.option("--coba", is_flag=True, help="Bersama --perbaiki: tunjukkan saja, tidak menulis.")
@click.option("--fakta", metavar="FILE", help="Periksa juga alur naskahnya, menurut fakta ini.")
@click.option(
    "--cabang", metavar="CABANG", help="Bersama --sejak: hanya yang berubah, tegasnya menurut naskah cabang ini."
)
@summary_option
@today_option
@click.argument("alamat", nargs=-1, metavar="[ALAMAT]…")
@click.pass_obj
def periksa(
    root: Path,
    form: str,
    semua: bool,
    langkah: str | None,
    sejak: str | None,
    perbaiki: bool,
    coba: bool,
    fakta: str | None,
    cabang: str | None,
    ringkasan: str | None,
    hari_ini: date | None,
    alamat: tuple[str, ...],
) -> int:
    """Periksa SOP dan laporan, atau ALAMAT saja: sop, lakip/2026, satu bab."""
    periksa = late("periksa")
    return int(periksa(root, form, semua, hari_ini, alamat, langkah, sejak, perbaiki, coba, fakta, cabang, ringkasan))


@cli.command(cls=Command)
@today_option
@click.option(
    "--forge", is_flag=True, help="Cocokkan dulu setiap persetujuan dengan GitHub, termasuk yang belum di buku."
)
@click.option("--ppid", is_flag=True, help="Untuk PPID: NIP disamarkan, lampiran tertutup tidak ikut.")
@click.option("--usb", is_flag=True, help="Ke folder site-usb/, yang dibaca langsung dari diska tanpa server.")
@click.option("--hanya-sumber", is_flag=True, help="Siapkan halamannya saja, tanpa membangun situs.")
@click.pass_obj
def situs(root: Path, hari_ini: date | None, forge: bool, ppid: bool, usb: bool, hanya_sumber: bool) -> int:
    """Bangun situs panduan dan LAKIP yang terbit ke folder site/.

    --forge perlu GITHUB_REPOSITORY (pemilik/nama) dan GITHUB_TOKEN.
    """
    from paraf.commands.situs import Wish

    return int(late("situs")(root, Wish(today=hari_ini, forge=forge, ppid=ppid, usb=usb), hanya_sumber))


@cli.command(cls=Command)
@click.option("--alamat", default="127.0.0.1:8000", metavar="ALAMAT:PORT", help="Tempat situs disajikan.")
@click.pass_obj
def pratinjau(root: Path, alamat: str) -> int:
    """Sajikan situs di peramban; berubah bila berkasnya berubah."""
    return int(late("pratinjau")(root, alamat))


@cli.command(cls=Command)
@click.argument("perihal", metavar="KODE|LANGKAH")
@click.pass_obj
def jelaskan(root: Path, perihal: str) -> int:
    """Jelaskan satu aturan atau satu langkah."""
    return int(late("jelaskan")(root, perihal))


@cli.command(cls=Command, name="buka-tahun")
@click.argument("tahun", type=Year(), metavar="TAHUN")
@click.argument("naskah", required=False, metavar="[NASKAH]")
@click.pass_obj
def buka_tahun(root: Path, tahun: int, naskah: str | None) -> int:
    """Buat kerangka satu tahun laporan, atau satu naskahnya."""
    return int(late("buka_tahun")(root, tahun, naskah))


@cli.command(cls=Command)
@click.argument("langkah", metavar="LANGKAH")
@click.argument("tahun", type=Year(), metavar="TAHUN")
@click.argument("isi", nargs=-1, metavar="[KUNCI=NILAI]…")
@click.option("--terbitan", type=Nth(), default="1", metavar="N", help="Bukti terbitan ke-N sesudah LAKIP terbit.")
@click.option("--susulan", type=Nth(), default="1", metavar="N", help="Bukti susulan ke-N, mulai dari 2.")
@click.option("--kertas", is_flag=True, help="Persetujuan yang ditandatangani di atas kertas.")
@today_option
@click.pass_obj
def bukti(
    root: Path,
    langkah: str,
    tahun: int,
    isi: tuple[str, ...],
    terbitan: int,
    susulan: int,
    kertas: bool,
    hari_ini: date | None,
) -> int:
    """Buat bukti pelaksanaan satu langkah, isi, dan sebut yang masih kurang."""
    return int(late("bukti")(root, langkah, tahun, isi, terbitan, susulan, kertas, hari_ini))


@cli.command(cls=Command)
@click.argument("naskah", type=OneOf("naskah-baca", "lakip"), metavar="naskah-baca|lakip")
@click.argument("tahun", type=Year(), metavar="[TAHUN]", required=False)
@click.option(
    "--sejak", metavar="REVISI", help="Tandai bagian yang berubah sejak revisi ini; tanpa TAHUN: tahun yang berubah."
)
@summary_option
@facts_option
@click.pass_obj
def cetak(
    root: Path, naskah: str, tahun: int | None, sejak: str | None, ringkasan: str | None, fakta: str | None
) -> int:
    """Cetak naskah baca, atau LAKIP yang sudah disetujui, ke build/cetak/."""
    return int(late("cetak")(root, naskah, tahun, sejak, ringkasan, fakta))


@cli.command(cls=Command)
@click.argument("keadaan", metavar="A..B")
@click.argument("tahun", type=Year(), metavar="[TAHUN]", required=False)
@click.option(
    "--format",
    "form",
    type=OneOf("teks", "markdown", "html", "json"),
    metavar="BENTUK",
    default="teks",
    help="teks, markdown, html, atau json.",
)
@click.pass_obj
def perubahan(root: Path, keadaan: str, tahun: int | None, form: str) -> int:
    """Sebut yang berubah dari A ke B: angka dahulu, lalu bab demi bab.

    \b
    perubahan HEAD~1..HEAD 2026         dua revisi Git
    perubahan main.. 2026               sejak main, sampai yang ada di folder ini
    perubahan draf-awal..draf-akhir     dua naskah yang tercatat di buku kendali
    perubahan draf-akhir-1..draf-akhir-2   dua terbitan
    perubahan 2025..2026                dua tahun laporan
    """
    return int(late("perubahan")(root, keadaan, tahun, form))


@cli.command(cls=Command)
@click.argument("tahun", type=Year(), metavar="[TAHUN]", required=False)
@click.option("--lembar", is_flag=True, help="Tulis lembar kerjanya ke build/lembar-kerja/.")
@facts_option
@click.option("--format", "form", type=OneOf("teks", "json"), metavar="BENTUK", default="teks", help="teks atau json.")
@today_option
@click.pass_obj
def status(root: Path, tahun: int | None, lembar: bool, fakta: str | None, form: str, hari_ini: date | None) -> int:
    """Sebut sampai mana satu tahun laporan."""
    return int(late("status")(root, tahun, lembar, fakta, form, hari_ini))


@cli.command(cls=Command)
@click.argument("kalimat", metavar="KALIMAT")
@click.argument("tahun", type=Year(), metavar="[TAHUN]", required=False)
@facts_option
@click.pass_obj
def andai(root: Path, kalimat: str, tahun: int | None, fakta: str | None) -> int:
    """Sebut yang berubah bila seseorang bertindak.

    KALIMAT misalnya "PELAKSANA menyetujui LANGKAH".
    """
    return int(late("andai")(root, kalimat, tahun, fakta))


@cli.command(cls=Command)
@click.argument("pr", type=int, metavar="[PR]", required=False)
@click.option("--semua", is_flag=True, help="Nilai semua PR yang terbuka.")
@click.option("--tulis", is_flag=True, help="Tulis hasilnya ke GitHub: status, komentar, judul, label, papan.")
@click.option("--simpan", metavar="FILE", help="Simpan faktanya ke berkas ini.")
@click.pass_obj
def gerbang(root: Path, pr: int | None, semua: bool, tulis: bool, simpan: str | None) -> int:
    """Nilai satu PR, atau semua yang terbuka, dari GitHub."""
    return int(late("gerbang")(root, pr, semua, tulis, simpan))


@cli.command(cls=Command)
@click.argument("cabang", metavar="CABANG")
@click.option("--ringkasan", metavar="FILE", help="Tambahkan hasilnya ke berkas ini.")
@click.pass_obj
def kirim(root: Path, cabang: str, ringkasan: str | None) -> int:
    """Kirim berkas lakip/ yang baru ke cabang baru di GitHub."""
    return int(late("kirim")(root, cabang, ringkasan))


@cli.command(cls=Command)
@click.option("--ujung", is_flag=True, help="Hanya pastikan jalan ini masih membawa ujung main.")
@click.option("--keluaran", metavar="FILE", help="Tulis tujuan dan sidiknya ke berkas ini, untuk langkah sesudahnya.")
@click.option("--ringkasan", metavar="FILE", help="Tambahkan hasilnya ke berkas ini.")
@click.pass_obj
def terbit(root: Path, ujung: bool, keluaran: str | None, ringkasan: str | None) -> int:
    """Bangun situs yang boleh terbit, dari ujung main, di alur kerja GitHub.

    Tujuannya dibaca dari kunci terbit di sop/instansi.yml. Di komputer sendiri: paraf situs --forge.
    Perlu GITHUB_REPOSITORY (pemilik/nama) dan GITHUB_TOKEN.
    """
    return int(late("terbit")(root, ujung, keluaran, ringkasan))


@cli.command(cls=Command)
@click.pass_obj
def antar(root: Path) -> int:
    """Antar situs yang selesai ke repositori keluaran.

    Yang diantar isi folder site/, ke repositori yang disebut kunci terbit di sop/instansi.yml.
    Perlu KUNCI_KELUARAN: isi kunci yang boleh menulis ke sana.
    """
    return int(late("antar")(root))


@cli.command(cls=Command)
@click.pass_obj
def kemas(root: Path) -> int:
    """Kemas situs yang selesai menjadi satu ZIP untuk server kantor.

    Yang dikemas isi folder site/; ZIP-nya di build/terbit/, dengan sidik jarinya di layar.
    """
    return int(late("kemas")(root))


@cli.command(cls=Command)
@click.argument("tahun", type=Year(), metavar="TAHUN")
@facts_option
@click.pass_obj
def catat(root: Path, tahun: int, fakta: str | None) -> int:
    """Catat naskah yang selesai ke buku kendali tahunnya."""
    return int(late("catat")(root, tahun, fakta))


@cli.command(cls=Command)
@click.argument("tahun", type=Year(), metavar="[TAHUN]", required=False)
@click.option("--sidik", multiple=True, metavar="SIDIK", help="Sidik jari buku yang pernah dicatat di tempat lain.")
@click.option(
    "--forge", is_flag=True, help="Cocokkan setiap baris dengan GitHub; kode keluar 1 bila ada yang tidak benar."
)
@click.option("--fakta", metavar="FILE", help="Cocokkan dengan fakta yang pernah disimpan dari GitHub.")
@click.option(
    "--paket", is_flag=True, help="Bila semuanya benar, buat ZIP untuk pemeriksa dari luar di build/periksa/."
)
@today_option
@click.pass_obj
def verifikasi(
    root: Path,
    tahun: int | None,
    sidik: tuple[str, ...],
    forge: bool,
    fakta: str | None,
    paket: bool,
    hari_ini: date | None,
) -> int:
    """Verifikasi buku kendali: tanpa jaringan, atau dengan GitHub.

    Tanpa TAHUN: semua tahun. --forge perlu GITHUB_REPOSITORY (pemilik/nama) dan GITHUB_TOKEN.
    """
    from paraf.commands.verifikasi import Asked

    return int(late("verifikasi")(root, tahun, sidik, Asked(forge, fakta, paket), hari_ini))


@cli.command(cls=Command)
@click.option("--potret", metavar="FILE", help="Nilai potret setelan yang pernah disimpan, tanpa jaringan.")
@click.option("--simpan", metavar="FILE", help="Simpan potretnya; isinya yang lama menjadi pembanding.")
@click.pass_obj
def diagnosis(root: Path, potret: str | None, simpan: str | None) -> int:
    """Sebut setelan repositori yang perlu dibetulkan, dan caranya.

    Perlu GITHUB_REPOSITORY (pemilik/nama) dan GITHUB_TOKEN, kecuali dengan --potret. Tidak mengubah setelan apa pun.
    """
    return int(late("diagnosis")(root, potret, simpan))


@cli.command(cls=Command, name="mulai-sungguhan")
@click.pass_obj
def mulai_sungguhan(root: Path) -> int:
    """Tanyakan nama kantor, kop, dan petugas; pindahkan data contoh."""
    return int(late("mulai_sungguhan")(root))


@cli.command(cls=Command)
@click.option("--periksa", "only_check", is_flag=True, help="Hanya periksa; tidak menulis apa pun.")
@click.pass_obj
def selaraskan(root: Path, only_check: bool) -> int:
    """Selaraskan berkas yang dibuat dari sumbernya."""
    return int(late("selaraskan")(root, only_check))


def main() -> NoReturn:
    """Run the command and leave with its exit code; no traceback reaches a user, whatever became of the streams."""
    # Nearly all that is read is kept: looking through it every 700 objects, and on the way out, finds nothing to free.
    gc.set_threshold(50_000)
    results, narration = Outlet(sys.stdout), Outlet(sys.stderr)
    sys.stdout, sys.stderr = results.text(), narration.text()
    code = run(sys.argv[1:])
    sys.stdout.flush()
    if results.lost:
        from paraf.errors import reason

        code = _say(f"Hasilnya tidak dapat ditulis: {reason(results.lost)}.", USAGE)
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The boundary: every outcome becomes an exit code and, where needed, a message on stderr."""
    try:
        # No completion: click would let a variable of the environment decide what runs.
        return int(cli.main(arguments, prog_name=program(), complete_var="", standalone_mode=False) or OK)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stdout.write(error.message + "\n")
        return OK
    except click.ClickException as error:
        return _say(complaint(error, program()), USAGE)
    except (KeyboardInterrupt, click.Abort):
        return _say("Dihentikan.", INTERRUPTED)
    except Exception as error:
        told = trouble(error)
        return _say(told, USAGE) if told else _say(_keep_trace(), BUG)


def _say(text: str, code: int) -> int:
    sys.stderr.write(text + "\n")
    return code


def _keep_trace() -> str:
    """Keep the technical report in a file and name it; the user sees a sentence."""
    import tempfile
    import traceback

    report = f"paraf {paraf.__version__}, Python {sys.version}\n\n{traceback.format_exc()}".encode(errors="replace")
    try:
        with tempfile.NamedTemporaryFile(prefix="paraf-kesalahan-", suffix=".txt", delete=False) as stream:
            stream.write(report)
        kept = f"Laporan teknisnya tersimpan di {stream.name}; kirimkan kepada petugas TI."
    except OSError:
        kept = "Laporan teknisnya tidak dapat disimpan."
    return f"Ada kesalahan di dalam program ini, bukan pada berkas Anda. {kept}"
