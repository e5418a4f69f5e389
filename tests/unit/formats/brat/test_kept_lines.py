"""Lines that came from brat stay, but follow their record."""

from dataclasses import replace

from placing import placed_at

from tui.formats.brat.kept_lines import KEPT, current_lines, has_new_body, kept, kept_lines, line_body
from tui.model import Annotation

TEXT = "Ada met Bo in Rome"
LINES = [(3, "T1\tPerson 0 3\tAda"), (1, "A1\tName T1"), (5, "#1\tAnnotatorNotes T1\tWho?")]
RECORD = Annotation("x", "Person", body="Who?", extra=((KEPT, kept(LINES)),))


def lines(annotation: Annotation, start: int = 0, end: int = 3) -> list[tuple[int, str]]:
    return list(current_lines(placed_at(annotation, start, end), TEXT))


def test_lines_come_back_with_their_numbers() -> None:
    assert kept_lines(RECORD) == lines(RECORD) == LINES
    odd = replace(RECORD, extra=((KEPT, ("x\tT1\tPerson 0 3\tAda", "7\tno tab", "8")),))
    assert kept_lines(odd) == []
    assert kept_lines(Annotation("x", "note", extra=((KEPT, "3\tT1\tPerson 0 3\tAda"),))) == [LINES[0]]
    assert kept_lines(Annotation("x", "note", extra=((KEPT, {"a": "b"}),))) == []


def test_a_record_that_moved_or_changed_has_a_new_line() -> None:
    assert lines(RECORD, 8, 10)[0] == (3, "T1\tPerson 8 10\tBo")
    assert lines(replace(RECORD, kind="claim"))[0] == (3, "T1\tclaim 0 3\tAda")


def test_a_new_body_replaces_the_notes() -> None:
    changed = replace(RECORD, body="Ada who?")
    assert has_new_body(changed)
    assert not has_new_body(RECORD)
    assert lines(changed) == LINES[:2]
    assert (line_body(LINES[2][1]), line_body(LINES[1][1])) == ("Who?", None)
