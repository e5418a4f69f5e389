"""A change of a record on one line."""

from dataclasses import replace

from tui.session.git_log import change_line
from tui.storage.git.record_log import CommittedChange


def test_a_line_says_when_who_what_and_which_commit_without_controls() -> None:
    change = CommittedChange(
        "0123456789ab", "Ada", "2026-01-02T10:11:12Z", "a\x1b[2J b\nc", "r1", "changed", ("kind", "cue")
    )
    assert change_line(change) == "2026-01-02 10:11  Ada  changed r1 (kind, cue)  01234567 a␛[2J b c"
    assert change_line(replace(change, fields=(), subject="word " * 40)).endswith("01234567 " + "word " * 12 + "…")
