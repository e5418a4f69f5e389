"""The notes on each record of an account, in threads."""

from collations import Telling, annotate, collate

from tui.analysis.threads import NoteThreads, thread_notes


def threads_of(*pairs: tuple[str, str]) -> NoteThreads:
    notes = (annotate("note", id=name, on=on) for name, on in pairs)
    return thread_notes(collate(Telling("one", "", tuple(notes))).accounts[0])


def ids(records: object) -> list[str]:
    return [placed.annotation.id for placed in records]  # type: ignore[attr-defined]


def test_a_note_comes_after_the_note_that_it_answers() -> None:
    on_a = (("1", "a"), ("3", "a"), ("4", "1"), ("5", "4"), ("6", "1"))
    threads = threads_of(("a", ""), ("b", ""), *on_a, ("2", "b"))
    assert {top: ids(notes) for top, notes in threads.by_id.items()} == {"a": ["1", "4", "5", "6", "3"], "b": ["2"]}
    assert threads.strays == ()


def test_notes_on_nothing_or_in_a_circle_are_strays() -> None:
    threads = threads_of(("a", ""), ("1", "gone"), ("2", "1"), ("3", "4"), ("4", "3"))
    assert sorted(ids(threads.strays)) == ["1", "2", "3", "4"]
    assert threads.by_id == {}


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [("0", ""), *((str(n), str(n - 1)) for n in range(1, 5000))]
    assert len(threads_of(*chain).by_id["0"]) == 4999


def test_a_record_without_notes_has_an_empty_thread() -> None:
    notes = (annotate("note", id="a"), annotate("note", id="b"), annotate("note", id="1", on="a"))
    account = collate(Telling("one", "", notes)).accounts[0]
    threads = thread_notes(account)
    assert {placed.annotation.id: ids(threads.thread(placed)) for placed in account.statements()} == {
        "a": ["1"],
        "b": [],
    }
