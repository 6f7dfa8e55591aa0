"""Personal data by their shapes: every condition of a shape has a number that only it refuses; messages repeat nothing."""

import pytest

from laporan.case import base_files, found_by
from paraf.rules.personal import mails, niks, nips, phones

CHAPTER = "lakip/2025/80-penutup.md"


@pytest.mark.parametrize(
    ("number", "plausible"),
    [
        ("3503124506900001", True),
        ("3503121206900001", True),
        ("9903124506900001", False),  # province
        ("3500124506900001", False),  # regency
        ("3580124506900001", False),
        ("3503004506900001", False),  # district
        ("3503120006900001", False),  # day
        ("3503123206900001", False),
        ("3503127206900001", False),
        ("3503124500900001", False),  # month
        ("3503124513900001", False),
        ("3503124506900000", False),  # serial
    ],
)
def test_an_identity_number_needs_region_birth_and_serial(number: str, plausible: bool) -> None:
    assert bool(list(niks(f"nomor {number} itu"))) is plausible


@pytest.mark.parametrize(
    ("number", "plausible"),
    [
        ("197106091992011002", True),
        ("198805122021212001", True),
        ("197113091992011002", False),  # no such month
        ("197102301992011002", False),  # no such day
        ("193906091992011002", False),  # born too early
        ("201606092035011002", False),  # born too late
        ("197106091980011002", False),  # too young
        ("197106092050011002", False),  # too old
        ("197106091992131002", False),  # month of appointment
        ("197106091992013002", False),  # sex
    ],
)
def test_a_staff_number_needs_dates_that_fit(number: str, plausible: bool) -> None:
    assert bool(list(nips(f"nomor {number} itu"))) is plausible


@pytest.mark.parametrize("text", ["NIP 12", "NIP 1971 tahun", "NIP disamarkan", "TANIP 500123456"])
def test_the_word_alone_is_no_number(text: str) -> None:
    assert list(nips(text)) == []


def test_a_named_identity_number_is_found_whatever_its_shape_and_once() -> None:
    assert [one.digits for one in niks("NIK 3503124506900001, KTP: 99990000111122, KTP 120")] == [
        "3503124506900001",
        "99990000111122",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("081234567890", 1),
        ("0812 3456 7890 2025", 1),
        ("+62 812-3456-7890", 1),
        ("WA 6281234567890", 1),
        ("628123456789", 0),
        ("(0355) 791234", 0),
        ("rekening 081234567890", 0),
        ("0812345", 0),
        ("0,081234567890", 0),
    ],
)
def test_a_telephone_is_a_mobile_number(text: str, count: int) -> None:
    assert len(list(phones(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a.b@gmail.com", 1),
        ("a@yahoo.co.id.", 1),
        ("@gmail.com", 0),
        ("a@gmail.contoh.go.id", 0),
        ("a@contoh.go.id", 0),
    ],
)
def test_private_mail_is_at_a_provider(text: str, count: int) -> None:
    assert len(list(mails(text))) == count


@pytest.mark.parametrize(
    ("code", "secret"),
    [
        ("PRI101", "3503124506900001"),
        ("PRI102", "081234567890"),
        ("PRI103", "pengelola@gmail.com"),
        ("PRI104", "197106091992011002"),
    ],
)
def test_a_message_never_repeats_what_it_protects(code: str, secret: str) -> None:
    files = base_files()
    files[CHAPTER] += f"\nData {secret} tertulis di sini.\n"
    (finding,) = found_by(code, files)
    assert secret not in f"{finding.subject} {finding.message} {finding.repair}"
