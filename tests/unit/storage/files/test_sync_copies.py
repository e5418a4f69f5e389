"""Names of copies that sync programs, editors and git make."""

import pytest

from tui.storage.files.sync_copies import backed_up_name, copied_stem

OWNED = {"north", "north-sea", "codebook", "ada.k3x9"}


@pytest.mark.parametrize(
    "stem",
    [
        "north (Ada's conflicted copy 2024-01-04)",
        "north (conflicted copy 2024-01-04 101010)",
        "north (In Konflikt stehende Kopie von Ada 2024-01-04)",
        "north (Copie en conflit de Ada 2024-01-04)",
        "north (Ada's conflicted copy 2024-01-04 (1))",
        "north (Case Clash 1)",
        "north (SFConflict ada@example.org 2024-01-04-10-10-10)",
        "north.sync-conflict-20240104-101010-ABCDEFG",
        "north_conflict-20240104-101010",
        "north.Conflict",
        "north_Laptop_Jan-04-101010-2024_Conflict",
        "north_conf(1)",
        "north (1)",
        "north(1)",
        "north 2",
        "north copy",
        "north copy 2",
        "north - Copy",
        "north - Kopie (2)",
        "Copy of north",
        "Kopie von north (2)",
        "north-DESKTOP-4F2A",
        "north_REMOTE_1234",
    ],
)
def test_a_copy_is_known_by_its_name(stem: str) -> None:
    assert copied_stem(stem, OWNED) == "north"


def test_the_original_may_be_a_record_or_the_codebook() -> None:
    assert copied_stem("ada.k3x9.sync-conflict-20240104-101010-ABCDEFG", OWNED) == "ada.k3x9"
    assert copied_stem("codebook (1)", OWNED) == "codebook"
    assert copied_stem("north-sea 2", OWNED) == "north-sea"


@pytest.mark.parametrize(
    "stem", ["south (1)", "north", "northern", "north-2016", "north-west", "north copyright", "2", "north ("]
)
def test_other_names_are_no_copies(stem: str) -> None:
    assert copied_stem(stem, OWNED) == ""


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("north.yaml~", "north.yaml"),
        ("north.yaml~HEAD", "north.yaml"),
        ("north.yaml.orig", "north.yaml"),
        ("codebook.yml.bak", "codebook.yml"),
        ("north.yaml", ""),
        ("north.yaml.tmp", ""),
        ("north.txt~", ""),
    ],
)
def test_a_backup_names_its_original(name: str, original: str) -> None:
    assert backed_up_name(name) == original
