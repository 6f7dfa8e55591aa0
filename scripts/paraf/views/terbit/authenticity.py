"""*Periksa keaslian*: somebody with a file in hand, without an account or a tool, learns which approval it belongs to.

The page holds the whole list, so that nothing is asked of any server: the browser computes the digest and looks it up
here (``scripts/tema/aset/keaslian.js``). Without a script the same list is compared by hand.
"""

from paraf.laporan.binding import grouped
from paraf.sop.dates import write_date
from paraf.sop.forms.withdrawals import Withdrawal
from paraf.sop.repository import Repository
from paraf.terbit.digests import Known, known_digests
from paraf.terbit.edition import Published
from paraf.views.approval import of_closing
from paraf.views.book_words import Clock
from paraf.views.html import Html, el, md, scroll, stacked, text
from paraf.views.page import Page
from paraf.views.words import SAMPLE

PATH = "keaslian.md"
SCRIPT = "keaslian"
"""The name of the theme's script that this page alone loads."""
_WAYS = (
    ("Windows: buka Command Prompt di folder berkasnya", "certutil -hashfile LAKIP.pdf SHA256"),
    ("macOS: buka Terminal di folder berkasnya", "shasum -a 256 LAKIP.pdf"),
    ("Linux: buka terminal di folder berkasnya", "sha256sum LAKIP.pdf"),
)
_HEADS = ("Yang diberi sidik", "Persetujuannya", "Sidik jari digital (SHA-256)")


def keaslian_page(repo: Repository, published: Published, clock: Clock) -> Page | None:
    """The page; ``None`` where nothing is published."""
    known = known_digests(repo, published)
    if not known:
        return None
    return Page(
        path=PATH,
        title="Periksa keaslian",
        doors=("LAKIP terbit",),
        order=90,
        script=SCRIPT,
        summary="Apakah berkas LAKIP di tangan Anda sama dengan yang disetujui? Diperiksa di peramban Anda sendiri.",
        words=("asli", "palsu", "sidik jari", "SHA-256", "hash", "certutil", "verifikasi", "checksum"),
        body="\n\n".join(_body(repo, known, clock)),
    )


def _body(repo: Repository, known: tuple[Known, ...], clock: Clock) -> list[str]:
    sample = [el("p", el("strong", SAMPLE), class_="maklumat")] if any(one.edition.sample for one in known) else []
    files = any(one.kind == "berkas" for one in known)
    return [
        *sample,
        "Pegang berkas LAKIP dan ingin tahu apakah sama dengan yang disetujui? Tidak perlu akun dan tidak perlu program."
        " Berkas Anda tidak dikirim ke mana pun: peramban Anda sendiri yang menghitungnya.",
        *([] if files else [_NO_FILES]),
        _form(repo),
        "## Daftar sidik jari digital",
        "Satu bita saja berubah, sidiknya menjadi lain. Huruf besar dan kecil sama saja, spasi diabaikan.",
        _table(repo, known, clock),
        "## Menghitung sendiri",
        "Untuk yang ingin memeriksa tanpa halaman ini: ganti LAKIP.pdf dengan nama berkas Anda, lalu bandingkan hasilnya"
        " dengan daftar di atas.",
        _ways(),
        "## Yang terbukti, dan yang tidak",
        *_honesty(repo),
    ]


_NO_FILES = (
    "Belum ada berkas PDF yang sidiknya tercatat, jadi berkas apa pun belum dapat dicocokkan."
    " Sidik jari yang tercetak di lembar pengesahan sudah dapat."
)


