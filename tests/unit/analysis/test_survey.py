"""The survey: numbered records, and analyses that are computed once."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.survey import Survey
from tui.model import Collation

RECORDS = (
    annotate("claim", "Aid", "Ada", "aid", id="a"),
    annotate("denial", "talks", "Bo", id="b"),
    annotate("note", id="n1", on="a"),
    annotate("note", id="n2", on="n1"),
    annotate("note", id="lost", on="gone"),
)


def survey() -> Survey:
    accounts = (
        Telling("one", "Aid and talks", RECORDS),
        Telling("two", "Aid", (annotate("claim", "Aid", "Bo", id="c"),)),
    )
    return Survey(collate(*accounts, book=codebook({"aid": "Aid should come"})))


def test_records_are_numbered_without_the_notes_on_them() -> None:
    records = survey().all_records()
    notes = {record.reference: [note.annotation.id for note in record.notes] for record in records}
    assert notes == {"A1": ["n1", "n2"], "A2": [], "B1": []}


def test_the_records_of_one_account_can_be_listed() -> None:
    collated = survey()
    assert [record.annotation.id for record in collated.records(collated.accounts[1])] == ["c"]


def test_notes_on_records_that_do_not_exist_are_strays() -> None:
    collated = survey()
    strays = [[note.annotation.id for note in collated.stray_notes(account)] for account in collated.accounts]
    assert strays == [["lost"], []]


def test_records_are_counted_by_article_and_kind() -> None:
    assert survey().counts == {"one": {"claim": 1, "denial": 1, "note": 3}, "two": {"claim": 1}}


def test_an_article_that_is_open_twice_is_surveyed_once() -> None:
    one, two = survey().accounts
    twice = Survey(Collation((one, two, one), survey().codebook))
    assert [account.siglum for account in twice.accounts] == ["A", "B"]
    assert len(list(twice.all_records())) == 3


def test_an_analysis_is_computed_once() -> None:
    collated = survey()
    assert collated.comparison is collated.comparison
    assert [person.name for person in collated.people] == ["Bo", "Ada"]
    assert collated.people is collated.people
