from collations import Telling, annotate, collate

from tui.analysis.threads import NoteThreads, thread_notes


def threads_of(*pairs: tuple[str, str]) -> NoteThreads:
    made = (annotate("note", id=name, on=on) for name, on in pairs)
    return thread_notes(collate(Telling("one", "", tuple(made))).accounts[0])


def ids(found: object) -> list[str]:
    return [placed.annotation.id for placed in found]  # type: ignore[attr-defined]


def test_notes_follow_what_they_answer() -> None:
    found = threads_of(("a", ""), ("b", ""), ("1", "a"), ("2", "b"), ("3", "a"), ("4", "1"), ("5", "4"))
    assert {top: ids(notes) for top, notes in found.by_id.items()} == {"a": ["1", "4", "5", "3"], "b": ["2"]}
    assert found.strays == ()


def test_notes_on_nothing_and_in_circles_are_not_lost() -> None:
    found = threads_of(("a", ""), ("1", "gone"), ("2", "1"), ("3", "4"), ("4", "3"))
    assert sorted(ids(found.strays)) == ["1", "2", "3", "4"]
    assert found.by_id == {}


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [("0", ""), *((str(n), str(n - 1)) for n in range(1, 5000))]
    assert len(threads_of(*chain).by_id["0"]) == 4999