def _form(repo: Repository) -> Html:
    """What a person works with; hidden until the script that serves it runs."""
    pick = el(
        "div",
        el("label", "Pilih berkas, atau jatuhkan di sini", for_="keaslian-berkas"),
        el("input", id="keaslian-berkas", type="file", accept=".pdf,application/pdf,image/*"),
        class_="keaslian-jatuh",
    )
    typed = el(
        "div",
        el("label", "Atau ketik sidik jari digital yang tercetak: 64 huruf dan angka", for_="keaslian-sidik"),
        el(
            "textarea",
            "",
            id="keaslian-sidik",
            rows="3",
            spellcheck="false",
            autocomplete="off",
            autocapitalize="none",
        ),
        el("button", "Periksa", type="button", id="keaslian-periksa"),
        class_="keaslian-ketik",
    )
    answer = el("div", "", id="keaslian-jawaban", class_="keaslian-jawaban", role="status", aria_live="polite")
    work = el("div", pick, typed, answer, class_="keaslian", id="keaslian", hidden="")
    without = el(
        "p",
        "Peramban ini tidak menjalankan skrip, jadi halaman ini tidak dapat menghitung. Bandingkan dengan cara di bawah.",
        id="keaslian-tanpa",
        class_="maklumat",
    )
    office = el("span", repo.office.nama, id="keaslian-kantor", hidden="")
    return el("div", without, work, office)


def _table(repo: Repository, known: tuple[Known, ...], clock: Clock) -> Html:
    gone = {(one.tahun, one.versi): one for one in repo.withdrawals.value.penarikan} if repo.withdrawals else {}
    rows = [
        (
            text(_thing(one)),
            _approved(one, gone.get((one.edition.year, one.edition.number)), clock),
            el("code", grouped(one.digest), class_="sidik"),
        )
        for one in known
    ]
    return scroll(stacked(_HEADS, rows, "tabel daftar-sidik", searched=False), "Daftar sidik jari digital")


def _thing(one: Known) -> str:
    """What a digest is of, as it goes on in a sentence."""
    identity = one.edition.source.report.identity
    short = identity.value.singkatan if identity else "Laporan"
    edition = f"{short} {one.edition.year} versi {one.edition.number}{' (DATA CONTOH)' if one.edition.sample else ''}"
    match one.kind:
        case "berkas":
            return f"berkas {one.name} dari {edition}"
        case "isi":
            return f"isi {edition}, seperti tercetak di lembar pengesahan"
        case "teks":
            return f"teks {edition} yang dibaca pemberi persetujuan"
        case _:
            return f"buku kendali {edition}, baris terakhir"


def _approved(one: Known, gone: Withdrawal | None, clock: Clock) -> Html:
    """By whom and when it was approved, and whether it still stands: in words for who reads, as a class for the script."""
    holds = "contoh" if one.edition.sample else "lain" if gone or one.later or not one.newest else "berlaku"
    return el("span", _told(one, gone, clock), class_=holds)


def _told(one: Known, gone: Withdrawal | None, clock: Clock) -> str:
    """What was filed later is bound by nothing."""
    edition = one.edition
    sheet = of_closing(edition.closing, edition.policy, edition.year)
    state = "Ini versi terakhir." if one.newest else "Sudah ada versi yang lebih baru."
    if gone:
        state = f"Versi ini ditarik {write_date(gone.tanggal)}: {gone.alasan.rstrip('.')}."
    if one.later:
        return f"Dicatat sesudah terbit sebagai bukti susulan; tidak terikat di buku kendali. {state}"
    if sheet is None or not sheet.approvals:
        return f"Selesai {clock.words(edition.closing.at)}. {state}"
    last = sheet.approvals[-1]
    how = ", ditandatangani di atas kertas" if last.on_paper else ""
    return f"Disetujui {last.post} {clock.words(last.at)}{how}. {state}"


def _ways() -> Html:
    return el(
        "dl",
        *(part for how, line in _WAYS for part in (el("dt", how), el("dd", el("code", line)))),
        class_="cara-sidik",
    )


def _honesty(repo: Repository) -> list[str]:
    return [
        "Bila sama, berkas itu bita demi bita yang disetujui. Bila tidak dikenal, berkasnya belum tentu palsu:"
        " mungkin dicetak lalu dipindai, disimpan ulang oleh program lain, atau terbit sesudah halaman ini dibuat.",
        "Halaman ini dibuat kantor yang sama dengan laporannya. Pembanding dari luar ialah sidik jari yang tercetak di"
        " lembar pengesahan, yang dikirim bersama surat pengantar."
        f" Bila ragu, tanyakan kepada {md(repo.office.nama)} dengan menyebut sidik jari berkas Anda.",
        "Persetujuan ini pengendalian intern, bukan tanda tangan elektronik tersertifikasi.",
    ]
