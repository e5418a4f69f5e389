"""Statements in words."""

from collations import Telling, annotate, codebook, collate
from placing import placed_at

from tui.analysis.account_cell import make_cell
from tui.analysis.people import find_people
from tui.analysis.statements import Statement, find_statements
from tui.formats import statement_words
from tui.model import Account, AnchorState, Article, Placed

BOOK = codebook({"p": "P"})


def statement(*placed: Placed) -> Statement:
    """Return the one statement of these records in `now, then`."""
    article = collate(Telling("one", "now, then")).accounts[0].article
    (found,) = find_statements(Account("A", Article("one", article.text, article.path), placed), BOOK)
    return found


def test_a_line_has_its_number_and_speakers() -> None:
    records = (annotate("claim", "now", "Ada", "p"), annotate("claim", "then", about="p"))
    account = collate(Telling("one", "now, then", records), book=BOOK).accounts[0]
    (line,) = make_cell("one", find_statements(account, BOOK)).lines(BOOK)
    assert statement_words.line_count(line) == "2"
    assert statement_words.line_speakers(line) == "Ada, own voice"


def test_nothing_doubtful_has_no_words() -> None:
    assert [statement_words.doubtful_count(number) for number in (0, 1, 1200)] == ["", "1 doubtful", "1,200 doubtful"]


def test_a_statement_names_its_annotators_if_there_are_several_records() -> None:
    ann, bob = (placed_at(annotate("claim", "now", id=name, annotator=name), 0, 3) for name in ("Ann", "Bob"))
    nobody = placed_at(annotate("claim", "now", id="x"), 0, 3)
    assert statement_words.marked_by(statement(ann)) == ""
    assert statement_words.marked_by(statement(ann, bob)) == "marked by Ann and Bob"
    assert statement_words.marked_by(statement(ann, nobody, bob)) == "marked by Ann, Bob, somebody unnamed"


def test_adjusted_statements_have_todays_words_and_a_sign() -> None:
    old = placed_at(annotate("claim", "then?", id="a"), 0, 3, state=AnchorState.ADJUSTED)
    assert statement_words.statement_quote(statement(old)) == "~ “now”"
    assert statement_words.statement_doubt(statement(old)) == ""
    again = placed_at(annotate("claim", "now", id="b"), 0, 3)
    assert statement_words.statement_quote(statement(old, again)) == "“now”"


def test_a_doubtful_statement_has_its_quote_and_the_reason() -> None:
    gone = statement(placed_at(annotate("claim", "gone", id="a"), state=AnchorState.ORPHAN))
    assert statement_words.statement_quote(gone) == "“gone”"
    assert statement_words.statement_doubt(gone) == "doubtful: not in the text today"
    unsure = statement(placed_at(annotate("claim", "now", id="a"), state=AnchorState.REVIEW))
    assert statement_words.statement_doubt(unsure) == "doubtful: place in the text not certain"


def test_a_person_is_counted_in_the_accounts_that_have_statements() -> None:
    tellings = [Telling(name, name, (annotate("claim", name, "Ada", id=name),)) for name in ("one", "two", "three")]
    silent = Telling("zero", "zero")
    (ada,) = find_people(collate(tellings[0], silent, *tellings[1:]))
    assert statement_words.account_counts(ada) == "A 1, C 1, D 1"


def test_what_weakens_a_statement_is_said_once_for_all_who_marked_it() -> None:
    ann, bob = (
        annotate("claim", "x", "Ada", "p", id=name, annotator=name, hedge=hedge, via=("TASS",))
        for name, hedge in (("Ann", "reportedly"), ("Bob", ""))
    )
    (statement,) = find_statements(collate(Telling("one", "x", (ann, bob))).accounts[0], codebook({"p": "P"}))
    assert statement_words.statement_qualifiers(statement) == "hedged by “reportedly” · via TASS"
