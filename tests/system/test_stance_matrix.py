"""Stance × annotators × anchor state × output: every count, name and mark.

An output is a part of the screen, text, Markdown, JSON, the people or an export.
"""

import pytest
from stance_cases import CASES, GLYPHS, KINDS, StanceCase, contradicting

from tui.analysis.survey import Survey
from tui.formats.json_shapes import compare_shape, people_shape
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.comparison_table import comparison_markdown, row_list
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.formats.plain.people_lines import people_lines
from tui.formats.plain.text_table import table_lines
from tui.layout.glyphs import UNICODE
from tui.model import AnchorState
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.reader.screens.comparison.cells import cell_lines
from tui.reader.screens.comparison.evidence import evidence_lines
from tui.reader.screens.comparison.rows import ComparisonRows
from tui.reader.screens.people.rows import StatementRows, person_summary, statement_lines
from tui.session.proposition_links import PropositionLinks

every_case = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.stance}-{case.annotators}-{case.state}".replace(" ", "-")
)


def label(case: StanceCase) -> str:
    """Return the label of the case's kind."""
    return "No comment" if case.stance == "neutral" else KINDS[case.stance].capitalize()


def said_line(case: StanceCase, number: int, speakers: str) -> str:
    """Return a statement of account A as text, with why it does not count."""
    words = case.words[number] if len(case.words) > number else case.words[0]
    sign = "~ " if case.sign else ""
    parts = [f"A{number + 1} {GLYPHS[case.stance]} {label(case)}", speakers, f"{sign}“{words}”"]
    if case.certain and case.annotators == "two alike":
        parts.append("marked by Ann and Bob")
    if not case.certain:
        gone = case.state is AnchorState.ORPHAN
        parts.append(f"doubtful: {'not in the text today' if gone else 'place in the text not certain'}")
    return " · ".join(part for part in parts if part)


def said_lines(case: StanceCase) -> list[str]:
    """Return all statements of account A as text, with their speakers."""
    names = {"one": ["Holm"], "two alike": ["Holm", "Ada Holm"], "two unlike": ["Holm", "Cyd"]}[case.annotators]
    return [said_line(case, number, names[number]) for number in range(case.count + case.doubtful)]


