"""What a digest covers: the evidence of a step, below its own year and nowhere else."""

import pytest

from paraf.alur.content import Proof
from paraf.laporan.records.names import EvidenceName


@pytest.mark.parametrize(
    ("path", "held"),
    [
        ("lakip/2025/bukti/b12.yml", True),
        ("lakip/2025/bukti/b12-lakip.pdf", True),
        ("lakip/2025/bukti/b12-2.yml", False),
        ("lakip/2025/bukti/b11.yml", False),
        ("lakip/2024/bukti/b12.yml", False),
        ("bukti/b12.yml", False),
        ("bukti/b12-lakip.pdf", False),
    ],
)
def test_the_evidence_of_a_step_is_its_record_and_the_files_of_its_name(path: str, held: bool) -> None:
    assert Proof(2025, EvidenceName("B12")).holds(path) is held
