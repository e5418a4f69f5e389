"""Names of files."""

import pytest

from tui.storage.files.filenames import file_slug


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Anna B.", "anna-b"),
        ("Çavuşoğlu", "cavusoglu"),
        ("../../etc/passwd", "etc-passwd"),
        ("字", "anon"),
        ("", "anon"),
        ("CON", "x-con"),
        ("lpt1", "x-lpt1"),
        ("x" * 300, "x" * 40),
        ("a\x00b\u202ec", "a-b-c"),
    ],
)
def test_names_of_files_are_safe_everywhere(name: str, safe: str) -> None:
    assert file_slug(name) == safe
