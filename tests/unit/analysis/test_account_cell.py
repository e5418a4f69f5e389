"""What one account says about one proposition."""

from collations import Telling, annotate, codebook, collate
from placing import placed_at

from tui.analysis.account_cell import AccountCell, make_cell
from tui.analysis.statements import find_statements
from tui.model import Account, AnchorState, Annotation, Article, Stance

BOOK = codebook({"p": "P"})


def cell(*annotations: Annotation) -> AccountCell:
    """Return the cell of an account, whose text is the quotes."""
    text = " ".join(annotation.quote for annotation in annotations if "gone" not in annotation.quote)
    collation = collate(Telling("one", text, annotations), book=BOOK)
    return make_cell("one", find_statements(collation.accounts[0], BOOK))


def test_speakers_stand_with_their_stance() -> None:
    said = cell(annotate("denial", "no", "Ines Okafor", "p"), annotate("claim", "yes", "Mayor's office", "p"))
    lines = [(line.kind.glyph, len(line.statements), line.speakers) for line in said.lines(BOOK)]
    assert lines == [("▸", 1, ("Mayor's office",)), ("✗", 1, ("Ines Okafor",))]
    assert said.speakers == ("Ines Okafor", "Mayor's office")


def test_own_voice_is_an_empty_name_among_the_speakers_of_a_line() -> None:
    said = cell(annotate("claim", "one", "Ada", "p"), annotate("claim", "two", about="p"))
    assert [line.speakers for line in said.lines(BOOK)] == [("Ada", "")]
    assert said.speakers == ("Ada",)


def test_doubtful_statements_do_not_count() -> None:
    said = cell(annotate("claim", "here", "Ada", "p"), annotate("denial", "gone", "Bo", "p"))
    assert [statement.words for statement in said.doubtful] == ["gone"]
    assert (said.rejects, said.carries, said.count(Stance.REJECTS), said.speakers) == (False, True, 0, ("Ada",))


def test_a_cell_of_doubtful_statements_alone_neither_speaks_nor_is_silent() -> None:
    said = cell(annotate("denial", "gone", "Bo", "p"))
    assert (said.silent, said.statements, said.lines(BOOK), said.speakers) == (False, (), (), ())
    assert AccountCell("one").silent


def test_adjusted_statements_count_and_are_known() -> None:
    adjusted = placed_at(annotate("claim", "y", "Ada", "p", id="b"), 2, 3, state=AnchorState.ADJUSTED)
    article = collate(Telling("one", "x y z")).accounts[0].article
    account = Account("A", Article("one", article.text, article.path), (placed_at(BASE, 0, 1), adjusted))
    said = make_cell("one", find_statements(account, BOOK))
    assert (said.adjusted, [line.adjusted for line in said.lines(BOOK)]) == (1, [True, False])


BASE = annotate("denial", "x", "Ada", "p", id="a")
