"""From the sample office to a real one: the names change, every comment stays, and the strict door accepts the result."""

from datetime import date

from msgspec.structs import replace

from helpers import ROOT, files_of
from paraf.sop.repository import OFFICE, OFFICIALS, Repository, read_repository
from paraf.sop.settling import Answers, Official, settled

FILES = files_of(ROOT)
TEXTS = {path: data.decode() for path, data in FILES.items()}
(SOP,) = [path for path in FILES if path.startswith("sop/sop-")]
ROLES = [role.id for role in read_repository(FILES).sop.roles]
ANSWERS = Answers(
    name='Dinas "Contoh"',
    short="Dinas Contoh",
    government="Pemerintah Kabupaten Contoh",
    place="Contoh",
    repository="https://forge.example/dinas/lakip",
    letterhead=("PEMERINTAH", "DINAS", "Jalan Satu", "CONTOH"),
    officials=tuple(
        Official(role, f"Pemegang {role}", f"akun{number}", number + 1, date(2026, 1, 2), "SK 1")
        for number, role in enumerate(ROLES)
    ),
)


def read(answers: Answers) -> Repository:
    changed = settled(TEXTS, SOP, answers)
    return read_repository(FILES | {path: text.encode() for path, text in changed.items()})


def test_the_office_is_the_one_that_answered() -> None:
    office = read(ANSWERS).office
    assert (office.nama, office.nama_pendek, office.tempat) == ('Dinas "Contoh"', "Dinas Contoh", "Contoh")
    assert office.repositori == "https://forge.example/dinas/lakip"
    assert office.tahun_contoh == ()


def test_an_empty_address_stays_empty_and_a_key_that_is_not_there_is_added() -> None:
    assert read(replace(ANSWERS, repository="")).office.repositori is None
    bare = TEXTS | {OFFICE: TEXTS[OFFICE].replace("repositori:\n", "")}
    assert settled(bare, SOP, ANSWERS)[OFFICE].endswith('repositori: "https://forge.example/dinas/lakip"\n')


def test_comments_stay() -> None:
    before = [line for line in TEXTS[OFFICE].splitlines() if line.startswith("#")]
    after = [line for line in settled(TEXTS, SOP, ANSWERS)[OFFICE].splitlines() if line.startswith("#")]
    assert after == before


def test_the_letterhead_is_the_offices_and_the_rest_of_the_sop_is_untouched() -> None:
    sop = read(ANSWERS).sop
    assert [(line.teks, line.tebal) for line in sop.identity.kop] == [
        ("PEMERINTAH", "ya"),
        ("DINAS", "ya"),
        ("Jalan Satu", "tidak"),
        ("CONTOH", "ya"),
    ]
    changed = settled(TEXTS, SOP, ANSWERS)[SOP]
    after = "\n  disahkan_oleh:\n"
    assert changed.partition(after)[2] == TEXTS[SOP].partition(after)[2]


def test_every_role_has_its_holder_and_nothing_is_a_sample() -> None:
    officials = read(ANSWERS).officials
    assert officials
    assert [term.peran for term in officials.value.masa_jabatan] == ROLES
    assert officials.value.contoh == "tidak"


def test_one_account_with_two_roles_is_one_person() -> None:
    both = tuple(replace(one, account="Akun-Sama", number=7) for one in ANSWERS.officials[:2])
    officials = read(replace(ANSWERS, officials=both)).officials
    assert officials
    assert len(officials.value.orang) == 1
    assert len(officials.value.masa_jabatan) == 2


def test_a_guide_without_officials_gets_none() -> None:
    texts = {path: text for path, text in TEXTS.items() if path != OFFICIALS}
    assert OFFICIALS not in settled(texts, SOP, ANSWERS)