@every_case
def test_the_cell_on_the_screen(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    (row,) = comparison.rows
    assert row.status == case.status
    for names in (True, False):
        wanted = screen_line(case) if names or not case.certain else case.line.split()[0]
        lines = cell_lines(row, "a", comparison.codebook, names=names, glyphs=UNICODE)
        assert [line.content.plain for line in lines] == [wanted]
    rows = ComparisonRows(comparison.rows, comparison, UNICODE)
    (line,) = rows.lines(0, 120, current=False)
    assert screen_line(case) in line.plain


def screen_line(case: StanceCase) -> str:
    """Return the line on the screen, where one statement has no number."""
    return case.line.replace("1", "", 1) if case.certain else case.line


@every_case
def test_the_evidence_on_the_screen(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    lines = [line.plain for line in evidence_lines(comparison.rows[0], 1, comparison, glyphs=UNICODE)]
    assert len(lines) == case.count + case.doubtful
    for words, line in zip(case.words, lines, strict=False):
        assert f"{'~ ' if case.sign else ''}“{words}”" in line
        assert ("~" in line) is bool(case.sign)
        assert ("marked by Ann and Bob" in line) is (case.certain and case.annotators == "two alike")
        assert ("doubtful: " in line) is not case.certain


@every_case
def test_the_text_table(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    lines = list(table_lines(comparison, comparison.rows, Page(120)))
    (row,) = [line for line in lines if "The bridge reopens" in line]
    number = "1 " if case.certain else ""
    assert " ".join(row.split()) == f"{case.status} {number}The bridge reopens {case.line} ▸1 Bo"
    total = f"1 {case.status_words}"
    if case.doubtful:
        total += f" · {case.doubtful} statement{'s' * (case.doubtful > 1)} with a doubtful quote"
    assert lines[-1] == total


@every_case
def test_the_linear_text(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    lines = [line.strip() for line in comparison_lines(comparison, Page(200))]
    number = "1 · " if case.certain else ""
    start = lines.index(f"{number}The bridge reopens [{case.status_words}]") + 1
    other = "B1 ▸ Claim · Bo · “Bo agrees”"
    wanted = [*said_lines(case), other] if case.certain else [other, *said_lines(case)]
    assert lines[start:] == [*wanted, ""]


@every_case
def test_the_markdown_table_and_list(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    cell = case.line.replace("~", r"\~")
    if case.certain:
        cell = f"{cell[0]} {cell[1:]}"
    head = f"{case.status_words} | {'1' if case.certain else ''} | The bridge reopens"
    assert f"\n| {head} | {cell} | ▸ 1 Bo |\n" in comparison_markdown(comparison)
    items = row_list(comparison.rows[0], comparison).replace(r"\~", "~").replace("**", "").splitlines()
    other = "B1 ▸ Claim · Bo · “Bo agrees”"
    wanted = [*said_lines(case), other] if case.certain else [other, *said_lines(case)]
    assert items == [f"-   {line}" for line in wanted]


@every_case
def test_the_json(case: StanceCase) -> None:
    comparison = Survey(case.collation()).comparison
    shape = compare_shape(comparison, comparison.rows)
    (row,) = shape["propositions"]
    nobody: dict[str, list[str]] = {stance: [] for stance in KINDS}
    assert (row["status"], row["number"]) == (case.status, 1 if case.certain else None)
    assert row["cells"]["a"] == {
        **dict.fromkeys(KINDS, 0),
        case.stance: case.count,
        "speakers": case.names,
        "by": {**nobody, case.stance: case.names},
        "own_voice": [],
        "adjusted": case.count if case.sign else 0,
        "doubtful": case.doubtful,
        "unresolved": 0,
    }
    assert shape["doubtful"] == ({"a": case.doubtful} if case.doubtful else {})


@every_case
def test_the_people(case: StanceCase) -> None:
    survey = Survey(case.collation())
    people = {person["name"]: person for person in people_shape(survey.people)}
    assert sorted(people) == sorted([*case.people, "Bo"])
    assert sum(person["doubtful"] for person in people.values()) == case.doubtful
    for person, words in zip(case.names, case.words, strict=True) if case.certain else ():
        assert people[person]["articles"] == {"a": 1}
        assert people[person]["kinds"] == {KINDS[case.stance]: 1}
        (record,) = [each for each in survey.people if each.name == person]
        summary = person_summary(record, glyphs=UNICODE).plain
        assert summary.startswith(f"{person}   {GLYPHS[case.stance]}1")
        lines = statement_lines(record, survey.accounts, survey.codebook)
        shown = StatementRows(lines, survey.codebook, UNICODE)
        texts = [line.plain for index in range(len(lines)) for line in shown.lines(index, 80, current=False)]
        assert any(line.endswith(f"{case.sign + ' ' if case.sign else ''}“{words}”") for line in texts)
        assert any("marked by Ann and Bob" in line for line in texts) is (case.annotators == "two alike")
    for doubted in survey.people if not case.certain else ():
        shown = StatementRows(statement_lines(doubted, survey.accounts, survey.codebook), survey.codebook, UNICODE)
        texts = [line.plain for index in range(len(shown.statements)) for line in shown.lines(index, 80, current=False)]
        assert sum("doubtful: " in line for line in texts) == len(doubted.doubtful)
    written = list(people_lines(survey, Page(200)))
    assert [line for line in written if " doubtful" in line] == [
        f"{name} · {case.doubtful // len(case.people)} doubtful"
        for name in ([] if case.certain else ["Ada Holm (Holm)", "Cyd"][: len(case.people)])
    ]
    assert [line for line in written if " · A " in line] == [
        f"{name} · A 1 · {label(case)} 1" for name in ("Ada Holm (Holm)", "Cyd")[: case.count]
    ]


@every_case
def test_contradictions(case: StanceCase) -> None:
    survey = Survey(contradicting(case))
    (ada,) = [person for person in survey.people if person.name == "Ada Holm"]
    contradicts = case.certain and case.stance != "neutral"
    assert [each.about for each in ada.contradictions] == (["p"] if contradicts else [])
    assert len(ada.doubtful) == {"one": 1, "two alike": 2, "two unlike": 1}[case.annotators] * (not case.certain)
    assert ("Says it and denies it" in export_markdown(survey)) is contradicts


@every_case
def test_the_export(case: StanceCase) -> None:
    written = export_markdown(Survey(case.collation())).replace(r"\~", "~").replace("**", "")
    line = f"{case.line[0]} {case.line[1:]}" if case.certain else case.line
    links = ", ".join(f"[A{number}](#A{number})" for number in range(1, case.count + case.doubtful + 1))
    assert f" | The bridge reopens | {line} · {links} | ▸ 1 Bo · [B1](#B1) |\n" in written
    quotes = written[written.index('<a id="A1">') : written.index("## B.")].count("\n    > ")
    assert quotes == (1 if case.annotators == "one" else 2) * (2 if case.state is AnchorState.ADJUSTED else 1)
    (account,) = [line for line in written.splitlines() if line.startswith("| A |")]
    cells = [cell.strip() for cell in account.strip("|").split("|")]
    counts = dict.fromkeys(KINDS, 0) | {case.stance: case.count}
    used = [counts["asserts"], *(counts[stance] for stance in KINDS if stance != "asserts" and counts[stance])]
    assert cells[2:] == [str(number) for number in (*used, *[case.doubtful] * (not case.certain))]


@every_case
def test_the_links_and_the_inspector(case: StanceCase) -> None:
    collation = case.collation()
    bo = collation.accounts[1].placed[0]
    links = PropositionLinks(collation)
    assert len(links.partners(0, bo.record)) == case.count
    assert links.has_only_doubtful(0, "p") is not case.certain
    lines = inspector_content(InspectorView(links, collation.accounts[1], ("bo",)))
    (line,) = [line.plain for line in lines if line.plain.startswith("    A ")]
    verb = {"asserts": "", "rejects": " denies", "shares": " agrees", "neutral": " (no comment)"}[case.stance]
    said = [f"{GLYPHS[case.stance]}{case.sign} {name}{verb}" for name in case.names]
    assert line.split("   B ")[0] == f"    A {'  '.join(said) if case.certain else f'{case.doubtful} doubtful'}"
