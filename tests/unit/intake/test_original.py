"""An original knows the suffix of its name."""

from tui.intake.original import Original


def test_a_suffix_is_what_follows_the_last_dot_of_a_name() -> None:
    assert [Original(b"", name).suffix for name in ("a.b.HTM", "htm", ".htm", "")] == [".htm", "", "", ""]
