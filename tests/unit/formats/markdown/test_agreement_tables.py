"""Agreement as Markdown."""

from collations import Telling, annotate, collate
from five_annotators import five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.formats.markdown.agreement_tables import agreement_markdown
from tui.model import Collation


def _document(collation: Collation, *annotators: str) -> str:
    texts = {account.article.id: account.article.text for account in collation.accounts}
    return "".join(agreement_markdown(find_agreement(collation, annotators), texts))


def test_the_document_has_a_table_and_a_list() -> None:
    document = _document(five_annotators(), "Ada", "Dora")
    assert document.startswith("# Agreement of 2 annotators in 1 article\n\n- Ada: 4 statements\n- Dora: 1 statement\n")
    assert "\n## Ada and Dora\n\n| | value | 95 % interval | differ | compared |\n" in document
    assert "\n| Speaker: alpha | – | no variation | 0 | 1 shared place |\n" in document
    assert document.endswith(
        "### north\n\n- 0–10 other kind: “aaaaaaaaaa”\n    - Ada: claim · Sun · p1 (a1)\n"
        "    - Dora: denial · Sun · p1 (a4)\n- 11–21 not marked by all: “bbbbbbbbbb”\n"
        "    - Ada: claim · own voice · p2 (b1)\n    - Dora did not mark it\n"
    )
    assert "## Ada and Ben\n" in _document(five_annotators())


def test_text_from_outside_is_escaped() -> None:
    people = tuple(annotate("claim", "*one*", f"<b>{who}", id=who, annotator=f"*{who}*") for who in ("A", "B"))
    document = _document(collate(Telling("x", "*one*", people)))
    assert "- \\*A\\*: claim · \\<b>A" in document
    assert "“\\*one\\*”" in document


def test_one_annotator_is_compared_with_nobody() -> None:
    assert _document(five_annotators(), "Ada").endswith("so there is nothing to compare.\n")
